using ErpSync.Testing;

namespace ErpSync.PrestaShop.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string, string> Checks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var version in new[] { "9.1.4", "8.2.1", "1.7.8" })
            {
                using var names = new ConnectorNames();
                foreach (var check in ConnectorChecks.For(names.Connector, Setup(null)))
                    data.Add(version, check.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Keeps_the_contract(string version, string check)
    {
        await using var shop = await Shop.StartAsync(version);
        shop.Server.State.AddCategory("Main");
        shop.Server.State.AddSupplier("Wholesale");

        var result = await ConnectorChecks.For(shop.Connector, Setup(shop.Clock)).Single(one => one.Name == check).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }

    private static ConformanceSetup Setup(ManualTime? clock) => new ConformanceSetup
    {
        Domain = new FieldDomain
        {
            Languages = ["en", "fr"],
            Currency = new CurrencyCode("EUR"),
            Decimals = 6,
            QuantityDecimals = 0,
            TaxSets = [[], [new TaxRate(20)], [new TaxRate(10)], [new TaxRate(5.5m)]],
            ForbiddenInLines = "<>;=#{}",
            MapKeys = new Dictionary<string, IReadOnlyList<string>> { [nameof(Product.Features)] = ["Material", "Colour of the grip"] },
            Choices = new Dictionary<string, IReadOnlyList<string>>
            {
                [nameof(Product.Condition)] = ["New", "Used", "Refurbished"],
                [nameof(Product.Visibility)] = ["Everywhere", "Catalog", "Search", "Hidden"],
                [nameof(Product.Isbn)] = ["978-3-16-148410-0", "9780306406157"],
            },

            // What these are depends on others of the product: they have tests of their own.
            Fixed = new HashSet<string>
            {
                nameof(Product.MainCategory), nameof(Product.Type), nameof(ProductVariant.IsDefault), nameof(ProductImage.IsCover), nameof(ProductImage.Variants),
                nameof(Price.FixedNet), nameof(Price.ReductionPercent), nameof(Price.ReductionAmount), nameof(Price.ReductionWithTax),
            },
        },
        PassTime = (span, _) =>
        {
            clock?.Advance(span);
            return Task.CompletedTask;
        },
    }
    .Kind(PartyShapes.Manufacturer)
    .Kind(PartyShapes.Supplier)
    .Kind(CatalogShapes.SupplierPrice)
    .Prepare<Product>(product => product with { MainCategory = new Ref(EntityKind.Category, new RemoteId("3")) })
    .Prepare<ProductVariant>(variant => variant with { IsDefault = true })
    .Prepare<SupplierPrice>(price => price with { Supplier = price.Supplier ?? new Ref(EntityKind.Supplier, new RemoteId("1")) })
    .LeavesOut<IChangeReader<Price>>("specific prices have no date")
    .LeavesOut<IChangeReader<SupplierPrice>>("product suppliers have no date")
    .LeavesOut<IKeyFinder<Category>>("a path is no column")
    .LeavesOut<IKeyFinder<StockLevel>>("keyed by its owner")
    .LeavesOut<ITokenFinder<StockLevel>>("never created by itself")
    .LeavesOut<IKeyFinder<ProductImage>>("keyed by its owner")
    .LeavesOut<ITokenFinder<ProductImage>>("pictures hold no foreign reference")
    .LeavesOut<IChangeReader<ProductVariant>>("combinations have no date")
    .LeavesOut<IChangeReader<StockLevel>>("stock rows have no date")
    .LeavesOut<ICreator<StockLevel>>("stock comes with its owner")
    .LeavesOut<IDeleter<StockLevel>>("stock goes with its owner");
}
