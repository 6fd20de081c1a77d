namespace ErpSync.Testing.Tests.Values;

public sealed class FieldValuesTests
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Words = new(StringComparer.Ordinal)
    {
        [nameof(Product.Type)] = ["Simple", "Pack"],
        [nameof(Product.Condition)] = ["New", "Used"],
        [nameof(Product.Visibility)] = ["Everywhere", "Hidden"],
        [nameof(Product.Backorders)] = ["Refused", "Allowed"],
        [nameof(Product.Unit)] = ["kg", "m"],
        [nameof(Product.TaxClass)] = ["standard", "reduced"],
        [nameof(Product.Isbn)] = ["9783161484100", "9780306406157"],
        [nameof(Product.ExternalUrl)] = ["https://a.example", "https://b.example"],
    };

    private static readonly Dictionary<string, IReadOnlyList<string>> Maps = new(StringComparer.Ordinal) { [nameof(Product.Features)] = ["Material"] };

    private static readonly FieldDomain Domain = new() { Languages = ["en", "fr"], TaxSets = [[new TaxRate(20)], []], CustomKeys = ["colour"], LineLength = 40, TextLength = 1000, Choices = Words, MapKeys = Maps };

    private static readonly Ref[] Targets =
    [
        .. new[] { EntityKind.Category, EntityKind.Manufacturer, EntityKind.Supplier, EntityKind.Product }.SelectMany(kind => new Ref[] { new(kind, new RemoteId("1")), new(kind, new RemoteId("2")) }),
    ];

    public static TheoryData<string> Fields => [.. CatalogShapes.Product.Fields.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Fields))]
    public void Each_value_differs_from_the_one_before(string name)
    {
        var values = new FieldValues(1, Domain);
        var field = CatalogShapes.Product.Find(name)!;
        var product = new Product();
        for (var round = 0; round < 200; round++)
        {
            var next = values.Vary(field, product, Targets);

            next.Should().NotBeNull();
            field.AreEqual(next!, product).Should().BeFalse();
            product = next!;
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_values()
    {
        string Text(int seed) => new FieldValues(seed, Domain) is var values ? values.Html() + values.Line() + values.Reference() + values.Number(6) : "";

        Text(7).Should().Be(Text(7)).And.NotBe(Text(8));
    }

    [Fact]
    public void Values_stay_inside_the_domain()
    {
        var values = new FieldValues(3, Domain with { Emoji = false, Largest = 500, Decimals = 3 });
        for (var round = 0; round < 500; round++)
        {
            values.Line().Should().NotBeNullOrWhiteSpace().And.Match(line => line.Length <= 40 && !line.Any(letter => "<>;=#{}".Contains(letter, StringComparison.Ordinal) || char.IsSurrogate(letter)));
            values.Html().Length.Should().BeInRange(1, 1000);
            values.Number(3).Should().BeInRange(0, 500).And.Match(number => Math.Round(number, 3) == number);
        }
    }

    [Fact]
    public void Values_reach_the_corners_of_the_domain()
    {
        var values = new FieldValues(3);
        var texts = string.Concat(Enumerable.Range(0, 300).Select(_ => values.Line()));
        var pages = Enumerable.Range(0, 100).Select(_ => values.Html()).ToArray();
        var numbers = Enumerable.Range(0, 300).Select(_ => values.Number(6)).ToArray();

        texts.Should().Contain("&").And.Contain("\"").And.Contain("'").And.Contain("é").And.Contain("コ").And.Contain("☕");
        pages.Should().Contain(page => page.Length > 3000).And.Contain(page => page.Contains("&nbsp;", StringComparison.Ordinal));
        numbers.Should().Contain(0).And.Contain(number => Math.Round(number, 5) != number).And.Contain(number => number > 1000);
    }

    [Fact]
    public void Barcodes_have_a_right_check_digit()
    {
        var values = new FieldValues(3);
        foreach (var code in Enumerable.Range(0, 50).Select(_ => values.Barcode()))
            (code.Select((digit, place) => (digit - '0') * (place % 2 == 0 ? 1 : 3)).Sum() % 10).Should().Be(0, code);
    }

    [Fact]
    public async Task A_picture_is_a_png()
    {
        var picture = new FieldValues(3).Picture();

        (await picture.OpenAsync(CancellationToken.None)).Should().StartWith([0x89, (byte)'P', (byte)'N', (byte)'G']).And.HaveCountGreaterThan(60);
    }

    [Fact]
    public void A_field_without_values_in_the_domain_is_left_alone() =>
        new FieldValues(1).Vary(CatalogShapes.Product.Find(nameof(Product.Taxes))!, new Product()).Should().BeNull();

    [Fact]
    public void Words_that_only_a_system_knows_are_taken_from_the_domain_or_left_alone()
    {
        var field = CatalogShapes.Product.Find(nameof(Product.Backorders))!;

        new FieldValues(1).Vary(field, new Product()).Should().BeNull();
        new FieldValues(1, Domain).Vary(field, new Product())!.Backorders.Should().BeOneOf(Backorders.Refused, Backorders.Allowed);
        new FieldValues(1, Domain with { Fixed = new HashSet<string> { nameof(Product.Name) } }).Vary(CatalogShapes.Product.Find(nameof(Product.Name))!, new Product()).Should().BeNull();
    }

    [Fact]
    public void Pointers_point_at_records_of_their_kind()
    {
        var product = new FieldValues(1).Vary(CatalogShapes.Product.Find(nameof(Product.Manufacturer))!, new Product(), Targets)!;

        product.Manufacturer!.Value.Kind.Should().Be(EntityKind.Manufacturer);
    }

    [Fact]
    public void Lines_of_documents_add_up()
    {
        var values = new FieldValues(4, Domain);
        var order = new Order();
        for (var round = 0; round < 50; round++)
        {
            order = values.Vary(DocumentShapes.Order.Find(nameof(Order.Lines))!, order, Targets)!;
            var check = DocumentTotals.Check([.. order.Lines.Select(line => line with { Tax = null, Net = null })], DocumentTotals.Sum(order.Lines, new RoundingRule(RoundingBasis.Line)));
            check.Verdict.Should().Be(TotalsVerdict.Equal);
            order.Lines.Where(line => line.Kind == LineKind.Product).Should().OnlyContain(line => line.Product!.Value.Kind == EntityKind.Product);
        }
    }
}
