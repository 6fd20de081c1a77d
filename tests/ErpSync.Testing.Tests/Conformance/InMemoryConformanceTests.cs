namespace ErpSync.Testing.Tests.Conformance;

public sealed class InMemoryConformanceTests
{
    public static TheoryData<string> Names => [.. new CheckedShop().Checks.Select(check => check.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task In_memory_system_keeps_the_contract(string name)
    {
        var result = await new CheckedShop().Checks.Single(check => check.Name == name).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }

    [Fact]
    public async Task Checks_leave_nothing_behind()
    {
        var shop = new CheckedShop();
        var before = shop.System.All<Product>().Count;

        (await shop.FailuresAsync()).Should().BeEmpty();

        shop.System.All<Product>().Should().HaveCount(before);
        shop.System.All<Category>().Should().BeEmpty();
        shop.System.All<ProductVariant>().Should().BeEmpty();
        shop.System.All<ProductImage>().Should().BeEmpty();
        shop.System.All<Price>().Should().BeEmpty();
    }

    [Fact]
    public async Task Few_checks_do_not_apply_to_a_system_that_can_do_everything()
    {
        var skipped = new List<string>();
        foreach (var check in new CheckedShop().Checks.Where(check => check.Kind == EntityKind.Product))
        {
            if (await check.RunAsync() is { Status: ConformanceStatus.NotSupported } result)
                skipped.Add(check.Name);
        }

        skipped.Should().Equal("product: tells the newest id and what is newer");
    }

    [Fact]
    public async Task A_system_without_dates_tokens_or_stored_forms_keeps_the_contract()
    {
        var shop = new CheckedShop(kind =>
        {
            kind.Without(InMemoryCapabilities.FindByToken | InMemoryCapabilities.Changes).WithAlso(InMemoryCapabilities.NewestId);
            kind.HasDates = false;
            kind.ReturnsStored = false;
            kind.UniqueKey = "reference";
            kind.PageSize = 2;
        });
        shop.Setup.LeavesOut<IChangeReader<Product>>("no dates");

        (await shop.FailuresAsync(EntityKind.Product)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_system_whose_silent_fields_are_swept_keeps_the_contract()
    {
        var shop = new CheckedShop(kind =>
        {
            kind.WithAlso(InMemoryCapabilities.Sweep);
            kind.SilentFields = new HashSet<string> { nameof(Product.Categories), nameof(Product.Custom) };
            kind.StampedFields = new HashSet<string>();
            kind.PageSize = 2;
        });

        (await shop.FailuresAsync(EntityKind.Product)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_system_that_changes_what_it_is_sent_and_says_so_keeps_the_contract()
    {
        var shape = CatalogShapes.Product;
        var shop = new CheckedShop(kind =>
        {
            kind.Normalise = Normalising.Languages(shape, "en")
                .Then(Normalising.StripHtml(shape, nameof(Product.Summary)))
                .Then(Normalising.Shorten(shape, 20, nameof(Product.Name), nameof(Product.Summary)))
                .Then(Normalising.Round(shape, 2, nameof(Product.PriceNet), nameof(Product.WeightKg)));
            kind.ReadFields = shape.Fields.Select(field => field.Name).Where(name => name != nameof(Product.CostNet)).ToHashSet();
            kind.WrittenFields = shape.Fields.Select(field => field.Name).Where(name => name is not (nameof(Product.CostNet) or nameof(Product.IsService))).ToHashSet();
            kind.DatePrecision = TimeSpan.FromMinutes(1);
        });

        (await shop.FailuresAsync(EntityKind.Product)).Should().BeEmpty();
    }
}
