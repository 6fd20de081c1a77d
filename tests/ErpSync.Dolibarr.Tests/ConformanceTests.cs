using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The contract of connectors, against the stand-in of Dolibarr: prices of groups with price levels on, everything else with single prices.</summary>
public sealed class ConformanceTests
{
    private const string OfPrices = "price:";

    public static TheoryData<string, string> Names() => Checks(name => !name.StartsWith(OfPrices, StringComparison.Ordinal));

    public static TheoryData<string, string> PriceNames() => Checks(name => name.StartsWith(OfPrices, StringComparison.Ordinal));

    public static TheoryData<string, string> NamesWithLevels() => Checks(name => name.StartsWith("product:", StringComparison.Ordinal) || name.StartsWith("product-variant:", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Keeps_the_contract(string version, string name) => RunAsync(version, name, ConformanceSetups.Seed);

    [Theory]
    [MemberData(nameof(PriceNames))]
    public Task Keeps_the_contract_of_prices(string version, string name) => RunAsync(version, name, ConformanceSetups.Levels);

    [Theory]
    [MemberData(nameof(NamesWithLevels))]
    public Task Keeps_the_contract_with_price_levels_on(string version, string name) => RunAsync(version, name, ConformanceSetups.Levels);

    private static async Task RunAsync(string version, string name, Action<Sandbox.DolibarrState> seed)
    {
        await using var erp = await Erp.StartAsync(ConformanceSetups.Options, server => ConformanceSetups.Server(server, version), seed);
        var setup = ConformanceSetups.Create(erp.Clock, version, name, erp.State);
        var result = await ConnectorChecks.For(erp.Connector, setup).Single(check => check.Name == name).RunAsync();
        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }

    private static TheoryData<string, string> Checks(Func<string, bool> isWanted)
    {
        var names = new TheoryData<string, string>();
        foreach (var version in new[] { "23.0.0-beta", "18.0.0" })
        {
            foreach (var name in ConformanceSetups.CheckNames().Where(isWanted))
                names.Add(version, name);
        }

        return names;
    }
}
