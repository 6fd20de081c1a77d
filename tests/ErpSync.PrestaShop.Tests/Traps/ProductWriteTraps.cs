using ErpSync.Sandbox;

namespace ErpSync.PrestaShop.Tests;

public sealed class ProductWriteTraps
{
    [Fact]
    public async Task A_new_product_is_visible_for_sale_and_filed_under_Home()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Samples.Product("A-1")))[0].Id();

        var stored = shop.Server.State.Products.Single(product => product.Id == long.Parse(id.Value));
        stored["state"].Should().Be("1");
        stored["active"].Should().Be("1");
        stored["available_for_order"].Should().Be("1");
        stored["show_price"].Should().Be("1");
        stored["minimal_quantity"].Should().Be("1");
        stored["visibility"].Should().Be("both");
        stored["id_tax_rules_group"].Should().Be("1");
        stored["id_category_default"].Should().Be("2");
        stored.CategoryIds.Should().Equal(2);
    }

    [Fact]
    public async Task Missing_languages_of_a_new_product_are_filled_from_the_main_one()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Samples.Product("A-1") with { Name = LocalizedText.Of("en", "Été: 20 m"), Description = LocalizedText.Of("en", "<p>Long</p>") }))[0].Id();

        var product = (await shop.FindAsync<Product>(id.Value)).Single().Value;
        product.Name["fr"].Should().Be("Été: 20 m");
        product.Description["fr"].Should().Be("<p>Long</p>");
        shop.Server.State.Products.Single(p => p.Id == long.Parse(id.Value)).LinkRewrite["fr"].Should().Be("ete-20-m");
    }

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("1.7.8")]
    public async Task A_language_that_the_other_side_lacks_stays_when_a_name_is_changed(string version)
    {
        await using var shop = await Shop.StartAsync(version);
        await shop.OpenAsync();
        var id = (await shop.CreateAsync(Samples.Product("A-1")))[0].Id();
        var current = (await shop.FindAsync<Product>(id.Value)).Single();

        await shop.UpdateAsync((current, current.Value with { Name = LocalizedText.Of("en", "Renamed") }, [nameof(Product.Name)]));

        var name = (await shop.FindAsync<Product>(id.Value)).Single().Value.Name;
        name["en"].Should().Be("Renamed");
        name["fr"].Should().Be("Tuyau A-1");
    }

    [Theory]
    [InlineData("9.1.4", "PATCH")]
    [InlineData("8.2.1", "PATCH")]
    [InlineData("1.7.8", "PUT")]
    public async Task Fields_that_nobody_models_survive_an_update(string version, string method)
    {
        await using var shop = await Shop.StartAsync(version);
        var seeded = shop.Server.State.AddProduct(p =>
        {
            p.Reference = "A";
            p["supplier_reference"] = "SUP-1";
            p["upc"] = "123456789012";
            p["width"] = "3.500000";
        });
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Product>()).Single(product => product.Value.Reference == "A");

        var result = await shop.UpdateAsync((current, current.Value with { PriceNet = new Money(12.5m, Samples.Euro) }, [nameof(Product.PriceNet)]));

        result[0].Id().Should().Be(current.Id);
        var stored = shop.Server.State.Products.Single(product => product.Id == seeded.Id);
        stored["supplier_reference"].Should().Be("SUP-1");
        stored["upc"].Should().Be("123456789012");
        stored["width"].Should().Be("3.500000");
        stored.Price.Should().Be(12.5m);
        shop.Server.Requests.Snapshot().Where(request => request.IsWrite).Should().OnlyContain(request => request.Method == method);
    }

    [Fact]
    public async Task One_refused_product_in_a_batch_does_not_stop_the_others()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.CustomFields.Add("available_date"));
        await shop.OpenAsync();
        var products = Enumerable.Range(1, 20).Select(number => Samples.Product($"B-{number}")).ToArray();
        products[6] = products[6] with { Custom = TextMap.From([new("available_date", "no date")]) };

        var results = await shop.CreateAsync(products);

        results.Where((_, index) => index != 6).Select(result => result.Id()).Should().OnlyHaveUniqueItems();
        results[6].Problem().Kind.Should().Be(ProblemKind.Rejected);
        results[6].Problem().Field.Should().Be("available_date");
        shop.Server.State.Products.Count(product => product.Reference.StartsWith("B-", StringComparison.Ordinal)).Should().Be(19);
        shop.Server.Requests.Writes.Should().Be(3);
    }

    [Fact]
    public async Task A_batch_that_was_stored_behind_a_server_error_is_not_doubled()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST" });

        var results = await shop.CreateAsync([.. Enumerable.Range(1, 20).Select(number => Samples.Product($"B-{number}"))]);

        results.Select(result => result.Id()).Should().OnlyHaveUniqueItems();
        shop.Server.State.Products.Count(product => product.Reference.StartsWith("B-", StringComparison.Ordinal)).Should().Be(20);
        shop.Server.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task An_update_that_the_shop_stops_at_names_the_one_record()
    {
        await using var shop = await Shop.StartAsync();
        for (var number = 1; number <= 30; number++)
            shop.Server.State.AddProduct(p => p.Reference = $"C-{p.Id}");
        await shop.OpenAsync();
        var current = await shop.ReadAsync<Product>();
        shop.Server.State.RemoveProduct(int.Parse(current[10].Id.Value));
        shop.Clock.Advance(TimeSpan.FromMinutes(1));
        shop.Server.Requests.Clear();

        var results = await shop.UpdateAsync([.. current.Select(one => (one, one.Value with { CostNet = new Money(3, Samples.Euro) }, new[] { nameof(Product.CostNet) }))]);

        results.Where((_, index) => index != 10).Should().OnlyContain(result => result is WriteResult<Product>.Written);
        results[10].Problem().Kind.Should().Be(ProblemKind.NotFound);
        results[10].Problem().Id.Should().Be(current[10].Id);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(4);
        (await shop.ReadAsync<Product>()).Should().OnlyContain(product => product.Value.CostNet == new Money(3, Samples.Euro));
    }

    [Fact]
    public async Task An_update_in_the_second_of_the_last_change_finds_the_bad_record_by_halves()
    {
        await using var shop = await Shop.StartAsync();
        for (var number = 1; number <= 64; number++)
            shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var current = await shop.ReadAsync<Product>();
        shop.Server.State.RemoveProduct(int.Parse(current[40].Id.Value));
        shop.Server.Requests.Clear();

        var results = await shop.UpdateAsync([.. current.Select(one => (one, one.Value with { CostNet = new Money(3, Samples.Euro) }, new[] { nameof(Product.CostNet) }))]);

        results[40].Problem().Kind.Should().Be(ProblemKind.NotFound);
        results.Where((_, index) => index != 40).Should().OnlyContain(result => result is WriteResult<Product>.Written);
        shop.Server.Requests.Total.Should().BeLessThanOrEqualTo(25);
    }

    [Theory]
    [InlineData(FaultKind.ErrorAfterCommit)]
    [InlineData(FaultKind.DropAfterCommit)]
    [InlineData(FaultKind.TruncatedBody)]
    public async Task A_create_whose_answer_is_lost_is_found_and_not_doubled(FaultKind fault)
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(fault) { Method = "POST" });

        var results = await shop.CreateAsync(Samples.Product("D-1"), Samples.Product(null), Samples.Product("D-3"));

        results.Should().OnlyContain(result => result is WriteResult<Product>.Written);
        shop.Server.State.Products.Count(product => product.Name["en"].StartsWith("Hose", StringComparison.Ordinal)).Should().Be(3);
    }

    [Fact]
    public async Task A_create_that_never_arrived_is_unknown_and_not_repeated()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.DropBeforeCommit) { Method = "POST" });

        var result = (await shop.CreateAsync(Samples.Product("E-1")))[0];

        result.Problem().Kind.Should().Be(ProblemKind.OutcomeUnknown);
        shop.Server.Requests.Writes.Should().Be(1);
    }

    [Fact]
    public async Task A_new_product_price_leaves_the_final_prices_of_combinations_alone()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S", "M");
        var product = shop.Server.State.AddProduct(p => p.Price = 10m);
        shop.Server.State.AddCombination(product.Id, c => { c.PriceImpact = 1m; c.OptionValueIds = [values[0].Id]; });
        shop.Server.State.AddCombination(product.Id, c => { c.PriceImpact = -2m; c.OptionValueIds = [values[1].Id]; });
        await shop.OpenAsync();
        var current = (await shop.ReadAsync<Product>()).Single(one => one.Id == RemoteId.From(product.Id));

        (await shop.UpdateAsync((current, current.Value with { PriceNet = new Money(15m, Samples.Euro) }, [nameof(Product.PriceNet)])))[0].Id();

        (await shop.ReadAsync<ProductVariant>()).Select(variant => variant.Value.PriceNet!.Value.Amount).Should().BeEquivalentTo([11m, 8m]);
        shop.Server.State.Products.Single(one => one.Id == product.Id).Price.Should().Be(15m);
    }
}
