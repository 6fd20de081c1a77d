namespace ErpSync.PrestaShop.Tests;

public sealed class SalesProbeTests
{
    private const string Key = "LIMITEDKEYLIMITEDKEYLIMITEDKEY12";

    [Fact]
    public async Task A_missing_right_of_documents_is_named_with_resource_and_method()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = Key);
        shop.Server.Keys.Add(Key, key =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "shops", "orders", "order_details", "order_cart_rules", "addresses", "customers", "products", "combinations", "order_states", "carriers", "countries", "states" })
                key.Allow(resource, "GET");
        });

        var findings = await ProbeAsync(shop, new Need(EntityKind.Order, true, false, true, false), new Need(EntityKind.Shipment, true, true, true, false), new Need(EntityKind.Customer, true, true, true, true));

        findings.Where(finding => finding.Code == PrestaShopCodes.PermissionMissing).Select(finding => finding.Message).Should().BeEquivalentTo(
            "The key lacks POST on order_histories.", "The key lacks GET, POST, PATCH on order_carriers.", "The key lacks POST, PATCH, DELETE on customers.");
    }

    [Fact]
    public async Task A_sound_shop_only_says_what_paid_states_do()
    {
        await using var shop = await Shop.StartAsync();

        var findings = await ProbeAsync(shop, new Need(EntityKind.Order, true, false, true, false), new Need(EntityKind.Invoice, true, false, false, false));

        findings.Should().ContainSingle().Which.Severity.Should().Be(FindingSeverity.Information);
    }

    [Fact]
    public async Task Invoices_that_are_switched_off_are_told_with_the_remedy()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Configure("PS_INVOICE", "0");

        var finding = (await ProbeAsync(shop, new Need(EntityKind.Invoice, true, false, false, false))).Should().ContainSingle().Subject;

        (finding.Code, finding.Severity).Should().Be((PrestaShopCodes.InvoicesOff, FindingSeverity.Warning));
        finding.Remedy.Should().NotBeNullOrEmpty();
    }

    /// <summary>The findings beside the one that tells what the shop is.</summary>
    private static async Task<List<Finding>> ProbeAsync(Shop shop, params Need[] needs) =>
        [.. (await shop.Connector.Get<IProbe>().ProbeAsync(needs, CancellationToken.None)).Where(finding => finding.Code != PrestaShopCodes.ShopFacts)];
}
