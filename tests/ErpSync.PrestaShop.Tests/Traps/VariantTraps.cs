using ErpSync.Sandbox;

namespace ErpSync.PrestaShop.Tests;

public sealed class VariantTraps
{
    [Fact]
    public async Task The_first_combination_alone_becomes_the_default()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct(p => p.Price = 10m);
        await shop.OpenAsync();

        var first = await shop.CreateAsync(Samples.Variant(product.Id, "V-S", "S", 11m), Samples.Variant(product.Id, "V-M", "M", 12m));
        var second = await shop.CreateAsync(Samples.Variant(product.Id, "V-L", "L", 13m));

        first.Concat(second).Should().OnlyContain(result => result is WriteResult<ProductVariant>.Written);
        shop.Server.State.Combinations.Where(c => c["id_product"] == product.Id.ToString()).Select(c => c["default_on"] is "1").Should().Equal(true, false, false);
        var read = await shop.ReadAsync<ProductVariant>();
        read.Select(variant => variant.Value.PriceNet!.Value.Amount).Should().BeEquivalentTo([11m, 12m, 13m]);
        read.Select(variant => variant.Value.Options.Single().Value).Should().BeEquivalentTo("S", "M", "L");
    }

    [Fact]
    public async Task Options_that_exist_are_used_whatever_their_case()
    {
        await using var shop = await Shop.StartAsync();
        var (size, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        var groups = shop.Server.State.ProductOptions.Count;

        await shop.CreateAsync(Samples.Variant(product.Id, "V", "s", 5m) with { Options = [new VariantOption("SIZE", "s")] });

        shop.Server.State.ProductOptions.Count.Should().Be(groups);
        shop.Server.State.Combinations.Last().OptionValueIds.Should().Equal(values[0].Id);
        size.Id.Should().BePositive();
    }

    [Fact]
    public async Task A_combination_whose_answer_is_lost_is_found_and_not_doubled()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();
        shop.Server.Faults.Add(new Fault(FaultKind.ErrorAfterCommit) { Method = "POST", PathContains = "combinations" });

        var result = await shop.CreateAsync(Samples.Variant(product.Id, "V-S", "S", 11m), Samples.Variant(product.Id, "V-M", "M", 12m));

        result.Should().OnlyContain(one => one is WriteResult<ProductVariant>.Written);
        shop.Server.State.Combinations.Count(c => c.Reference.StartsWith("V-", StringComparison.Ordinal)).Should().Be(2);
    }

    [Fact]
    public async Task A_combination_without_product_or_options_is_refused()
    {
        await using var shop = await Shop.StartAsync();
        var product = shop.Server.State.AddProduct();
        await shop.OpenAsync();

        var results = await shop.CreateAsync(
            Samples.Variant(99999, "V-1", "S", 1m),
            Samples.Variant(product.Id, "V-2", "S", 1m) with { Options = [] },
            Samples.Variant(product.Id, "V-3", "S", 1m));

        results[0].Problem().Code.Should().Be("prestashop.owner-missing");
        results[1].Problem().Code.Should().Be("prestashop.options-missing");
        results[2].Id();
    }

    [Fact]
    public async Task A_product_price_changes_the_stamps_of_its_combinations()
    {
        await using var shop = await Shop.StartAsync();
        var (_, values) = shop.Server.State.AddOption("Size", "S");
        var product = shop.Server.State.AddProduct(p => p.Price = 10m);
        shop.Server.State.AddCombination(product.Id, c => c.OptionValueIds = [values[0].Id]);
        await shop.OpenAsync();
        var before = (await shop.ListAsync<ProductVariant>()).Single();

        product.Price = 11m;
        await shop.OpenAsync();
        var after = (await shop.ListAsync<ProductVariant>()).Single();

        after.Id.Should().Be(before.Id);
        after.Stamp.Should().NotBe(before.Stamp);
        (await shop.ReadAsync<ProductVariant>()).Single().Stamp.Should().Be(after.Stamp);
    }
}
