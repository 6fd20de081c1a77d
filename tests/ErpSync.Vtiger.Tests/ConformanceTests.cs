using ErpSync.Testing;

namespace ErpSync.Vtiger.Tests;

public sealed class ConformanceTests
{
    public static TheoryData<bool, string> Checks
    {
        get
        {
            var data = new TheoryData<bool, string>();
            foreach (var hasKeys in new[] { true, false })
            {
                foreach (var check in ConnectorChecks.For(ConformanceSetups.Offline(hasKeys), ConformanceSetups.Of(null, hasKeys)))
                    data.Add(hasKeys, check.Name);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Checks))]
    public async Task Keeps_the_contract(bool hasKeys, string check)
    {
        await using var crm = await ConformanceSetups.StartAsync(hasKeys);

        var result = await ConnectorChecks.For(crm.Connector, ConformanceSetups.Of(crm.Clock, hasKeys)).Single(one => one.Name == check).RunAsync();

        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }
}
