using ErpSync.Sandbox;

namespace ErpSync.PrestaShop.Tests;

public sealed class WriteTraps
{
    [Fact]
    public async Task Several_records_are_deleted_with_commas_because_pipes_delete_only_the_first()
    {
        await using var shop = await Shop.StartAsync();
        for (var number = 0; number < 3; number++)
            shop.Server.State.AddProduct();
        await shop.OpenAsync();

        await shop.Connector.Get<IDeleter<Product>>().DeleteAsync(await shop.ReadAsync<Product>(), CancellationToken.None);

        shop.Server.State.Products.Count.Should().Be(0);
        shop.Server.Requests.Snapshot().Single(request => request.IsWrite).Query.Should().NotContain("|").And.NotContain("%7C");
    }

    [Fact]
    public async Task Columns_that_the_shop_does_not_take_back_are_left_out_of_whole_records()
    {
        await using var shop = await Shop.StartAsync("1.7.8");
        var product = shop.Server.State.AddProduct(p => p.ManufacturerId = shop.Server.State.AddManufacturer("Maker").Id);
        var maker = shop.Server.State.Manufacturers.Single();
        var category = shop.Server.State.AddCategory("Garden");
        await shop.OpenAsync();
        var current = (await shop.FindAsync<Product>(product.Id.ToString())).Single();
        var brand = (await shop.ReadAsync<Manufacturer>()).Single();
        var node = (await shop.ReadAsync<Category>()).Single();

        (await shop.UpdateAsync((current, current.Value with { PriceNet = new Money(3, Samples.Euro) }, [nameof(Product.PriceNet)])))[0].Id();
        (await shop.UpdateAsync((brand, brand.Value with { Name = "Other" }, [nameof(Manufacturer.Name)])))[0].Id();
        (await shop.UpdateAsync((node, node.Value with { Active = false }, [nameof(Category.Active)])))[0].Id();

        product.Price.Should().Be(3m);
        product.ManufacturerId.Should().Be(maker.Id);
        maker.Name.Should().Be("Other");
        category.Active.Should().BeFalse();
    }

    [Fact]
    public async Task A_write_that_is_redirected_is_an_error_and_not_a_read()
    {
        // A PATCH that follows a redirect becomes a GET, and its answer looks like success (PrestaShop issue 37109).
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Product>()).Single();
        shop.Server.Domain = "shop.example";

        var problem = (await shop.UpdateAsync((current, current.Value with { PriceNet = new Money(3, Samples.Euro) }, [nameof(Product.PriceNet)])))[0].Problem();

        problem.Code.Should().Be("http.redirected");
        shop.Server.State.Products.Single().Price.Should().NotBe(3m);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task Proxies_that_block_PATCH_are_passed_by_POST_with_ps_method(string version)
    {
        await using var shop = await Shop.StartAsync(version, options => options.MethodOverride = true);
        shop.Server.State.AddProduct(p => p.Reference = "KEEP");
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Product>()).Single();

        (await shop.UpdateAsync((current, current.Value with { PriceNet = new Money(3, Samples.Euro) }, [nameof(Product.PriceNet)])))[0].Id();

        shop.Server.State.Products.Single().Should().Match<ErpSync.Sandbox.PrestaShop.PrestaShopProduct>(product => product.Price == 3m && product.Reference == "KEEP");
        shop.Server.Requests.Snapshot().Single(request => request.IsWrite).Should().Match<SandboxRequest>(request => request.Method == "POST" && request.Query.Contains("ps_method=PATCH"));
    }

    [Fact]
    public async Task A_key_made_before_8_lacks_PATCH_and_the_probe_says_so()
    {
        const string key = "OLDKEYOLDKEYOLDKEYOLDKEYOLDKEY12";
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = key);
        shop.Server.Keys.Add(key, one =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "shops", "stock_availables" })
                one.Allow(resource, "GET", "POST", "PUT", "DELETE", "HEAD");
        });

        var findings = await shop.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.StockLevel, true, false, true, false)], CancellationToken.None);

        findings.Should().ContainSingle().Which.Message.Should().Be("The key lacks PATCH on stock_availables.");
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task The_sum_row_of_a_product_with_combinations_is_never_written(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var level = (await shop.FindAsync<StockLevel>($"product:{product.Id}")).Single();
        var variant = shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        shop.Server.State.SetStock(product.Id, 5, variant.Id);

        var problem = (await shop.UpdateAsync((level with { Native = null }, level.Value with { Quantity = 99 }, [nameof(StockLevel.Quantity)])))[0].Problem();

        problem.Code.Should().Be("prestashop.stock-row-missing");
        shop.Server.State.Stock(product.Id).Quantity.Should().Be(5);
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task A_quantity_is_written_with_all_columns_where_PATCH_is_missing(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        var product = shop.Server.State.AddProduct();
        shop.Server.State.Stock(product.Id)["location"] = "A-12";
        shop.Server.State.Stock(product.Id).OutOfStock = 1;
        await shop.OpenAsync();
        var level = (await shop.ReadAsync<StockLevel>()).Single();

        (await shop.UpdateAsync((level, level.Value with { Quantity = 3 }, [nameof(StockLevel.Quantity)])))[0].Id();

        var row = shop.Server.State.Stock(product.Id);
        (row.Quantity, row["location"], row.OutOfStock).Should().Be((3, "A-12", 1));
    }

    [Fact]
    public async Task A_category_address_with_accents_is_one_that_the_shop_keeps()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(new Category { Name = LocalizedText.Of("en", "Été: bad link é!") }))[0].Id();

        shop.Server.State.Categories[int.Parse(id.Value)].LinkRewrite["en"].Should().Be("ete-bad-link-e");
    }

    [Fact]
    public async Task Makers_of_one_name_are_both_found_because_the_shop_takes_duplicates()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddManufacturer("Hozelock");
        shop.Server.State.AddManufacturer("hozelock");
        await shop.OpenAsync();

        (await shop.Connector.Get<IKeyFinder<Manufacturer>>().FindByKeyAsync(["hozelock"], CancellationToken.None).ToListAsync()).Should().HaveCount(2);
    }

    [Theory]
    [InlineData(FaultKind.ErrorAfterCommit)]
    [InlineData(FaultKind.DropAfterCommit)]
    public async Task An_error_after_a_stored_write_is_looked_at_before_anything_is_repeated(FaultKind fault)
    {
        // In production any PHP warning turns a stored write into a 500.
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        shop.Server.State.AddSpecificPrice(price => (price.ProductId, price.Price) = (product.Id, 2m));
        await shop.OpenAsync();
        var price = (await shop.ReadAsync<Price>()).Single();
        var level = (await shop.ReadAsync<StockLevel>()).Single();
        shop.Server.Requests.Clear();
        shop.Server.Faults.Add(new Fault(fault) { Method = "PATCH" });
        (await shop.UpdateAsync((price, price.Value with { Net = new Money(5, Samples.Euro) }, [nameof(Price.Net)])))[0].Id();
        shop.Server.Faults.Add(new Fault(fault) { Method = "PATCH" });
        (await shop.UpdateAsync((level, level.Value with { Quantity = 9 }, [nameof(StockLevel.Quantity)])))[0].Id();
        shop.Server.Faults.Add(new Fault(fault) { Method = "POST" });
        (await shop.CreateAsync(new Price { Owner = price.Value.Owner, FromQuantity = 7, Net = new Money(1, Samples.Euro) }))[0].Id();

        shop.Server.Requests.Writes.Should().Be(3, "each was sent once");
        shop.Server.State.SpecificPrices.Count.Should().Be(2);
    }
}
