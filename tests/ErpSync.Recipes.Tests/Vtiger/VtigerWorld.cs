using System.Globalization;
using System.Text.Json.Nodes;
using ErpSync.Http;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Sandbox.Vtiger;
using ErpSync.Vtiger;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>A PrestaShop and a vtiger, joined by the recipe.</summary>
internal sealed class VtigerWorld : IAsyncDisposable
{
    public const int Paid = 2;
    public const int Shipped = 4;
    public const int Delivered = 5;
    public const int Cancelled = 6;
    public const int Waiting = 10;

    private VtigerWorld(RecipeWorld host) => Host = host;

    public RecipeWorld Host { get; }

    public PrestaShopState Shop => Host.Shop.State;

    public VtigerState Crm => Host.Crm.State;

    public string Counts => $"{In("Leads").Count} leads, {In("Contacts").Count} contacts, {In("Accounts").Count} accounts, {In("Products").Count} products, {In("SalesOrder").Count} orders, {In("Invoice").Count} invoices";

    public static async Task<VtigerWorld> StartAsync(Action<VtigerConnectorOptions>? recipe = null, Action<VtigerOptions>? options = null, Action<VtigerWorld>? seed = null, string version = "8.2.0", string currency = "EUR", bool isReady = true, bool isRepaired = false)
    {
        var world = new VtigerWorld(new RecipeWorld(crm: server => (server.Decimals, server.Version, server.BaseCurrency, server.IsRepaired) = (5, version, currency, isRepaired)));
        world.Crm.AddTax("High", 20);
        if (isReady)
        {
            foreach (var module in new[] { "Leads", "Contacts", "Potentials" })
                world.Crm.SetPicklist(module, "leadsource", "Web Site", "Prestashop");
        }

        _ = world.Shop;
        seed?.Invoke(world);
        await world.Host.StartAsync(Registration(recipe, options));
        return world;
    }

    public static Action<IErpSyncBuilder> Registration(Action<VtigerConnectorOptions>? recipe, Action<VtigerOptions>? options = null) => builder =>
    {
        builder.Services.PostConfigure<ConnectionHttpOptions>("crm", http => http.Retries = 0);
        if (options is not null)
            builder.Services.Configure("crm", options);
        builder.UseVtigerConnector("main", "shop", "crm", recipe);
    };

    /// <summary>Runs a feed five minutes later and demands that it went well.</summary>
    public async Task<FeedRun> FeedAsync(string feed, IProgress<SyncProgress>? progress = null)
    {
        var run = await TryFeedAsync(feed, progress);
        run.Outcome.Should().Be(FeedOutcome.Completed, "{0}: {1}", feed, string.Join(" ", run.Messages.Prepend(run.Message)));
        run.Failed.Should().Be(0, string.Join(" ", run.Messages));
        return run;
    }

    public async Task<FeedRun> TryFeedAsync(string feed, IProgress<SyncProgress>? progress = null)
    {
        Host.Clock.Advance(TimeSpan.FromMinutes(5));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        return await Host.Feeds.RunNowAsync("main", feed, new FeedStart("test"), progress, limit.Token);
    }

    public Task<FeedRun> OrdersAsync() => FeedAsync("orders");

    /// <summary>Registrations; the export that must come before has nothing to do unless it was not made yet.</summary>
    public async Task CustomersAsync()
    {
        if ((await Host.Feeds.ListAsync("main")).Single(feed => feed.Name == "export-customers").CompletedAt is null)
            await FeedAsync("export-customers");
        await FeedAsync("customers");
    }

    public async Task<IReadOnlyList<Finding>> CheckAsync() => await Host.Engine.CheckAsync("main");

    public IReadOnlyList<VtigerRecord> In(string module) => [.. Crm.Records.Values.Where(record => record.Module == module && !record.IsDeleted && !record.IsConverted)];

    public VtigerRecord Only(string module) => In(module).Should().ContainSingle().Subject;

    public PrestaShopProduct Product(string? code, decimal price = 10, string? name = null) => Shop.AddProduct(product =>
    {
        (product.Reference, product.Price) = (code ?? "", price);
        product.Name["en"] = name ?? "The " + (code ?? "nameless");
    });

    public PrestaShopRecord Register(string first = "Anna", string last = "Schmidt", string email = "anna@example.org") => Shop.Sales.AddCustomer(email, first, last);

    public PrestaShopRecord Order(PrestaShopRecord customer, int state, params (PrestaShopProduct Product, int Quantity)[] lines) => Order(customer, state, 1, lines);

    public PrestaShopRecord Order(PrestaShopRecord customer, int state, int currency, params (PrestaShopProduct Product, int Quantity)[] lines)
    {
        var address = Shop.Sales.Addresses.FirstOrDefault(address => address["id_customer"] == customer.Id.ToString(CultureInfo.InvariantCulture)) ?? Shop.Sales.AddAddress(customer.Id);
        return Shop.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = address.Id, StateId = state, CarrierId = 1, CurrencyId = currency, Lines = [.. lines.Select(line => new PrestaShopOrderLine(line.Product.Id, line.Quantity))] });
    }

    /// <summary>An order of two products, 24.00 each with tax.</summary>
    public PrestaShopRecord TwoLines(int state)
    {
        var (mug, cup) = (Product("MUG"), Product("CUP", 20));
        return Order(Register(), state, (mug, 2), (cup, 1));
    }

    /// <summary>Leaves one line of <see cref="TwoLines"/>, with this many of the product.</summary>
    public void LeaveOneLine(PrestaShopRecord order, int quantity = 2)
    {
        var lines = Shop.Sales.Details.Where(line => line["id_order"] == order.Id.ToString(CultureInfo.InvariantCulture)).OrderBy(line => line.Id).ToList();
        Shop.Sales.RemoveLine(lines[1].Id);
        Amounts(order, lines[0], quantity);
    }

    /// <summary>Changes how many of the first line's product were ordered, in an order of one line.</summary>
    public void Amounts(PrestaShopRecord order, PrestaShopRecord line, int quantity)
    {
        var (net, gross) = (10m * quantity, 12m * quantity);
        line.With(("product_quantity", quantity), ("total_price_tax_excl", net), ("total_price_tax_incl", gross));
        order.With(("total_products", net), ("total_products_wt", gross), ("total_paid", gross), ("total_paid_tax_incl", gross), ("total_paid_tax_excl", net), ("total_paid_real", gross));
        Touch(order);
    }

    public void Touch(PrestaShopRecord record) => record.With(("date_upd", (Host.Clock.GetUtcNow() + TimeSpan.FromHours(3)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)));

    public void Touch(PrestaShopProduct product) => product.DateUpd = (Host.Clock.GetUtcNow() + TimeSpan.FromHours(3)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public VtigerRecord Add(string module, params (string Field, string Value)[] fields)
    {
        var element = new JsonObject();
        foreach (var (field, value) in fields)
            element[field] = value;
        return Crm.Add(module, element);
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
