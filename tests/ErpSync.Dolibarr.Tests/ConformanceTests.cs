using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>The contract of connectors, against the stand-in of Dolibarr.</summary>
public sealed class ConformanceTests
{
    public static TheoryData<string, string> Names()
    {
        var names = new TheoryData<string, string>();
        foreach (var version in new[] { "23.0.0-beta", "18.0.0" })
        {
            foreach (var name in ConformanceSetups.CheckNames())
                names.Add(version, name);
        }

        return names;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Keeps_the_contract(string version, string name)
    {
        await using var erp = await Erp.StartAsync(ConformanceSetups.Options, server => ConformanceSetups.Server(server, version), ConformanceSetups.Seed);
        var setup = ConformanceSetups.Create(erp.Clock, version);
        var result = await ConnectorChecks.For(erp.Connector, setup).Single(check => check.Name == name).RunAsync();
        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }
}
