namespace ErpSync.Vtiger.Tests;

public sealed class ReadmeTests
{
    private static readonly Type[] Capabilities =
    [
        typeof(IReader<>), typeof(IChangeReader<>), typeof(ILister<>), typeof(IFinder<>), typeof(IKeyFinder<>), typeof(ITokenFinder<>), typeof(ICreator<>), typeof(IUpdater<>), typeof(IDeleter<>), typeof(ISweeper<>),
    ];

    private static readonly Type[] Kinds =
    [
        typeof(Product), typeof(StockLevel), typeof(Lead), typeof(Customer), typeof(Contact), typeof(Address), typeof(Supplier), typeof(Deal), typeof(Order), typeof(Invoice), typeof(Quote), typeof(PurchaseOrder), typeof(PriceBook), typeof(CrmDocument),
    ];

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

        typeof(VtigerOptions).GetProperties().Concat(typeof(VtigerLineServices).GetProperties()).Select(property => $"`{property.Name}`").Should().OnlyContain(option => readme.Contains(option, StringComparison.Ordinal));
    }

    private static string Readme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
                return File.ReadAllText(Path.Combine(folder.FullName, "src", "ErpSync.Vtiger", "README.md"));
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }
}
