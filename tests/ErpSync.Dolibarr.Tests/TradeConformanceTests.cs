namespace ErpSync.Dolibarr.Tests;

/// <summary>The contract of connectors for parties and documents of version 23.</summary>
public sealed class TradeConformanceTests
{
    public static TheoryData<string, string> Names() => ConformanceSetups.Checks("23.0.0-beta", kind => !ConformanceSetups.IsOfCatalogue(kind));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Keeps_the_contract(string version, string name) => ConformanceSetups.RunAsync(version, name, ConformanceSetups.Seed);
}
