using ErpSync.PrestaShop;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Connect;

/// <summary>Section B: reaching the shop.</summary>
public sealed class ConnectionTests
{
    private const string OtherKey = "OTHERKEY0OTHERKEY0OTHERKEY0OTHER";

    [Fact]
    public async Task Connect_B1_Each_missing_permission_is_named_by_its_resource()
    {
        await using var world = ConnectWorld.New();
        world.Shop.Keys.Add(OtherKey, key =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "countries", "products" })
                key.Allow(resource, "GET");
        });
        await StartAsync(world, options => options.ApiKey = OtherKey);

        var findings = await world.FindingsAsync();

        findings.Should().Contain(finding => finding.Contains("lacks GET, PATCH on stock_availables", StringComparison.Ordinal))
            .And.Contain(finding => finding.Contains("on orders", StringComparison.Ordinal))
            .And.Contain(finding => finding.Contains("on suppliers", StringComparison.Ordinal))
            .And.NotContain(finding => finding.Contains("lacks GET on products", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_B2_The_connection_is_tested_and_a_failure_says_what_is_wrong()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        (await world.Engine.CheckAsync("main")).Should().NotContain(finding => finding.Severity == FindingSeverity.Error);

        world.Restart(builder =>
        {
            builder.Connect();
            builder.Services.Configure<PrestaShopOptions>("shop", options => options.ApiKey = OtherKey);
        });

        (await world.Engine.CheckAsync("main")).Should().Contain(finding => finding.Severity == FindingSeverity.Error && finding.Connection == "shop");
        (await world.FeedAsync(ConnectFeedNames.ImportNewProducts)).Outcome.Should().Be(FeedOutcome.Failed);
    }

    [Fact]
    public async Task Connect_B3_A_refused_key_names_the_CGI_mode_and_passes_in_the_address()
    {
        await using var world = ConnectWorld.New();
        world.Shop.DropAuthorizationHeader = true;
        await world.ConnectAsync();

        (await world.FindingsAsync()).Should().Contain(finding => finding.Contains("CGI mode", StringComparison.Ordinal));

        world.Restart(builder =>
        {
            builder.Connect();
            builder.Services.Configure<PrestaShopOptions>("shop", options => options.KeyInQuery = true);
        });
        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);
        world.Erp.State.Products.Should().ContainSingle();
    }

    [Fact]
    public async Task Connect_B4_A_webservice_that_is_off_is_called_that()
    {
        await using var world = ConnectWorld.New();
        world.Shop.WebserviceEnabled = false;
        await world.ConnectAsync();

        (await world.FindingsAsync()).Should().Contain(finding => finding.StartsWith("Error", StringComparison.Ordinal) && finding.Contains("webservice", StringComparison.OrdinalIgnoreCase));
        (await world.FeedAsync(ConnectFeedNames.ImportNewProducts)).Message.Should().Contain("ebservice");
    }

    [Fact]
    public async Task Connect_B5_Two_shops_have_settings_and_feeds_of_their_own_and_a_sale_in_one_lowers_the_stock_of_the_other()
    {
        await using var world = ConnectWorld.New();
        await using var other = new PrestaShopSandbox(new PrestaShopSandboxOptions { Clock = world.Clock });
        other.AddProduct("P1");
        await other.StartAsync();
        await world.StartAsync(builder =>
        {
            builder.AddPrestaShop("second", options => (options.BaseAddress, options.ApiKey) = (other.BaseAddress, other.ApiKey));
            builder.Connect();
            builder.Connect(options => options.Schedules.NewOrders = TimeSpan.FromMinutes(1), "more", "second");
        });
        await world.GoLiveAsync();
        await world.GoLiveAsync("more");

        world.Erp.State.Products.Should().ContainSingle("the two shops sell one product of the hub");
        (await world.Feeds.ListAsync("main")).Single(feed => feed.Name == ConnectFeedNames.ImportNewOrders).Schedule.Should().Be("every 5 minutes");
        (await world.Feeds.ListAsync("more")).Single(feed => feed.Name == ConnectFeedNames.ImportNewOrders).Schedule.Should().Be("every 1 minutes");

        world.Shop.Order(quantity: 3);
        await world.DoneAsync(ConnectFeedNames.ImportNewOrders);
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels);
        await world.DoneAsync(ConnectFeedNames.ExportStockLevels, pair: "more");

        world.ShopStock().Should().Be(7, "the shop took its sale off by itself");
        other.State.Stock(1).Quantity.Should().Be(7, "the sale in the first shop is reserved in the hub");

        var (here, there, hub) = (world.Shop.Requests.Writes, other.Requests.Writes, world.Erp.Requests.Writes);
        for (var cycle = 0; cycle < 3; cycle++)
        {
            foreach (var pair in new[] { "main", "more" })
            {
                foreach (var feed in new[] { ConnectFeedNames.ImportNewProducts, ConnectFeedNames.UpdateProducts, ConnectFeedNames.ImportNewOrders, ConnectFeedNames.UpdateOrders, ConnectFeedNames.ExportStockLevels, ConnectFeedNames.ShippingConfirmation })
                    (await world.DoneAsync(feed, pair: pair)).Written.Should().Be(0, "nothing echoes: {0} of {1}", feed, pair);
            }
        }

        (world.Shop.Requests.Writes, other.Requests.Writes, world.Erp.Requests.Writes).Should().Be((here, there, hub));
        world.Erp.State.Orders.Should().ContainSingle();
        other.State.Sales.Orders.Should().BeEmpty();
    }

    private static Task StartAsync(RecipeWorld world, Action<PrestaShopOptions> change) => world.StartAsync(builder =>
    {
        builder.Connect();
        builder.Services.Configure("shop", change);
    });
}
