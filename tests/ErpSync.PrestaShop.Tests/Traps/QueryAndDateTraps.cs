namespace ErpSync.PrestaShop.Tests;

public sealed class QueryAndDateTraps
{
    [Fact]
    public async Task Many_ids_are_asked_for_in_several_addresses_because_web_servers_refuse_long_ones()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Products.NextId = 1_000_000;
        var ids = Enumerable.Range(0, 1500).Select(_ => shop.Server.State.AddProduct().Id.ToString()).ToArray();
        await shop.OpenAsync();

        (await shop.FindAsync<Product>(ids)).Should().HaveCount(1500);

        shop.Server.Requests.Snapshot().Should().HaveCountGreaterThan(1).And.OnlyContain(request => request.Status == 200 && request.Query.Length < 8000);
    }

    [Fact]
    public async Task Filters_on_dates_come_with_date_1_and_only_where_there_is_a_date()
    {
        // 8.2.1 breaks on a date filter of a table without dates, 9.1.4 answers with an empty list: nothing would ever have changed.
        await using var shop = await Shop.StartAsync("8.2.1");
        shop.Server.State.AddProduct();
        await shop.OpenAsync();

        await ChangedAsync<Product>(shop);
        await ChangedAsync<Category>(shop);
        await ChangedAsync<ProductImage>(shop);
        await ChangedAsync<Manufacturer>(shop);
        await ChangedAsync<Supplier>(shop);

        shop.Server.Requests.Snapshot().Where(request => request.Query.Contains("date_upd]", StringComparison.Ordinal)).Should().NotBeEmpty()
            .And.OnlyContain(request => request.Query.Contains("&date=1", StringComparison.Ordinal) && request.Status == 200);
        shop.Connector.Find<IChangeReader<ProductVariant>>().Should().BeNull();
        shop.Connector.Find<IChangeReader<StockLevel>>().Should().BeNull();
        shop.Connector.Find<IChangeReader<Price>>().Should().BeNull();
        shop.Connector.Find<IChangeReader<SupplierPrice>>().Should().BeNull();
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task What_does_not_move_the_date_of_a_product_is_noticed_by_the_listings(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var state = shop.Server.State;
        var (_, values) = state.AddOption("Size", "S");
        var product = state.AddProduct();
        var variant = state.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        var price = state.AddSpecificPrice(one => (one.ProductId, one.Price) = (product.Id, 3m));
        var asked = state.AddProductSupplier(product.Id, state.AddSupplier("Wholesale").Id);
        state.AddImage(product.Id, [0xFF, 0xD8, 1]);
        await shop.OpenAsync();
        var before = await StampsAsync(shop);
        var date = product.DateUpd;
        shop.Clock.Advance(TimeSpan.FromHours(1));

        variant.PriceImpact = 2m;
        price.Price = 4m;
        asked.Price = 9m;
        state.SetStock(product.Id, 8, variant.Id);
        state.AddImage(product.Id, [0xFF, 0xD8, 2]);
        await shop.OpenAsync();
        var after = await StampsAsync(shop);

        product.DateUpd.Should().Be(date);
        after.Keys.Where(key => !before.TryGetValue(key, out var stamp) || stamp != after[key]).Select(key => key.Split(' ')[0]).Distinct().Should().BeEquivalentTo("variant", "price", "supply", "stock", "image");
    }

    [Fact]
    public async Task A_deletion_is_told_by_the_listing_because_the_shop_keeps_no_trace()
    {
        await using var shop = await Shop.StartAsync();
        var (first, second) = (shop.Server.State.AddProduct(), shop.Server.State.AddProduct());
        await shop.OpenAsync();
        shop.Server.State.RemoveProduct(first.Id);

        (await shop.ListAsync<Product>()).Select(line => line.Id).Should().Equal(RemoteId.From(second.Id));
        (await shop.FindAsync<Product>(first.Id.ToString())).Should().BeEmpty();
    }

    [Fact]
    public async Task A_product_saved_in_the_second_of_the_cursor_is_delivered()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Product>>();
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);
        var product = shop.Server.State.AddProduct();

        (await changes.ReadChangedAsync(cursor, CancellationToken.None).ToListAsync()).Select(result => result.Record!.Id).Should().Contain(RemoteId.From(product.Id));
    }

    [Fact]
    public async Task A_shop_whose_clock_differs_loses_no_change()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var changes = shop.Connector.Get<IChangeReader<Product>>();

        // The cursor is the time in the answers of the shop; this machine's clock is not asked.
        var cursor = await changes.TakeCursorAsync(CancellationToken.None);

        cursor.Should().Be("1:" + shop.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Drafts_of_the_back_office_are_no_products_yet()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddProduct(p => p.Saved = false);
        await shop.OpenAsync();

        (await shop.ReadAsync<Product>()).Should().BeEmpty();
        (await shop.ListAsync<Product>()).Should().BeEmpty();
    }

    private static async Task ChangedAsync<T>(Shop shop)
        where T : class, IEntity
    {
        var changes = shop.Connector.Get<IChangeReader<T>>();
        await changes.ReadChangedAsync(await changes.TakeCursorAsync(CancellationToken.None), CancellationToken.None).CountAsync();
    }

    private static async Task<Dictionary<string, string?>> StampsAsync(Shop shop)
    {
        var stamps = new Dictionary<string, string?>();
        foreach (var (name, lines) in new[]
        {
            ("product", await shop.ListAsync<Product>()), ("variant", await shop.ListAsync<ProductVariant>()), ("price", await shop.ListAsync<Price>()), ("supply", await shop.ListAsync<SupplierPrice>()),
            ("stock", await shop.ListAsync<StockLevel>()), ("image", await shop.ListAsync<ProductImage>()),
        })
        {
            foreach (var line in lines)
                stamps[$"{name} {line.Id}"] = line.Stamp;
        }

        return stamps;
    }
}
