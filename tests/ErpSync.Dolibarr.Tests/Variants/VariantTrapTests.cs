using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The traps of Dolibarr's variants, each with what the connector makes of it.</summary>
public sealed class VariantTrapTests
{
    private static readonly CurrencyCode Eur = new("EUR");

    [Fact]
    public async Task Child_is_read_with_parent_options_and_its_own_price()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, child) = ProductTrapTests.SeedVariant(erp.State, null);
        var record = await erp.FindAsync<ProductVariant>($"{child}");
        record.Value.Should().Be(new ProductVariant
        {
            Product = new Ref(EntityKind.Product, RemoteId.From(parent)),
            Reference = "HOOD-RED",
            Options = [new VariantOption("Colour", "Red")],
            PriceNet = new Money(45, Eur),
            Active = true,
        });
    }

    [Fact]
    public async Task Create_whose_answer_is_lost_is_not_doubled_by_a_second_create()
    {
        await using var erp = await Erp.StartAsync();
        var parent = SeedParent(erp.State);
        var variant = Wanted(parent, "Red", "HOOD-R");
        await erp.OpenAsync();
        erp.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "POST", PathContains = "/variants" });
        (await erp.CreateAsync(variant, "main:shop:product-variant:5")).Should().BeOfType<WriteResult<ProductVariant>.Failed>().Which.Problem.Kind.Should().Be(ProblemKind.OutcomeUnknown);

        var again = await erp.CreateAsync(variant, "main:shop:product-variant:5");

        again.Should().BeOfType<WriteResult<ProductVariant>.Written>(again.ToString());
        erp.State.Variants.Should().ContainSingle();
        erp.State.Products.Should().HaveCount(2);
        erp.State.Products[erp.State.Variants.Single().ChildId].RefExt.Should().Be("main:shop:product-variant:5");
    }

    [Fact]
    public async Task Combination_that_belongs_to_another_variant_is_a_duplicate()
    {
        await using var erp = await Erp.StartAsync();
        var parent = SeedParent(erp.State);
        await erp.CreateAsync(Wanted(parent, "Red", "HOOD-R"), "main:shop:product-variant:5");
        var second = await erp.CreateAsync(Wanted(parent, "red", "HOOD-R2"), "main:shop:product-variant:6");
        second.Should().BeOfType<WriteResult<ProductVariant>.Failed>().Which.Problem.Code.Should().BeOneOf("dolibarr.duplicate", "dolibarr.create-incomplete");
        erp.State.Variants.Should().ContainSingle();
        erp.State.Products[erp.State.Variants.Single().ChildId].Ref.Should().Be("HOOD-R");
    }

    [Fact]
    public async Task Attributes_and_values_are_created_once()
    {
        await using var erp = await Erp.StartAsync();
        var parent = SeedParent(erp.State);
        await erp.CreateAsync(Wanted(parent, "Grün", "HOOD-G"), "main:shop:product-variant:1");
        await erp.CreateAsync(Wanted(parent, "漢字", "HOOD-K"), "main:shop:product-variant:2");
        await erp.OpenAsync();
        await erp.CreateAsync(Wanted(parent, "Blau", "HOOD-B"), "main:shop:product-variant:3");
        erp.State.Attributes.Select(attribute => (attribute.Ref, attribute.Label)).Should().Equal(("FARBE", "Farbe"));
        erp.State.AttributeValues.Select(value => value.Value).Should().Equal("Grün", "漢字", "Blau");
        erp.State.AttributeValues.Should().OnlyContain(value => value.Ref.All(char.IsAsciiLetterOrDigit));
    }

    [Fact]
    public async Task Written_price_survives_the_next_change_of_the_parent_s_price_by_difference()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, child) = ProductTrapTests.SeedVariant(erp.State, null);
        var current = await erp.FindAsync<ProductVariant>($"{child}");
        var result = await erp.UpdateAsync(current, variant => variant with { PriceNet = new Money(47.12345m, Eur) }, nameof(ProductVariant.PriceNet));
        result.Should().BeOfType<WriteResult<ProductVariant>.Written>(result.ToString());
        (await erp.FindAsync<ProductVariant>($"{child}")).Value.PriceNet.Should().Be(new Money(47.12345m, Eur));
        erp.State.Variants.Single().PriceImpact.Should().Be(7.12345m);
        erp.State.Products[parent].Price.Should().Be(40);
    }

    [Fact]
    public async Task Deleting_a_variant_takes_child_and_combination()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, child) = ProductTrapTests.SeedVariant(erp.State, null);
        await erp.Connector.Get<IDeleter<ProductVariant>>().DeleteAsync([await erp.FindAsync<ProductVariant>($"{child}")], CancellationToken.None);
        (erp.State.Variants.Count, erp.State.Products.Single().Id).Should().Be((0, parent));
    }

    [Fact]
    public async Task Separate_product_is_a_variant_and_not_a_product()
    {
        await using var erp = await Erp.StartAsync(options => options.VariantsAs = DolibarrVariantsAs.SeparateProducts);
        var parent = SeedParent(erp.State);
        var result = (WriteResult<ProductVariant>.Written)await erp.CreateAsync(Wanted(parent, "Rot; \"tief\" = dunkel", "HOOD-R"), "main:shop:product-variant:5");
        var row = erp.State.Products.FindByRef("HOOD-R")!;
        row.Description.Should().StartWith("<p>Farbe: ");
        (row.Label, row.VatRate, erp.State.Variants.Count).Should().Be(("Hoodie", 20m, 0));
        await erp.OpenAsync();

        (await erp.RecordsAsync<Product>()).Select(record => record.Id.Value).Should().Equal($"{parent}");
        var variant = (await erp.RecordsAsync<ProductVariant>()).Single();
        (variant.Id, variant.Value.Product!.Value.Id.Value, variant.Value.PriceNet).Should().Be((result.Id, $"{parent}", new Money(44.5m, Eur)));
        variant.Value.Options.Should().Equal(new VariantOption("Farbe", "Rot; \"tief\" = dunkel"));
        (await erp.ListAsync<ProductVariant>()).Select(line => line.Id).Should().Equal(result.Id);
        (await erp.Connector.Get<ITokenFinder<ProductVariant>>().FindByTokenAsync(["main:shop:product-variant:5"], CancellationToken.None)).Values.Should().Equal(result.Id);
        (await erp.Connector.Get<ITokenFinder<Product>>().FindByTokenAsync(["main:shop:product-variant:5"], CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Options_survive_an_edit_of_the_description()
    {
        await using var erp = await Erp.StartAsync(options => options.VariantsAs = DolibarrVariantsAs.SeparateProducts);
        var parent = SeedParent(erp.State);
        var result = (WriteResult<ProductVariant>.Written)await erp.CreateAsync(Wanted(parent, "Rot", "HOOD-R"), "main:shop:product-variant:5");
        erp.State.EditProduct(erp.State.Products.FindByRef("HOOD-R")!.Id, product => product.Description = "<p>new text</p>");
        (await erp.FindAsync<ProductVariant>(result.Id.Value)).Value.Options.Should().Equal(new VariantOption("Farbe", "Rot"));
    }

    [Fact]
    public async Task Switched_option_keeps_reading_what_was_created_before()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, child) = ProductTrapTests.SeedVariant(erp.State, null);
        var separate = erp.State.AddProduct(product => (product.Ref, product.Label, product.RefExt) = ("SEP", "Separate", VariantMark.Write("main:shop:product-variant:9", parent))).Id;
        await erp.OpenAsync();
        (await erp.RecordsAsync<ProductVariant>()).Select(record => record.Id.Value).Should().BeEquivalentTo($"{child}", $"{separate}");
        (await erp.ListAsync<ProductVariant>()).Select(line => line.Id.Value).Should().BeEquivalentTo($"{child}", $"{separate}");
    }

    [Fact]
    public async Task Module_that_is_switched_off_does_not_turn_children_into_products()
    {
        await using var erp = await Erp.StartAsync();
        var (parent, child) = ProductTrapTests.SeedVariant(erp.State, null);
        erp.State.Modules.Remove("variants");
        await erp.OpenAsync();
        (await erp.ListAsync<Product>()).Select(line => line.Id.Value).Should().Equal($"{parent}");
        (await erp.ListAsync<ProductVariant>()).Select(line => line.Id.Value).Should().Equal($"{child}");
        erp.Connector.Get<IKind<ProductVariant>>().Profile.RequiredKey.Should().Be("reference", "new ones become separate products");
    }

    [Fact]
    public async Task Renamed_option_is_found_by_the_sweep()
    {
        await using var erp = await Erp.StartAsync();
        var (_, child) = ProductTrapTests.SeedVariant(erp.State, null);
        var (sweeper, memory) = (erp.Connector.Get<ISweeper<ProductVariant>>(), new TestMemory());
        await sweeper.SweepAsync(memory, 10, CancellationToken.None);
        (await sweeper.SweepAsync(memory, 10, CancellationToken.None)).Should().BeEmpty();
        erp.State.AttributeValues.First(value => value.Value == "Red").Value = "Crimson";
        await erp.OpenAsync();
        (await sweeper.SweepAsync(memory, 10, CancellationToken.None)).Select(id => id.Value).Should().Equal($"{child}");
    }

    private static int SeedParent(DolibarrState state) =>
        state.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate) = ("HOOD", "Hoodie", 40, 20)).Id;

    private static ProductVariant Wanted(int parent, string colour, string reference) => new()
    {
        Product = new Ref(EntityKind.Product, RemoteId.From(parent)),
        Reference = reference,
        Options = [new VariantOption("Farbe", colour)],
        PriceNet = new Money(44.5m, Eur),
    };
}
