namespace ErpSync.WooCommerce.Tests;

public sealed class ReadmeTests
{
    private static readonly Type[] Capabilities =
    [
        typeof(IReader<>), typeof(IChangeReader<>), typeof(ILister<>), typeof(IFinder<>), typeof(IKeyFinder<>), typeof(ITokenFinder<>), typeof(INewestId<>),
        typeof(ICreator<>), typeof(IUpdater<>), typeof(IDeleter<>), typeof(ISweeper<>),
    ];

    private static readonly Type[] Kinds = [typeof(Category), typeof(Product), typeof(ProductVariant), typeof(StockLevel), typeof(ProductImage), typeof(Manufacturer), typeof(Customer), typeof(Address), typeof(Order), typeof(CreditNote), typeof(Payment), typeof(Shipment)];

    [Fact]
    public void The_table_of_capabilities_is_what_the_connector_registers()
    {
        var connector = ConformanceSetups.Offline();
        var table = string.Join('\n', Capabilities.Select(capability => $"| {capability.Name.Split('`')[0]} | {string.Join(" | ", Kinds.Select(kind => connector.Capabilities.Contains(capability.MakeGenericType(kind)) ? "yes" : "–"))} |"));

        Readme().Should().Contain(table);
    }

    [Fact]
    public void Every_option_is_described()
    {
        var readme = Readme();

        typeof(WooCommerceOptions).GetProperties().Select(property => $"`{property.Name}`").Should().OnlyContain(option => readme.Contains(option, StringComparison.Ordinal));
    }

    private static string Readme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
                return File.ReadAllText(Path.Combine(folder.FullName, "src", "ErpSync.WooCommerce", "README.md"));
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }
}
