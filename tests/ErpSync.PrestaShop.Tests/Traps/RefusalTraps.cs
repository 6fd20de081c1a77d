namespace ErpSync.PrestaShop.Tests;

public sealed class RefusalTraps
{
    [Fact]
    public async Task An_unknown_tax_rate_is_named_with_its_country_and_never_becomes_zero()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var problem = (await shop.CreateAsync(Samples.Product("A") with { Taxes = [new TaxRate(21)] }))[0].Problem();

        problem.Kind.Should().Be(ProblemKind.Misconfigured);
        problem.Code.Should().Be("prestashop.tax-unknown");
        problem.Field.Should().Be(nameof(Product.Taxes));
        problem.Message.Should().Contain("21").And.Contain("country");
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_price_in_another_currency_is_refused()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var problem = (await shop.CreateAsync(Samples.Product("A") with { PriceNet = new Money(5, new CurrencyCode("USD")) }))[0].Problem();

        problem.Code.Should().Be("prestashop.currency-foreign");
        problem.Message.Should().Contain("USD").And.Contain("EUR");
    }

    [Theory]
    [InlineData(-1, null, null, "prestashop.price-negative")]
    [InlineData(1, "12AB", null, "prestashop.barcode-invalid")]
    [InlineData(1, null, "", "prestashop.name-missing")]
    public async Task A_value_that_the_shop_would_refuse_is_refused_beforehand(int price, string? barcode, string? name, string code)
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var product = Samples.Product("A", price) with { Barcode = barcode };

        var results = await shop.CreateAsync(name is null ? product : product with { Name = LocalizedText.Of("en", name) }, Samples.Product("B"));

        results[0].Problem().Code.Should().Be(code);
        results[0].Problem().Kind.Should().Be(ProblemKind.Rejected);
        results[1].Id();
    }

    [Fact]
    public async Task Quantities_that_follow_warehouses_are_refused()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Reference = "A");
        shop.Server.State.Stock(product.Id)["depends_on_stock"] = "1";
        await shop.OpenAsync();
        var level = (await shop.FindAsync<StockLevel>($"product:{product.Id}")).Single();

        var problem = (await shop.UpdateAsync((level, level.Value with { Quantity = 3 }, [nameof(StockLevel.Quantity)])))[0].Problem();

        problem.Code.Should().Be("prestashop.stock-depends-on-warehouses");
        shop.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task A_category_is_not_moved_beneath_itself()
    {
        await using var shop = await Shop.StartAsync();
        var top = shop.Server.State.AddCategory("Garden");
        var below = shop.Server.State.AddCategory("Hoses", top.Id);
        await shop.OpenAsync();
        var current = (await shop.FindAsync<Category>(top.Id.ToString())).Single();

        var problem = (await shop.UpdateAsync((current, current.Value with { Parent = new Ref(EntityKind.Category, RemoteId.From(below.Id)) }, [nameof(Category.Parent)])))[0].Problem();

        problem.Code.Should().Be("prestashop.category-loop");
    }

    [Fact]
    public async Task A_category_with_others_beneath_it_is_not_deleted()
    {
        await using var shop = await Shop.StartAsync();
        var top = shop.Server.State.AddCategory("Garden");
        shop.Server.State.AddCategory("Hoses", top.Id);
        await shop.OpenAsync();
        var current = await shop.FindAsync<Category>(top.Id.ToString());

        var results = await shop.Connector.Get<IDeleter<Category>>().DeleteAsync(current, CancellationToken.None);

        results[0].Problem().Code.Should().Be("prestashop.category-has-children");
        shop.Server.State.Categories.Count(category => category.Id == top.Id).Should().Be(1);
    }

    [Fact]
    public async Task A_category_goes_together_with_all_that_are_beneath_it_when_all_are_named()
    {
        await using var shop = await Shop.StartAsync();
        var top = shop.Server.State.AddCategory("Garden");
        var below = shop.Server.State.AddCategory("Hoses", top.Id);
        await shop.OpenAsync();
        var current = await shop.FindAsync<Category>(top.Id.ToString(), below.Id.ToString());

        var results = await shop.Connector.Get<IDeleter<Category>>().DeleteAsync(current, CancellationToken.None);

        results.Should().OnlyContain(result => result is WriteResult<Category>.Written);
        (await shop.ReadAsync<Category>()).Should().NotContain(category => category.Id == RemoteId.From(top.Id) || category.Id == RemoteId.From(below.Id));
    }

    [Fact]
    public async Task A_missing_id_in_a_bulk_delete_does_not_keep_the_others()
    {
        await using var shop = await Shop.StartAsync();
        var seeded = Enumerable.Range(1, 5).Select(_ => shop.Server.State.AddProduct()).ToList();
        await shop.OpenAsync();
        var current = await shop.FindAsync<Product>([.. seeded.Select(product => product.Id.ToString())]);
        shop.Server.State.RemoveProduct(seeded[2].Id);

        var results = await shop.Connector.Get<IDeleter<Product>>().DeleteAsync(current, CancellationToken.None);

        results.Should().OnlyContain(result => result is WriteResult<Product>.Written);
        seeded.Should().OnlyContain(product => shop.Server.State.Products.All(one => one.Id != product.Id));
    }
}
