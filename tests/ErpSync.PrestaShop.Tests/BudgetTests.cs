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
