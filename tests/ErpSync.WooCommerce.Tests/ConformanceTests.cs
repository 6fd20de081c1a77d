using ErpSync.Testing;

namespace ErpSync.WooCommerce.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string, string> Checks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var version in new[] { "11.0.1", "9.6.0" })
            {
                var connector = ConformanceSetups.Offline();
                foreach (var check in ConnectorChecks.For(connector, ConformanceSetups.Of(null)))
                    data.Add(version, check.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Keeps_the_contract(string version, string check)
    {
        await using var shop = await ConformanceSetups.StartAsync(version);

        var result = await ConnectorChecks.For(shop.Connector, ConformanceSetups.Of(shop.Clock)).Single(one => one.Name == check).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }
}
