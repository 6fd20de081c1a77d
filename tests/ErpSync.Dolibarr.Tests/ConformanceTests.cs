namespace ErpSync.Dolibarr.Tests;

/// <summary>The contract of connectors, against the stand-in of Dolibarr: everything but prices, with single prices. The halves are classes of their own, so that they run side by side.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string, string> Catalogue() => ConformanceSetups.Checks("23.0.0-beta", kind => ConformanceSetups.IsOfCatalogue(kind) && kind != "price");

    [Theory]
    [MemberData(nameof(Catalogue))]
    public Task Keeps_the_contract(string version, string name) => ConformanceSetups.RunAsync(version, name, ConformanceSetups.Seed);
}
