namespace ErpSync.PrestaShop.Tests;

public sealed class BudgetTests
{
    [Fact]
    public async Task A_thousand_products_with_everything_take_at_most_fifteen_requests()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 1000, withVariants: 50);
        await shop.OpenAsync();

        var products = await shop.ReadAsync<Product>();
        var variants = await shop.ReadAsync<ProductVariant>();
        var stock = await shop.ReadAsync<StockLevel>();
        var categories = await shop.ReadAsync<Category>();
        var images = await shop.ReadAsync<ProductImage>();

        products.Should().HaveCount(1000);
        variants.Should().HaveCount(100);
        stock.Should().HaveCount(1050, "products with combinations have no stock of their own");
        categories.Should().NotBeNull();
        images.Should().BeEmpty();
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(15);
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_cycle_without_changes_takes_at_most_six_requests_beside_reference_data()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 1000, withVariants: 50);
        await shop.OpenAsync();
        var cursor = await shop.Connector.Get<IChangeReader<Product>>().TakeCursorAsync(CancellationToken.None);
        shop.Clock.Advance(TimeSpan.FromHours(1));
        await shop.OpenAsync();
        var before = shop.Connector.Get<IRequestMeter>().Requests;

        var next = await shop.Connector.Get<IChangeReader<Product>>().TakeCursorAsync(CancellationToken.None);
        var changed = await shop.Connector.Get<IChangeReader<Product>>().ReadChangedAsync(next, CancellationToken.None).ToListAsync();
        await shop.ListAsync<Product>();
        await shop.ListAsync<ProductVariant>();
        await shop.ListAsync<StockLevel>();
        await shop.ListAsync<Category>();
        await shop.Connector.Get<IChangeReader<Category>>().ReadChangedAsync(next, CancellationToken.None).ToListAsync();

        var spent = shop.Connector.Get<IRequestMeter>().Requests - before;
        changed.Should().BeEmpty();
        next.Should().NotBe(cursor);
        spent.Data.Should().BeLessThanOrEqualTo(6);
        spent.Reference.Should().Be(0);
    }

    [Fact]
    public async Task Three_hundred_quantities_take_one_request()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 300, withVariants: 0);
        await shop.OpenAsync();
        var levels = await shop.ReadAsync<StockLevel>();
        shop.Server.Requests.Clear();

        var results = await shop.UpdateAsync([.. levels.Select(level => (level, level.Value with { Quantity = 7 }, new[] { nameof(StockLevel.Quantity) }))]);

        results.Should().OnlyContain(result => result is WriteResult<StockLevel>.Written);
        shop.Server.Requests.Total.Should().Be(1);
        (await shop.ReadAsync<StockLevel>()).Should().OnlyContain(level => level.Value.Quantity == 7);
    }

    [Fact]
    public async Task A_hundred_new_products_take_one_write()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var results = await shop.CreateAsync([.. Enumerable.Range(1, 100).Select(number => Samples.Product($"NEW-{number}"))]);

        results.Should().OnlyContain(result => result is WriteResult<Product>.Written);
        shop.Server.Requests.Writes.Should().Be(1);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(2);
    }

    [Fact]
    public async Task A_cursor_costs_nothing_when_an_answer_told_the_time()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        await shop.Connector.Get<IChangeReader<Product>>().TakeCursorAsync(CancellationToken.None);

        shop.Server.Requests.Total.Should().Be(0);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_hundred_products_with_combinations_stock_and_prices_take_at_most_five_requests(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        Seed(shop, 100, withVariants: 100);
        AddPrices(shop, 100);
        await shop.OpenAsync();

        var before = shop.Connector.Get<IRequestMeter>().Requests;
        (await shop.ReadAsync<Product>()).Should().HaveCount(100);
        (await shop.ReadAsync<ProductVariant>()).Should().HaveCount(200);
        (await shop.ReadAsync<StockLevel>()).Should().HaveCount(200);
        (await shop.ReadAsync<Price>()).Should().HaveCount(100);

        shop.Connector.Get<IRequestMeter>().Requests.Data.Should().BeLessThanOrEqualTo(before.Data + 5);
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_thousand_products_with_combinations_stock_prices_categories_and_pictures_take_at_most_fifteen_requests()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 1000, withVariants: 200);
        AddPrices(shop, 1000);
        await shop.OpenAsync();
        var before = shop.Connector.Get<IRequestMeter>().Requests;

        (await shop.ReadAsync<Product>()).Should().HaveCount(1000);
        (await shop.ReadAsync<ProductVariant>()).Should().HaveCount(400);
        (await shop.ReadAsync<StockLevel>()).Should().HaveCount(1200);
        (await shop.ReadAsync<Price>()).Should().HaveCount(1000);
        await shop.ReadAsync<Category>();
        await shop.ReadAsync<ProductImage>();

        shop.Connector.Get<IRequestMeter>().Requests.Data.Should().BeLessThanOrEqualTo(before.Data + 15);
    }

    [Fact]
    public async Task Stock_of_ten_thousand_products_is_compared_in_at_most_five_requests()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 10_000, withVariants: 0);
        await shop.OpenAsync();

        (await shop.ListAsync<StockLevel>()).Should().HaveCount(10_000).And.OnlyContain(line => line.Stamp != null);

        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task Six_hundred_quantities_are_guarded_and_written_in_at_most_four_requests()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 600, withVariants: 0);
        await shop.OpenAsync();

        var results = await WriteStockAsync(shop, await FindInBatchesAsync<StockLevel>(shop, 600, number => $"product:{number}"));

        results.Should().OnlyContain(result => result is WriteResult<StockLevel>.Written && ((WriteResult<StockLevel>.Written)result).Stored!.Value.Quantity == 7, "nothing has to be read back");
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(4);
    }

    [Fact]
    public async Task A_failing_quantity_in_the_middle_adds_at_most_four_requests_and_nothing_is_written_twice()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 600, withVariants: 0);
        await shop.OpenAsync();
        var current = await FindInBatchesAsync<StockLevel>(shop, 600, number => $"product:{number}");
        var gone = shop.Server.State.Stock(150).Id;
        shop.Server.State.RemoveProduct(150);

        var results = await WriteStockAsync(shop, current);

        results.Where((_, place) => place != 149).Should().OnlyContain(result => result is WriteResult<StockLevel>.Written);
        results[149].Problem().Kind.Should().Be(ProblemKind.NotFound);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(4 + 4);
        gone.Should().BePositive();
    }

    [Theory]
    [InlineData("9.1.4", 10)]
    [InlineData("8.2.1", 10)]
    [InlineData("1.7.8", 15)]
    public async Task Prices_of_five_hundred_products_take_at_most_ten_requests_and_five_more_without_PATCH(string version, int most)
    {
        await using var shop = await Shop.StartAsync(version);
        Seed(shop, 500, withVariants: 0);
        await shop.OpenAsync();
        var current = await FindInBatchesAsync<Product>(shop, 500, number => number.ToString());

        var results = await WriteProductPricesAsync(shop, current);
        await FindInBatchesAsync<Product>(shop, 500, number => number.ToString());

        results.Should().OnlyContain(result => result is WriteResult<Product>.Written);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(most, "guard reads and reading back are counted");
        shop.Server.State.Products.Should().OnlyContain(product => product.Price == 77.5m);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(250, true)]
    [InlineData(250, false)]
    [InlineData(499, true)]
    public async Task A_failing_price_adds_at_most_four_requests_wherever_it_is_and_whatever_the_clock_says(int place, bool clockMoves)
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 500, withVariants: 0);
        await shop.OpenAsync();
        var current = await FindInBatchesAsync<Product>(shop, 500, number => number.ToString());
        shop.Server.State.RemoveProduct(int.Parse(current[place].Id.Value));
        if (clockMoves)
            shop.Clock.Advance(TimeSpan.FromMinutes(1));
        shop.Server.Requests.Clear();

        var results = await WriteProductPricesAsync(shop, current);

        results.Where((_, index) => index != place).Should().OnlyContain(result => result is WriteResult<Product>.Written);
        results[place].Problem().Kind.Should().Be(ProblemKind.NotFound);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(5 + 4);
        shop.Server.State.Products.Should().OnlyContain(product => product.Price == 77.5m);
    }

    [Fact]
    public async Task Five_hundred_specific_prices_take_at_most_ten_requests_and_a_failing_one_at_most_four_more()
    {
        await using var shop = await Shop.StartAsync();
        Seed(shop, 500, withVariants: 0);
        AddPrices(shop, 500);
        await shop.OpenAsync();
        var current = await FindInBatchesAsync<Price>(shop, 500, number => number.ToString());
        var results = await WritePricesAsync(shop, current, 3m);
        results.Should().OnlyContain(result => result is WriteResult<Price>.Written);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(10);
        current = await FindInBatchesAsync<Price>(shop, 500, number => number.ToString());
        shop.Server.State.RemoveProduct(int.Parse(current[120].Value.Owner.Id.Value));
        shop.Server.Requests.Clear();

        results = await WritePricesAsync(shop, current, 4m);

        results[120].Problem().Kind.Should().Be(ProblemKind.NotFound);
        results.Where((_, place) => place != 120).Should().OnlyContain(result => result is WriteResult<Price>.Written);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(2 + 4);
        shop.Server.State.SpecificPrices.Should().OnlyContain(price => price.Price == 4m);
    }

    private static async Task<List<Remote<T>>> FindInBatchesAsync<T>(Shop shop, int count, Func<int, string> id)
        where T : class, IEntity
    {
        var records = new List<Remote<T>>();
        foreach (var batch in Enumerable.Range(1, count).Chunk(shop.Connector.Get<IKind<T>>().Profile.FindBatch))
            records.AddRange(await shop.FindAsync<T>([.. batch.Select(id)]));
        return records;
    }

    private static Task<List<WriteResult<StockLevel>>> WriteStockAsync(Shop shop, List<Remote<StockLevel>> current) =>
        WriteAsync(shop, current, level => level with { Quantity = 7 }, nameof(StockLevel.Quantity));

    private static Task<List<WriteResult<Product>>> WriteProductPricesAsync(Shop shop, List<Remote<Product>> current) =>
        WriteAsync(shop, current, product => product with { PriceNet = new Money(77.5m, Samples.Euro) }, nameof(Product.PriceNet));

    private static Task<List<WriteResult<Price>>> WritePricesAsync(Shop shop, List<Remote<Price>> current, decimal net) =>
        WriteAsync(shop, current, price => price with { Net = new Money(net, price.Net.Currency) }, nameof(Price.Net));

    private static async Task<List<WriteResult<T>>> WriteAsync<T>(Shop shop, List<Remote<T>> current, Func<T, T> change, string field)
        where T : class, IEntity
    {
        var results = new List<WriteResult<T>>();
        foreach (var batch in current.Chunk(shop.Connector.Get<IKind<T>>().Profile.WriteBatch))
            results.AddRange(await shop.UpdateAsync([.. batch.Select(one => (one, change(one.Value), new[] { field }))]));
        return results;
    }

    private static void AddPrices(Shop shop, int count)
    {
        for (var product = 1; product <= count; product++)
        {
            var owner = product;
            shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (owner, 2m));
        }
    }

    private static void Seed(Shop shop, int products, int withVariants)
    {
        var (_, values) = shop.Server.State.AddOption("Size", "S", "M");
        for (var number = 1; number <= products; number++)
        {
            var index = number;
            var product = shop.Server.State.AddProduct(p =>
            {
                p.Reference = $"P-{index}";
                p.Name["en"] = $"Product {index}";
                p.Price = index;
            });
            if (number > withVariants)
                continue;
            shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
            shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[1].Id]);
        }
    }
}
