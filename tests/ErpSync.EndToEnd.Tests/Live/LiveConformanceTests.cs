using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests.Live;

/// <summary>The contract of connectors against live servers; each check cleans up what it made.</summary>
[Trait("Category", "Live")]
public sealed class LiveConformanceTests
{
    public static TheoryData<string> PrestaShopChecks => LiveServers.Checks("PRESTASHOP");

    public static TheoryData<string> DolibarrChecks => LiveServers.Checks("DOLIBARR");

    public static TheoryData<string> WooCommerceChecks => LiveServers.Checks("WOOCOMMERCE");

    public static TheoryData<string> VtigerChecks => LiveServers.Checks("VTIGER");

    [LiveTheory("ERPSYNC_LIVE_VTIGER_URL", "ERPSYNC_LIVE_VTIGER_USER", "ERPSYNC_LIVE_VTIGER_KEY")]
    [MemberData(nameof(VtigerChecks))]
    public Task Live_vtiger_keeps_the_contract(string check) => RunAsync("VTIGER", check);

    [LiveTheory("ERPSYNC_LIVE_WOOCOMMERCE_URL", "ERPSYNC_LIVE_WOOCOMMERCE_KEY", "ERPSYNC_LIVE_WOOCOMMERCE_SECRET")]
    [MemberData(nameof(WooCommerceChecks))]
    public Task Live_WooCommerce_keeps_the_contract(string check) => RunAsync("WOOCOMMERCE", check);

    [LiveTheory("ERPSYNC_LIVE_PRESTASHOP_URL", "ERPSYNC_LIVE_PRESTASHOP_KEY")]
    [MemberData(nameof(PrestaShopChecks))]
    public Task Live_PrestaShop_keeps_the_contract(string check) => RunAsync("PRESTASHOP", check);

    [LiveTheory("ERPSYNC_LIVE_DOLIBARR_URL", "ERPSYNC_LIVE_DOLIBARR_KEY")]
    [MemberData(nameof(DolibarrChecks))]
    public Task Live_Dolibarr_keeps_the_contract(string check) => RunAsync("DOLIBARR", check);

    private static async Task RunAsync(string system, string check)
    {
        await using var host = LiveServers.Host(system);
        var connector = host.GetRequiredKeyedService<Connector>("live");
        var result = await ConnectorChecks.For(connector, LiveServers.Setup(connector)).Single(one => one.Name == check).RunAsync();
        result.Status.Should().NotBe(ConformanceStatus.Failed, result.Message);
    }
}
