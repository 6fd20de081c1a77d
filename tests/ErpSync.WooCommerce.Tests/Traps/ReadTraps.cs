using System.Text.Json.Nodes;
using ErpSync.Sandbox;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The traps of reading, each named after what goes wrong without care.</summary>
public sealed class ReadTraps
{
    [Fact]
    public async Task Modified_after_is_naive_UTC_with_the_flag_and_never_a_zone_with_the_flag()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddProduct(Body("Mug", "M-1")));
        shop.Clock.Advance(TimeSpan.FromHours(2));
        await shop.OpenAsync();
        var cursor = await shop.CursorAsync<Product>();
        shop.Clock.Advance(TimeSpan.FromSeconds(1));
        var product = await shop.FindAsync<Product>(FirstId(shop));
        await shop.UpdateAsync<Product>(product, value => value with { PriceNet = new Money(12, new CurrencyCode("EUR")) }, nameof(Product.PriceNet));

        (await shop.ChangedAsync<Product>(cursor)).Should().ContainSingle();
        var query = Uri.UnescapeDataString(shop.Server.Requests.Snapshot().Last(request => request.Query.Contains("modified_after", StringComparison.Ordinal)).Query);
        query.Should().Contain("dates_are_gmt=true").And.MatchRegex("modified_after=[0-9-]+T[0-9:]+&");
    }

    [Fact]
    public async Task Modified_after_is_strictly_greater_so_the_window_overlaps()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var cursor = await shop.CursorAsync<Product>();
        shop.State.AddProduct(Body("In the same second", "M-1"));
        (await shop.ChangedAsync<Product>(cursor)).Should().ContainSingle();
    }

    [Fact]
    public async Task Deletion_that_no_date_and_no_webhook_tells_is_found_by_the_total()
    {
        await using var shop = await Shop.StartAsync(seed: state => Enumerable.Range(0, 5).ToList().ForEach(number => state.AddProduct(Body($"P{number}", $"P{number}"))));
        await shop.OpenAsync();
        (await shop.ListAsync<Product>()).Should().HaveCount(5);
        var gone = shop.State.Products.Keys.Skip(2).First();
        shop.State.Products.Remove(gone);
        shop.Clock.Advance(TimeSpan.FromMinutes(30));
        await shop.OpenAsync();

        (await shop.ListAsync<Product>()).Select(line => line.Id).Should().HaveCount(4).And.NotContain(RemoteId.From(gone));
    }

    [Fact]
    public async Task Trashed_product_is_neither_listed_nor_found_and_costs_no_full_listing()
    {
        await using var shop = await Shop.StartAsync(seed: state => Enumerable.Range(0, 300).ToList().ForEach(number => state.AddProduct(Body($"P{number}", $"P{number}"))));
        shop.Clock.Advance(TimeSpan.FromMinutes(20));
        await shop.OpenAsync();
        await shop.ListAsync<Product>();
        shop.Clock.Advance(TimeSpan.FromMinutes(30));
        var binned = shop.State.Products.Values.First();
        binned["status"] = "trash";
        binned["date_modified_gmt"] = "2026-11-22T03:30:00";
        await shop.OpenAsync();
        var before = shop.Meter.Requests.Data;

        (await shop.ListAsync<Product>()).Should().HaveCount(299);
        (shop.Meter.Requests.Data - before).Should().BeLessThanOrEqualTo(4);
        (await shop.TryFindAsync<Product>(binned["id"]!.ToString())).Should().BeNull();
    }

    [Fact]
    public async Task Row_that_is_deleted_between_two_pages_loses_no_other_row()
    {
        await using var shop = await Shop.StartAsync(options => options.PageSize = 10, seed: state => Enumerable.Range(0, 45).ToList().ForEach(number => state.AddProduct(Body($"P{number}", $"P{number}"))));
        await shop.OpenAsync();
        var ids = shop.State.Products.Keys.ToList();
        var read = new List<string>();
        await foreach (var result in shop.Connector.Get<IReader<Product>>().ReadAsync(CancellationToken.None))
        {
            read.Add(result.Record!.Id.Value);
            if (read.Count == 15)
                ids.Take(7).ToList().ForEach(id => shop.State.Products.Remove(id));
        }

        read.Should().OnlyHaveUniqueItems();
        read.Should().Contain(ids.Skip(7).Select(id => RemoteId.From(id).Value));
    }

    [Fact]
    public async Task Page_that_breaks_off_is_asked_for_again_at_half_the_size()
    {
        await using var shop = await Shop.StartAsync(seed: state => Enumerable.Range(0, 120).ToList().ForEach(number => state.AddProduct(Body($"P{number}", $"P{number}"))));
        await shop.OpenAsync();
        await shop.ReadAsync<Category>();
        shop.Server.Faults.Add(new Fault(FaultKind.TruncatedBody) { PathContains = "/products", Times = 1 });

        (await shop.RecordsAsync<Product>()).Select(record => record.Id).Should().HaveCount(120).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Names_are_unescaped_whether_the_API_or_a_person_wrote_them()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            state.AddProduct(Body("Salt & Pepper", "A"));
            state.AddProduct(Body("x", "B"))["name"] = "Salt & Pepper";
        });
        await shop.OpenAsync();
        (await shop.RecordsAsync<Product>()).Select(record => record.Value.Name["en"]).Should().Equal("Salt & Pepper", "Salt & Pepper");
    }

    [Theory]
    [InlineData("regular_price", "false", "regular_price")]
    [InlineData("stock_quantity", "\"12.5\"", "stock_quantity")]
    [InlineData("meta_data", "{\"a\":1}", "meta_data")]
    public async Task One_odd_value_parks_that_record_only(string field, string value, string named)
    {
        await using var shop = await Shop.StartAsync(seed: state => Enumerable.Range(0, 3).ToList().ForEach(number => state.AddProduct(Body($"P{number}", $"P{number}"))));
        shop.State.Products.Values.Skip(1).First()[field] = JsonNode.Parse(value);
        await shop.OpenAsync();

        var results = await shop.ReadAsync<Product>();

        results.Should().HaveCount(3);
        results.Where(result => result.Record is null).Should().ContainSingle();
        var problem = results.Single(result => result.Record is null).Problem!;
        (problem.Field, problem.Kind, problem.Id).Should().Be((named, ProblemKind.Unreadable, (RemoteId?)RemoteId.From(shop.State.Products.Keys.Skip(1).First())));
    }

    [Fact]
    public async Task Price_without_tax_is_reckoned_where_the_shop_s_prices_include_tax()
    {
        await using var shop = await Shop.StartAsync(server: server => server.PricesIncludeTax = true, seed: state => state.AddProduct(Body("Mug", "M-1", "12.00")));
        await shop.OpenAsync();
        var product = (await shop.RecordsAsync<Product>()).Single();
        product.Value.PriceNet.Should().Be(new Money(10m, new CurrencyCode("EUR")));
        await shop.UpdateAsync<Product>(product, value => value with { PriceNet = new Money(20, new CurrencyCode("EUR")) }, nameof(Product.PriceNet));
        shop.State.Products.Values.Single()["regular_price"]!.ToString().Should().Be("24");
    }

    [Fact]
    public async Task Change_of_the_tax_rate_keeps_the_price_without_tax_where_prices_include_tax()
    {
        await using var shop = await Shop.StartAsync(server: server => server.PricesIncludeTax = true, seed: state => state.AddProduct(Body("Mug", "M-1", "12.00")));
        await shop.OpenAsync();
        var product = (await shop.RecordsAsync<Product>()).Single();
        await shop.UpdateAsync<Product>(product, value => value with { Taxes = [new TaxRate(5.5m)] }, nameof(Product.Taxes));
        (await shop.RecordsAsync<Product>()).Single().Value.PriceNet.Should().Be(new Money(10m, new CurrencyCode("EUR")));
    }

    [Fact]
    public async Task Abandoned_block_checkouts_are_no_orders()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddOrder(new JsonObject { ["status"] = "checkout-draft" }));
        await shop.OpenAsync();
        (await shop.RecordsAsync<Order>()).Should().BeEmpty();
        (await shop.ListAsync<Order>()).Should().BeEmpty();
    }

    [Fact]
    public async Task Sweep_finds_what_a_plugin_wrote_without_a_new_date()
    {
        await using var shop = await Shop.StartAsync(options => options.CustomFields.Add("erp_note"), seed: state => state.AddProduct(Body("Mug", "M-1")));
        await shop.OpenAsync();
        var memory = new TestMemory();
        var sweeper = shop.Connector.Get<ISweeper<Product>>();
        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Should().BeEmpty();
        shop.State.Products.Values.Single()["meta_data"] = new JsonArray(new JsonObject { ["id"] = 1, ["key"] = "erp_note", ["value"] = "raw" });

        (await sweeper.SweepAsync(memory, 1, CancellationToken.None)).Should().ContainSingle();
    }

    internal static JsonObject Body(string name, string sku, string price = "10") => new() { ["name"] = name, ["sku"] = sku, ["regular_price"] = price, ["manage_stock"] = true, ["stock_quantity"] = 3 };

    internal static string FirstId(Shop shop) => shop.State.Products.Keys.First().ToString(System.Globalization.CultureInfo.InvariantCulture);
}
