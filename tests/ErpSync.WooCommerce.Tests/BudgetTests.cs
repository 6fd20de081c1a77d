using System.Text.Json.Nodes;
using ErpSync.Sandbox.WooCommerce;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The published request budgets, counted at the connection's own meter.</summary>
public sealed class BudgetTests
{
    [Fact]
    public async Task Read_of_1000_simple_products_takes_12_requests()
    {
        await using var shop = await Shop.StartAsync(seed: state => Simple(state, 1000));
        await shop.OpenAsync();
        (await shop.RecordsAsync<Product>()).Should().HaveCount(1000);
        shop.Meter.Requests.Data.Should().BeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Read_of_100_variable_products_with_10_variations_each_takes_12_requests_for_the_variations_and_their_products()
    {
        await using var shop = await Shop.StartAsync(seed: state => Variable(state, 100, 10));
        await shop.OpenAsync();
        var before = shop.Meter.Requests.Data;
        (await shop.RecordsAsync<ProductVariant>()).Should().HaveCount(1000);
        (shop.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(11);
        await shop.Connector.Get<IReader<Category>>().ReadAsync(CancellationToken.None).CountAsync();
        before = shop.Meter.Requests.Data - before;
        var start = shop.Meter.Requests.Data;
        (await shop.RecordsAsync<Product>()).Should().HaveCount(100);
        (shop.Meter.Requests.Data - start).Should().Be(1);
    }

    [Fact]
    public async Task Before_10_3_variations_take_a_request_per_variable_product_and_the_list_of_these()
    {
        await using var shop = await Shop.StartAsync(server: server => server.Version = "9.9.0", seed: state => Variable(state, 10, 3));
        await shop.OpenAsync();
        var before = shop.Meter.Requests.Data;
        (await shop.RecordsAsync<ProductVariant>()).Should().HaveCount(30);
        (shop.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(10 + 1);
    }

    [Fact]
    public async Task Read_of_100_orders_takes_2_requests()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            Simple(state, 1);
            for (var number = 0; number < 100; number++)
                state.AddOrder(new JsonObject { ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = state.Products.Keys.First(), ["quantity"] = 1 }) });
        });
        await shop.OpenAsync();
        (await shop.RecordsAsync<Order>()).Should().HaveCount(100);
        shop.Meter.Requests.Data.Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task Writing_500_stock_levels_of_simple_products_takes_11_requests_with_the_guard_reads()
    {
        await using var shop = await Shop.StartAsync(seed: state => Simple(state, 500));
        await shop.OpenAsync();
        var ids = shop.State.Products.Keys.Select(RemoteId.From).ToList();
        var before = shop.Meter.Requests.Data;
        var written = 0;
        foreach (var some in ids.Chunk(100))
        {
            var present = await shop.Connector.Get<IFinder<StockLevel>>().FindAsync(some, CancellationToken.None).ToListAsync();
            var results = await shop.Connector.Get<IUpdater<StockLevel>>().UpdateAsync([.. present.Select(result => new Revision<StockLevel>(result.Record!, result.Record!.Value with { Quantity = 9 }, [nameof(StockLevel.Quantity)]))], CancellationToken.None);
            written += results.OfType<WriteResult<StockLevel>.Written>().Count(result => result.Stored!.Value.Quantity == 9);
        }

        written.Should().Be(500);
        (shop.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(11);
    }

    [Fact]
    public async Task Stock_of_the_variations_of_a_product_takes_one_guard_read_and_one_batch()
    {
        await using var shop = await Shop.StartAsync(seed: state => Variable(state, 1, 10));
        await shop.OpenAsync();
        var ids = (await shop.ListAsync<StockLevel>()).Select(line => line.Id).ToList();
        ids.Should().HaveCount(10);
        var before = shop.Meter.Requests.Data;
        var present = await shop.Connector.Get<IFinder<StockLevel>>().FindAsync(ids, CancellationToken.None).ToListAsync();
        var results = await shop.Connector.Get<IUpdater<StockLevel>>().UpdateAsync([.. present.Select(result => new Revision<StockLevel>(result.Record!, result.Record!.Value with { Quantity = 4 }, [nameof(StockLevel.Quantity)]))], CancellationToken.None);
        results.Should().AllBeOfType<WriteResult<StockLevel>.Written>();
        (shop.Meter.Requests.Data - before).Should().Be(2);
    }

    [Fact]
    public async Task Cycle_without_changes_at_10000_products_takes_6_requests_for_the_catalogue()
    {
        await using var shop = await Shop.StartAsync(options => options.SweepEvery = TimeSpan.FromHours(6), seed: state => Simple(state, 10_000));
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await CycleAsync(shop, null);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));
        var cursor = await CycleAsync(shop, null);
        shop.Clock.Advance(TimeSpan.FromMinutes(10));

        var before = shop.Meter.Requests.Data;
        await CycleAsync(shop, cursor);

        (shop.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(6);
    }

    private static async Task<string> CycleAsync(Shop shop, string? cursor)
    {
        await shop.OpenAsync();
        var next = await shop.CursorAsync<Product>();
        cursor ??= next;
        await shop.ListAsync<Category>();
        (await shop.ChangedAsync<Product>(cursor)).Should().BeEmpty();
        (await shop.ListAsync<Product>()).Should().HaveCount(10_000);
        (await shop.ChangedAsync<ProductVariant>(cursor)).Should().BeEmpty();
        await shop.ListAsync<ProductVariant>();
        (await shop.ChangedAsync<StockLevel>(cursor)).Should().BeEmpty();
        (await shop.ListAsync<StockLevel>()).Should().HaveCount(10_000);
        (await shop.ChangedAsync<ProductImage>(cursor)).Should().BeEmpty();
        await shop.ListAsync<ProductImage>();
        return next;
    }

    private static void Simple(WooCommerceState state, int count)
    {
        for (var number = 0; number < count; number++)
            state.AddProduct(new JsonObject { ["name"] = $"Product {number}", ["sku"] = $"P{number:00000}", ["regular_price"] = "10", ["manage_stock"] = true, ["stock_quantity"] = 3 });
    }

    private static void Variable(WooCommerceState state, int products, int variations)
    {
        state.AddAttribute("Size");
        for (var number = 0; number < products; number++)
        {
            var options = new JsonArray([.. Enumerable.Range(0, variations).Select(size => (JsonNode)JsonValue.Create($"S{size}")!)]);
            var parent = state.AddProduct(new JsonObject { ["name"] = $"Shirt {number}", ["type"] = "variable", ["attributes"] = new JsonArray(new JsonObject { ["id"] = 1, ["variation"] = true, ["options"] = options }) });
            for (var size = 0; size < variations; size++)
                state.AddVariation(parent["id"]!.GetValue<long>(), new JsonObject { ["sku"] = $"V{number}-{size}", ["regular_price"] = "5", ["manage_stock"] = true, ["stock_quantity"] = 2, ["attributes"] = new JsonArray(new JsonObject { ["id"] = 1, ["option"] = $"S{size}" }) });
        }
    }
}
