using System.Globalization;
using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section D: categories, products, combinations.</summary>
public sealed class DCatalogueTests
{
    [Fact]
    public async Task CyberOffice_D1_categories_arrive_with_their_tree()
    {
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            var kitchen = world.Shop.AddCategory("Kitchen");
            world.Shop.AddCategory("Mugs", kitchen.Id);
        });
        await shop.SettleAsync();
        var kitchen = shop.Erp.Categories.Single(category => category.Label == "Kitchen");
        shop.Erp.Categories.Single(category => category.Label == "Mugs").ParentId.Should().Be(kitchen.Id);
    }

    [Fact]
    public async Task CyberOffice_D1_product_in_two_stores_of_one_installation_is_one_product_of_the_erp()
    {
        await using var shop = await CyberShop.StartAsync(null, world => world.Shop.PutInShop(world.Mug.Id, world.Shop.AddShop("Second").Id), builder => builder.Services.Configure<PrestaShop.PrestaShopOptions>("shop", o => o.ShopId = 1));
        await shop.World.SettleAsync();
        shop.Erp.Products.Count(product => product.Ref.StartsWith("MUG", StringComparison.Ordinal)).Should().Be(1);
    }

    [Fact]
    public async Task CyberOffice_D2_references_are_made_where_missing_and_counted_up_where_doubled()
    {
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            Add(world, "ABC", "First");
            Add(world, "ABC", "Second");
            Add(world, "", "Third");
        });
        await shop.SettleAsync();
        shop.Erp.Products.Select(product => (product.Ref, product.Label)).Should().Contain([("ABC", "First"), ("ABC-1", "Second"), ("PS5", "Third")]);

        shop.Restart(null);
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        await shop.SettleAsync();
        shop.Erp.Products.Count(product => product.Ref.StartsWith("ABC", StringComparison.Ordinal)).Should().Be(2, "the second run keeps both links");
    }

    [Fact]
    public async Task CyberOffice_D2_pattern_makes_the_reference()
    {
        await using var shop = await CyberShop.StartAsync(o => o.ReferencePattern = "WEB-{ref}");
        await shop.SettleAsync();
        shop.Erp.Products.Select(product => product.Ref).Should().BeEquivalentTo("WEB-MUG", "WEB-BOOK");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CyberOffice_D3_combination_becomes_a_product_of_its_own_or_a_variant_by_option(bool variants)
    {
        await using var shop = await CyberShop.StartAsync(o => o.Variants = variants, Combine);
        await shop.SettleAsync();
        var child = shop.Erp.Products.Single(product => product.Ref == "MUG-RED");
        (shop.Erp.Variants.Count > 0).Should().Be(variants);
        if (!variants)
            child.Description.Should().StartWith("<p>Colour: Red</p>", "the attributes are the first line of the description");
        var order = shop.Order(change: draft => draft with { Lines = [new(shop.Mug.Id, 1, shop.Shop.Combinations.Single().Id)] });
        await shop.World.SettleAsync();
        shop.Erp.Orders.Single().Lines.Should().Contain(line => line.ProductId == child.Id);
        order.Should().NotBeNull();
    }

    [Fact]
    public async Task CyberOffice_D4_long_description_goes_into_an_extra_field()
    {
        await using var shop = await CyberShop.StartAsync(o => o.LongDescriptionField = "longdesc", world =>
        {
            world.Erp.AddExtraField("product", "longdesc", "text");
            world.Mug.DescriptionShort["en"] = "Short words";
            world.Mug.Description["en"] = "Long words";
        });
        await shop.SettleAsync();
        var mug = shop.Erp.Products.Single(product => product.Ref == "MUG");
        mug.ExtraFields["longdesc"].Should().Contain("Long words");
        mug.Description.Should().Contain("Short words");
    }

    [Fact]
    public async Task CyberOffice_D5_descriptions_of_the_erp_are_never_touched_by_option()
    {
        await using var shop = await CyberShop.StartAsync(o => o.NoDescriptions = true);
        await shop.SettleAsync();
        var mug = shop.Erp.Products.Single(product => product.Ref == "MUG");
        mug.Description.Should().NotContain("A mug");
        shop.Erp.EditProduct(mug.Id, product => product.Description = "Ours");
        shop.World.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Mug.Description["en"] = "Theirs";
        shop.Mug.DateUpd = shop.Shop.Now;
        await shop.SettleAsync();
        shop.Erp.Products[mug.Id].Description.Should().Be("Ours");
    }

    [Fact]
    public async Task CyberOffice_D6_group_prices_go_to_price_levels_and_the_others_are_listed_with_count_and_reason()
    {
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            world.Erp.Constants["PRODUCT_PRICE_UNIQ"] = null;
            world.Erp.Constants["PRODUIT_MULTIPRICES"] = "1";
            world.Erp.Constants["PRODUIT_MULTIPRICES_LIMIT"] = "3";
            world.Shop.AddSpecificPrice(price => (price.ProductId, price.GroupId, price.Price) = (world.Mug.Id, 3, 8m));
            world.Shop.AddSpecificPrice(price => (price.ProductId, price.FromQuantity, price.Price) = (world.Mug.Id, 10, 7m));
        }, builder => builder.Services.Configure<Dolibarr.DolibarrOptions>("erp", o => o.PriceLevelNames[2] = "Customer"));
        var report = await shop.RunAsync();
        await shop.World.SettleAsync();
        var mug = shop.Erp.Products.Single(product => product.Ref == "MUG");
        mug.PriceLevels[2].Price.Should().Be(8m);
        report.Kinds.Single(kind => kind.Kind == EntityKind.Price).Failed.Should().BeGreaterThan(0, "a quantity price is not dropped silently");
        (await shop.CheckAsync()).Should().Contain(finding => finding.Code == "dolibarr.not-carried" || finding.Code == "dolibarr.price-not-writable");
    }

    [Fact]
    public async Task CyberOffice_D7_features_are_carried()
    {
        await using var shop = await CyberShop.StartAsync(o => o.Features["Material"] = "material", world =>
        {
            world.Erp.AddExtraField("product", "material");
            var (feature, values) = world.Shop.AddFeature("Material", "Clay");
            world.Mug.Features = [(feature.Id, values[0].Id)];
        });
        await shop.SettleAsync();
        shop.Erp.Products.Single(product => product.Ref == "MUG").ExtraFields["material"].Should().Be("Clay");
    }

    [Theory]
    [InlineData(DoubleTaxes.OnNet, 1, "114.975", "114.98")]
    [InlineData(DoubleTaxes.OnTaxed, 2, "115.47375", "115.47")]
    public async Task CyberOffice_D8_two_taxes_per_product_are_reckoned_in_both_modes_and_rounded_by_the_shop(DoubleTaxes mode, int behavior, string exactly, string shown)
    {
        var (exact, rounded) = (decimal.Parse(exactly, CultureInfo.InvariantCulture), decimal.Parse(shown, CultureInfo.InvariantCulture));
        PrestaShopProduct? tea = null;
        await using var shop = await CyberShop.StartAsync(o => o.DoubleTaxes = mode, world =>
        {
            world.Erp.CompanyCountryId = 14;
            foreach (var (id, rate) in new[] { (60, 0m), (61, 20m), (62, 5.5m) })
                world.Erp.VatRates.Add(new Sandbox.DolibarrVatRate(id, 14, rate, "Rate"));
            world.Erp.VatRates.Add(new Sandbox.DolibarrVatRate(63, 14, 5m, "GST and QST") { LocalTax1 = "9.975", LocalTax1Type = mode == DoubleTaxes.OnNet ? 1 : 2 });
            var group = world.Shop.AddTaxRuleGroup("GST", 5m);
            var second = world.Shop.AddTaxRuleGroup("QST", 9.975m);
            foreach (var rule in world.Shop.TaxRules.Where(rule => rule.GroupId == second.Id).ToList())
                rule.GroupId = group.Id;
            foreach (var rule in world.Shop.TaxRules.Where(rule => rule.GroupId == group.Id))
                rule.Behavior = behavior;
            tea = world.Shop.AddProduct(product =>
            {
                (product.Reference, product.Price, product.TaxRulesGroupId) = ("TEA", 100m, group.Id);
                product.Name["en"] = "Tea";
            });
        });
        var placed = shop.Order(change: draft => draft with { CarrierId = 1, Lines = [new(tea!.Id)] });
        await shop.SettleAsync();
        placed.Amount("total_paid_tax_incl").Should().Be(rounded);
        var rates = new TaxRate[] { new(5m), new(9.975m, mode == DoubleTaxes.OnTaxed) }.ToValueList();
        (100m + LineAmounts.Taxes(new Money(100m, CurrencyCode.Parse("EUR")), rates).Sum(tax => tax.Amount)).Should().Be(exact);
        var line = shop.Erp.Orders.Single().Lines.Single();
        (line.VatRate, line.LocalTax1, line.LocalTax1Type).Should().Be((5m, 9.975m, mode == DoubleTaxes.OnNet ? 1 : 2));
        shop.Erp.Orders.Single().Amounts.Gross.Should().Be(rounded);
        shop.Erp.Invoices.Single().Amounts.Gross.Should().Be(rounded);
    }

    private static void Combine(CyberShop world)
    {
        var (option, values) = world.Shop.AddOption("Colour", "Red");
        option.Id.Should().BePositive();
        world.Shop.AddCombination(world.Mug.Id, combination =>
        {
            combination.Reference = "MUG-RED";
            combination.OptionValueIds = [values[0].Id];
        });
    }

    private static PrestaShopProduct Add(CyberShop world, string reference, string name) => world.Shop.AddProduct(product =>
    {
        (product.Reference, product.Price) = (reference, 5m);
        product.Name["en"] = name;
    });
}
