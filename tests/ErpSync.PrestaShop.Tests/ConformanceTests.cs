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
        },
        PassTime = (span, _) =>
        {
            clock?.Advance(span);
            return Task.CompletedTask;
        },
    }
    .LeavesOut(EntityKind.Price, "prices beside the product's own are not served yet")
    .LeavesOut<IKeyFinder<Category>>("a path is no column")
    .LeavesOut<IKeyFinder<StockLevel>>("keyed by its owner")
    .LeavesOut<ITokenFinder<StockLevel>>("never created by itself")
    .LeavesOut<IKeyFinder<ProductImage>>("keyed by its owner")
    .LeavesOut<ITokenFinder<ProductImage>>("keyed by its owner, one per product")
    .LeavesOut<IChangeReader<ProductVariant>>("combinations have no date")
    .LeavesOut<IChangeReader<StockLevel>>("stock rows have no date")
    .LeavesOut<IChangeReader<ProductImage>>("pictures have no date")
    .LeavesOut<ICreator<StockLevel>>("stock comes with its owner")
    .LeavesOut<IDeleter<StockLevel>>("stock goes with its owner");
}
