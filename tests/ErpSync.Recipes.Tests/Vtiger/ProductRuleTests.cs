namespace ErpSync.Recipes.Tests.Vtiger;

/// <summary>Section D of the list: products.</summary>
public sealed class ProductRuleTests
{
    [Fact]
    public async Task Vtiger_D1_Product_code_is_the_key()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Product("MUG");
            world.Add("Products", ("productname", "Other name"), ("productcode", "MUG"), ("discontinued", "1"));
        });
        await world.FeedAsync("products");
        world.In("Products").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_D2_Product_without_reference_bears_a_code_made_of_its_id_for_new_products_and_for_the_export()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Product(null));
        await world.FeedAsync("products");
        world.Only("Products")["productcode"].Should().Be($"#presta_{world.Shop.Products.First().Id}");
        await world.FeedAsync("export-products");
        world.In("Products").Should().ContainSingle();
    }

    [Fact]
    public async Task Vtiger_D3_Unknown_code_is_created()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Product("MUG", 12.5m));
        await world.FeedAsync("products");
        world.Only("Products")["productname"].Should().Be("The MUG");
        world.Only("Products")["unit_price"].Should().StartWith("12.5");
    }

    [Fact]
    public async Task Vtiger_D4_Known_code_is_neither_created_nor_updated()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Product("MUG");
            world.Add("Products", ("productname", "Other name"), ("productcode", "MUG"), ("unit_price", "3"), ("discontinued", "1"));
        });
        await world.FeedAsync("products");
        await world.FeedAsync("products");
        (world.Only("Products")["productname"], world.Only("Products")["unit_price"][..1]).Should().Be(("Other name", "3"));
    }

    [Fact]
    public async Task Vtiger_D5_Combinations_are_not_exported()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            var product = world.Product("MUG");
            world.Shop.AddCombination(product.Id, combination => combination.Reference = "MUG-RED");
        });
        await world.FeedAsync("export-products");
        world.Only("Products")["productcode"].Should().Be("MUG");
    }

    [Fact]
    public async Task Vtiger_D6_Ordered_product_that_the_CRM_lacks_is_made_of_the_line()
    {
        await using var world = await VtigerWorld.StartAsync();
        var product = world.Product("MUG", 12.5m);
        world.Order(world.Register(), VtigerWorld.Waiting, (product, 1));
        world.Order(world.Shop.Sales.Customers.First(), VtigerWorld.Waiting, (world.Product(null), 1));
        await world.OrdersAsync();
        world.In("Products").Select(made => made["productcode"]).Should().BeEquivalentTo(["MUG", "#presta_2"]);
        world.In("Products")[0]["unit_price"].Should().StartWith("12.5");
        await world.FeedAsync("products");
        world.In("Products").Should().HaveCount(2);
    }

    [Fact]
    public async Task Vtiger_D7_Different_default_currencies_are_told_and_prices_are_not_copied()
    {
        await using var world = await VtigerWorld.StartAsync(currency: "USD", seed: world => world.Product("MUG"));
        (await world.CheckAsync()).Should().Contain(finding => finding.Code == "recipes.base-currency" && finding.Severity == FindingSeverity.Error);
        (await world.TryFeedAsync("products")).Failed.Should().Be(1);
        world.In("Products").Should().BeEmpty();
    }

    [Fact]
    public async Task Vtiger_D8_Reference_that_comes_later_changes_the_code_of_the_same_record()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world => world.Product(null));
        await world.FeedAsync("products");
        world.Shop.Products.First().Reference = "MUG";
        world.Touch(world.Shop.Products.First());
        await world.FeedAsync("products");
        world.Only("Products")["productcode"].Should().Be("MUG");
    }

    [Fact]
    public async Task Vtiger_D9_Reference_that_looks_like_a_made_code_is_a_reference()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Product("#presta_2");
            world.Product("CUP");
        });
        await world.FeedAsync("products");
        world.In("Products").Select(product => product["productcode"]).Should().BeEquivalentTo(["#presta_2", "CUP"]);
    }

    [Fact]
    public async Task Vtiger_D10_Second_product_with_a_reference_is_told_and_not_merged()
    {
        await using var world = await VtigerWorld.StartAsync(seed: world =>
        {
            world.Product("MUG");
            world.Product("CUP");
            world.Add("Products", ("productname", "Cup"), ("productcode", "CUP"), ("discontinued", "1"));
        });
        await world.FeedAsync("products");
        world.Product("MUG", 20);
        var run = await world.TryFeedAsync("products");
        world.In("Products").Should().HaveCount(2);
        (await world.Host.InspectAsync(EntityKind.Product)).Where(view => view.Colour == LinkColour.Red).Should().NotBeEmpty(string.Join(" ", run.Messages));
    }
}
