namespace ErpSync.Dolibarr.Tests;

/// <summary>The contract of connectors for the catalogue of version 18.</summary>
public sealed class OlderConformanceTests
{
    public static TheoryData<string, string> Names() => ConformanceSetups.Checks("18.0.0", kind => ConformanceSetups.IsOfCatalogue(kind) && kind != "price");

    [Theory]
    [MemberData(nameof(Names))]
    public Task Keeps_the_contract(string version, string name) => ConformanceSetups.RunAsync(version, name, ConformanceSetups.Seed);
}
