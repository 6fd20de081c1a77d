using System.Globalization;
using System.Text.Json.Nodes;
using ErpSync.Dolibarr;
using ErpSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.WpShop;

/// <summary>A WooCommerce and a Dolibarr with the recipe, seeded like the shop of the documentation: A and C on both sides with other prices, B only in the shop, D only in the ERP.</summary>
internal sealed class WpShopWorld : IAsyncDisposable
{
    private WpShopWorld()
    {
    }

    public RecipeWorld World { get; } = new();

    public WooCommerceSandbox Shop => World.Woo;

    public DolibarrSandbox Erp => World.Erp;

    public ISyncEngine Engine => World.Engine;

    public ISyncLinks Links => World.Services.GetRequiredService<ISyncLinks>();

    public ISyncHistory History => World.Services.GetRequiredService<ISyncHistory>();

    public WpShopMassRun MassRun => World.Services.GetRequiredService<WpShopMassRun>();

    public long Writes => Shop.Requests.Writes + Erp.Requests.Writes;

    /// <summary>Starts both servers and the host. Documents and pictures are off unless a test wants them.</summary>
    public static async Task<WpShopWorld> StartAsync(Action<WpShopOptions>? configure = null, Action<WpShopWorld>? seed = null, Action<IErpSyncBuilder>? more = null)
    {
        var world = new WpShopWorld();
        _ = (world.Shop, world.Erp);
        if (seed is null)
            world.Documented();
        else
            seed(world);
        await world.World.StartAsync(Recipe(configure, more));
        return world;
    }

    public static Action<IErpSyncBuilder> Recipe(Action<WpShopOptions>? configure = null, Action<IErpSyncBuilder>? more = null) => builder =>
    {
        builder.Services.PostConfigure<DolibarrOptions>("erp", options => options.Language = "en");
        builder.UseWpShop("main", "woo", "erp", options =>
        {
            (options.Variants, options.Images, options.Stock, options.Orders, options.Shipments) = (false, false, false, false, false);
            options.Sales.WholeHistory = true;
            configure?.Invoke(options);
        });
        more?.Invoke(builder);
    };

    /// <summary>A world in which A to D are linked and equal.</summary>
    public static async Task<WpShopWorld> SettledAsync(Action<WpShopOptions>? configure = null, Action<IErpSyncBuilder>? more = null)
    {
        var world = await StartAsync(configure, more: more);
        await world.RunAsync();
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp"));
        await world.World.SettleAsync();
        return world;
    }

    public void Documented()
    {
        foreach (var (reference, price) in new[] { ("A", 10), ("B", 20), ("C", 30) })
            Sell(reference, price);
        foreach (var (reference, price) in new[] { ("A", 11m), ("C", 31m), ("D", 40m) })
            Book(reference, price);
    }

    public JsonObject Sell(string reference, int price, string? name = null, Action<JsonObject>? change = null)
    {
        var body = new JsonObject { ["name"] = name ?? $"Product {reference}", ["sku"] = reference, ["regular_price"] = price.ToString(CultureInfo.InvariantCulture), ["manage_stock"] = true };
        change?.Invoke(body);
        return Shop.State.AddProduct(body);
    }

    public DolibarrProduct Book(string reference, decimal price, string? label = null, Action<DolibarrProduct>? change = null) => Erp.State.AddProduct(product =>
    {
        (product.Ref, product.Label, product.Price, product.VatRate) = (reference, label ?? $"Product {reference}", price, 20m);
        change?.Invoke(product);
    });

    public JsonObject Buyer(string email, string first = "Anna", string last = "Schmidt") => Shop.State.AddCustomer(new JsonObject
    {
        ["email"] = email,
        ["first_name"] = first,
        ["last_name"] = last,
        ["billing"] = new JsonObject { ["first_name"] = first, ["last_name"] = last, ["email"] = email, ["address_1"] = "1 High Street", ["city"] = "Paris", ["country"] = "FR" },
    });

    public JsonObject InShop(string reference) => Shop.State.Products.Values.Single(product => product["sku"]!.ToString() == reference);

    public DolibarrProduct InErp(string reference) => Erp.State.Products.FindByRef(reference)!;

    public decimal PriceInShop(string reference) => decimal.Parse(InShop(reference)["regular_price"]!.ToString(), CultureInfo.InvariantCulture);

    public decimal PriceInErp(string reference) => InErp(reference).Price;

    public RemoteId ShopId(string reference) => new(InShop(reference)["id"]!.ToString());

    public RemoteId ErpId(string reference) => RemoteId.From(InErp(reference).Id);

    /// <summary>A person edits the product in the shop's screen.</summary>
    public void EditShop(string reference, Action<JsonObject> change)
    {
        var row = InShop(reference);
        change(row);
        row["date_modified_gmt"] = World.Clock.GetUtcNow().UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
    }

    public void PriceShop(string reference, int price) => EditShop(reference, row => row["regular_price"] = price.ToString(CultureInfo.InvariantCulture));

    public void PriceErp(string reference, decimal price) => Erp.State.EditProduct(InErp(reference).Id, product => product.Price = price);

    public Task<SyncReport> RunAsync(params EntityKind[] kinds) => World.RunAsync(kinds);

    /// <summary>Runs although a system may be down; null when it could not be used at all.</summary>
    public async Task<SyncReport?> TryRunAsync(params EntityKind[] kinds)
    {
        try
        {
            return await World.RunAsync(kinds);
        }
        catch (ConnectorException)
        {
            return null;
        }
    }

    public async Task<Dictionary<string, RecordView>> ViewsAsync(EntityKind? kind = null)
    {
        World.Clock.Advance(TimeSpan.FromMinutes(1));
        var views = new Dictionary<string, RecordView>(StringComparer.Ordinal);
        foreach (var view in await World.InspectAsync(kind ?? EntityKind.Product))
            views[view.Label] = view;
        return views;
    }

    public async Task<RecordView> ViewAsync(string reference) => (await ViewsAsync())[reference];

    public async Task AllGreenAsync() => (await ViewsAsync()).Values.Where(view => view.Colour != LinkColour.Green).Select(view => $"{view.Label}: {view.Reason} {string.Join("; ", view.Differences)}").Should().BeEmpty();

    public async Task<List<HistoryEntry>> JournalAsync() => await History.ReadJournalAsync(new HistoryQuery("main")).ToListAsync();

    public async Task<List<MatchProposal>> ProposalsAsync(EntityKind? kind = null) => await Links.ProposeAsync("main", kind ?? EntityKind.Product).ToListAsync();

    public ValueTask DisposeAsync() => World.DisposeAsync();
}
