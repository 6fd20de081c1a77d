namespace ErpSync.Dolibarr.Tests;

/// <summary>Products and variants found by barcode: with filters and an exact compare, because the path for barcodes tells one product only and is refused for signs.</summary>
public sealed class BarcodeTests
{
    [Theory]
    [InlineData("4006381333931", "23.0.0-beta")]
    [InlineData("4006381333931", "18.0.0")]
    [InlineData("4006381333931)", "23.0.0-beta")]
    [InlineData("O'NEIL", "23.0.0-beta")]
    [InlineData("a union select b", "23.0.0-beta")]
    [InlineData("100%_1", "23.0.0-beta")]
    public async Task Product_is_found_by_its_barcode_exactly(string barcode, string version)
    {
        await using var erp = await StartAsync(version);
        var wanted = erp.State.AddProduct(product => (product.Ref, product.Label, product.Barcode) = ("A", "Apple", barcode)).Id;
        erp.State.AddProduct(product => (product.Ref, product.Label, product.Barcode) = ("B", "Bean", string.Concat(barcode.Select(sign => char.IsLetterOrDigit(sign) ? sign : '+')) + "0"));
        erp.State.AddProduct(product => (product.Ref, product.Label, product.Barcode) = (barcode.Replace('\'', '_'), "Its reference is another's barcode", ""));

        var finder = erp.Connector.Get<IKeyFinder<Product>>();
        var found = await finder.FindByKeyAsync([barcode, "4000000000000"], CancellationToken.None).ToListAsync();

        finder.KeyName.Should().Be("barcode");
        found.Should().Contain(result => result.Record!.Id == RemoteId.From(wanted)).And.OnlyContain(result => result.Record!.Value.Barcode == barcode);
        erp.Server.Requests.Snapshot().Should().NotContain(request => request.Path.Contains("/barcode/", StringComparison.Ordinal) || request.Query.Contains("union", StringComparison.OrdinalIgnoreCase) || request.Query.Contains("O'NEIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Variant_is_found_by_its_own_barcode_and_not_as_a_product()
    {
        await using var erp = await StartAsync("23.0.0-beta");
        var parent = erp.State.AddProduct(product => (product.Ref, product.Label) = ("P", "Parent")).Id;
        var colour = erp.State.AddAttribute("COLOR", "Colour", "RED");
        var child = erp.State.AddVariant(parent, new Dictionary<int, int> { [colour.Id] = 1 }).ChildId;
        erp.State.EditProduct(child, product => product.Barcode = "4006381333931");

        (await erp.Connector.Get<IKeyFinder<ProductVariant>>().FindByKeyAsync(["4006381333931"], CancellationToken.None).ToListAsync()).Single().Record!.Id.Should().Be(RemoteId.From(child));
        (await erp.Connector.Get<IKeyFinder<Product>>().FindByKeyAsync(["4006381333931"], CancellationToken.None).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Barcode_that_another_product_has_is_a_duplicate_and_named()
    {
        await using var erp = await StartAsync("23.0.0-beta");
        erp.State.AddProduct(product => (product.Ref, product.Label, product.Barcode) = ("A", "Apple", "4006381333931"));
        await erp.OpenAsync();

        var problem = (await erp.CreateAsync(new Product { Reference = "B", Name = LocalizedText.Of("en", "Bean"), Barcode = "4006381333931" })).Problem();

        problem.Kind.Should().BeOneOf(ProblemKind.Duplicate, ProblemKind.Rejected);
        erp.State.Products.Should().ContainSingle();
    }

    private static Task<Erp> StartAsync(string version) => Erp.StartAsync(options => options.FindProductsBy = DolibarrProductKey.Barcode, server => server.Version = version);
}
