using System.Text.Json.Nodes;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Sandbox.WooCommerce;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>A WooCommerce and a PrestaShop through the same engine: products, categories and stock of both become one catalogue.</summary>
public sealed class ShopToShopTests
{
    private static readonly SyncRequest Main = new("shops");

    [Fact]
    public async Task Two_shops_get_each_other_s_products_categories_and_stock_and_stay_so()
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        await using var woo = new WooCommerceSandbox(new WooCommerceSandboxOptions { Clock = clock });
        await using var presta = new PrestaShopSandbox(new PrestaShopSandboxOptions { Clock = clock });
        Seed(woo.State, presta);
        clock.Advance(TimeSpan.FromHours(1));
        await using var services = await StartAsync(woo, presta, clock);
        var engine = services.GetRequiredService<ISyncEngine>();

        var first = await engine.RunAsync(Main);

        first.Problems.Should().BeEmpty();
        first.Kinds.Should().OnlyContain(kind => kind.Problem == null);
        woo.State.Products.Values.Select(product => product["sku"]!.ToString()).Should().BeEquivalentTo("BOTH", "WOO", "PRESTA");
        presta.State.Products.Select(product => product.Reference).Should().BeEquivalentTo("BOTH", "WOO", "PRESTA");
        woo.State.Products.Values.Single(product => product["sku"]!.ToString() == "PRESTA")["stock_quantity"]!.ToString().Should().Be("4");
        woo.State.Products.Values.Single(product => product["sku"]!.ToString() == "WOO")["categories"]!.AsArray().Should().ContainSingle();

        // A sale in one shop reaches the other; a cycle after that plans nothing.
        clock.Advance(TimeSpan.FromMinutes(30));
        var sold = presta.State.Products.Single(product => product.Reference == "PRESTA");
        presta.State.SetStock(sold.Id, 3);
        clock.Advance(TimeSpan.FromMinutes(5));
        (await engine.RunAsync(Main)).Problems.Should().BeEmpty();
        woo.State.Products.Values.Single(product => product["sku"]!.ToString() == "PRESTA")["stock_quantity"]!.ToString().Should().Be("3");
        clock.Advance(TimeSpan.FromMinutes(30));
        var writes = woo.Requests.Writes + presta.Requests.Writes;

        (await engine.RunAsync(Main)).Written.Should().Be(0);

        (woo.Requests.Writes + presta.Requests.Writes).Should().Be(writes);
        await foreach (var view in engine.InspectAsync(Main with { Kinds = [EntityKind.Category, EntityKind.Product, EntityKind.StockLevel] }))
            view.Colour.Should().Be(LinkColour.Green, $"{view.Kind} {view.Label}: {view.Reason} {string.Join("; ", view.Differences)}");
    }

    private static async Task<ServiceProvider> StartAsync(WooCommerceSandbox woo, PrestaShopSandbox presta, ManualTime clock)
    {
        await woo.StartAsync();
        await presta.StartAsync();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(clock));
        services.AddErpSync()
            .AddWooCommerce("woo", o =>
            {
                o.BaseAddress = woo.BaseAddress;
                o.ConsumerKey = woo.ConsumerKey;
                o.ConsumerSecret = woo.ConsumerSecret;
            })
            .AddPrestaShop("presta", o =>
            {
                o.BaseAddress = presta.BaseAddress;
                o.ApiKey = presta.ApiKey;
            })
            .AddPair("shops", "woo", "presta", pair => pair
                .Sync<Category>(category => category.OnFirstRun(Conflict.Keep("woo")))
                .Sync<Product>(product => product.MatchBy(x => x.Reference).OnFirstRun(Conflict.Keep("woo")))
                .Sync<StockLevel>(stock => stock.OnFirstRun(Conflict.Keep("presta"))));
        return services.BuildServiceProvider();
    }

    private static void Seed(WooCommerceState woo, PrestaShopSandbox presta)
    {
        var category = woo.AddTerm("product_cat", "Mugs & cups")["id"]!.GetValue<long>();
        foreach (var (reference, quantity) in new[] { ("BOTH", 5), ("WOO", 6) })
        {
            woo.AddProduct(new JsonObject
            {
                ["name"] = $"Café {reference}",
                ["sku"] = reference,
                ["regular_price"] = "10.50",
                ["manage_stock"] = true,
                ["stock_quantity"] = quantity,
                ["categories"] = new JsonArray(new JsonObject { ["id"] = category }),
            });
        }

        foreach (var (reference, quantity) in new[] { ("BOTH", 5), ("PRESTA", 4) })
        {
            var product = presta.State.AddProduct(p =>
            {
                p.Reference = reference;
                p.Name["en"] = $"Café {reference}";
                p.Price = 10.5m;
            });
            presta.State.SetStock(product.Id, quantity);
        }
    }
}
