using ErpSync.Testing;

namespace ErpSync.WooCommerce.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<string, string> Checks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var shop in ConformanceSetups.Shops)
            {
                foreach (var check in ConnectorChecks.For(ConformanceSetups.Offline(), ConformanceSetups.Of(null)).Where(check => ConformanceSetups.Tells(shop, check.Kind)))
                    data.Add(shop, check.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Keeps_the_contract(string shop, string check)
    {
        await using var world = await ConformanceSetups.StartAsync(shop);

        var result = await ConnectorChecks.For(world.Connector, ConformanceSetups.Of(world)).Single(one => one.Name == check).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }
}
