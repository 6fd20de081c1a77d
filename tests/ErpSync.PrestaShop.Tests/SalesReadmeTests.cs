namespace ErpSync.PrestaShop.Tests;

public sealed class SalesReadmeTests
{
    private static readonly Type[] Capabilities =
    [
        typeof(IReader<>), typeof(IChangeReader<>), typeof(ILister<>), typeof(IFinder<>), typeof(IKeyFinder<>), typeof(ITokenFinder<>), typeof(INewestId<>),
        typeof(ICreator<>), typeof(IUpdater<>), typeof(IDeleter<>), typeof(ISweeper<>),
    ];

    private static readonly Type[] Kinds = [typeof(Customer), typeof(Address), typeof(Order), typeof(Payment), typeof(Invoice), typeof(Shipment), typeof(CreditNote)];

    [Fact]
    public void The_table_of_parties_and_documents_is_what_the_connector_registers()
    {
        using var names = new ConnectorNames();
        var table = string.Join('\n', Capabilities.Select(capability => $"| {capability.Name.Split('`')[0]} | {string.Join(" | ", Kinds.Select(kind => names.Connector.Capabilities.Contains(capability.MakeGenericType(kind)) ? "yes" : "–"))} |"));

        Readme().Should().Contain(table);
    }

    private static string Readme()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ErpSync.sln")))
                return File.ReadAllText(Path.Combine(folder.FullName, "src", "ErpSync.PrestaShop", "README.md"));
        }

        throw new InvalidOperationException("The solution is not above the tests.");
    }
}
