namespace ErpSync.PrestaShop.Tests;

public sealed class ProbeTests
{
    private static readonly Need[] Everything =
    [
        new(EntityKind.Category, true, true, true, true),
        new(EntityKind.Product, true, true, true, true),
        new(EntityKind.ProductVariant, true, true, true, true),
        new(EntityKind.StockLevel, true, false, true, false),
        new(EntityKind.ProductImage, true, true, true, true),
    ];

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task A_sound_shop_has_no_findings(string version)
    {
        await using var shop = await Shop.StartAsync(version);

        (await ProbeAsync(shop)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_shop_without_PATCH_is_usable_and_says_what_it_costs()
    {
        await using var shop = await Shop.StartAsync("1.7.8");

        (await ProbeAsync(shop)).Should().ContainSingle().Which.Severity.Should().Be(FindingSeverity.Information);
    }

    [Fact]
    public async Task A_missing_right_is_named_with_resource_and_method()
    {
        const string key = "LIMITEDKEYLIMITEDKEYLIMITEDKEY12";
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = key);
        shop.Server.Keys.Add(key, one =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "shops", "categories", "products" })
                one.Allow(resource, "GET");
        });

        var findings = await ProbeAsync(shop, new Need(EntityKind.Product, true, true, true, false), new Need(EntityKind.Category, true, false, false, false));

        findings.Should().OnlyContain(finding => finding.Code == "prestashop.permission-missing" && finding.Severity == FindingSeverity.Error);
        findings.Select(finding => finding.Message).Should().BeEquivalentTo("The key lacks POST, PATCH on products.", "The key lacks GET, PATCH on combinations.");
    }

    [Fact]
    public async Task An_unknown_key_is_told_from_a_dropped_header()
    {
        await using var unknown = await Shop.StartAsync(configure: options => options.ApiKey = new string('Z', 32));
        await using var dropped = await Shop.StartAsync();
        dropped.Server.DropAuthorizationHeader = true;

        (await ProbeAsync(unknown)).Should().ContainSingle().Which.Code.Should().Be("prestashop.key-unknown");
        var finding = (await ProbeAsync(dropped)).Should().ContainSingle().Subject;
        finding.Code.Should().Be("prestashop.key-only-in-query");
        finding.Remedy.Should().Contain("KeyInQuery");
        finding.ToString().Should().NotContain(dropped.Server.ApiKey);
    }

    [Fact]
    public async Task A_key_in_the_address_works_where_the_header_is_dropped()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.KeyInQuery = true);
        shop.Server.DropAuthorizationHeader = true;

        (await ProbeAsync(shop)).Should().BeEmpty();
        await shop.OpenAsync();
        (await shop.CreateAsync(Samples.Product("A")))[0].Id();
    }

    [Fact]
    public async Task A_webservice_that_is_off_says_so()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.WebserviceEnabled = false;

        (await ProbeAsync(shop)).Should().ContainSingle().Which.Code.Should().Be("prestashop.webservice-off");
    }

    [Fact]
    public async Task A_wrong_host_is_a_redirect_that_is_not_followed()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.Domain = "shop.example";

        var finding = (await ProbeAsync(shop)).Should().ContainSingle().Subject;

        finding.Code.Should().Be("http.redirected");
        finding.Message.Should().Contain("shop.example");
    }

    [Fact]
    public async Task Settings_that_hurt_are_findings()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Configure("PS_SHOP_ENABLE", "0");
        shop.Server.State.Configure("PS_ADVANCED_STOCK_MANAGEMENT", "1");
        shop.Server.State.Configure("PS_WEIGHT_UNIT", "stone");
        shop.Server.State.Configure("PS_COUNTRY_DEFAULT", "21");

        var codes = (await ProbeAsync(shop)).Select(finding => finding.Code);

        codes.Should().BeEquivalentTo("prestashop.shop-in-maintenance", "prestashop.advanced-stock", "prestashop.weight-unit-unknown", "prestashop.taxes-missing");
    }

    [Fact]
    public async Task An_old_version_is_refused_and_a_newer_one_is_a_warning()
    {
        await using var shop = await Shop.StartAsync();
        var facts = await shop.OpenAsync();
        facts.Version.Should().Be("9.1.4");

        var problem = PrestaShopVersions.TooOld(new Version(1, 6, 1, 24), "shop");

        problem.Kind.Should().Be(ProblemKind.Unsupported);
        problem.Message.Should().Contain("1.6.1.24").And.Contain("1.7");
    }

    private static Task<IReadOnlyList<Finding>> ProbeAsync(Shop shop, params Need[] needs) =>
        shop.Connector.Get<IProbe>().ProbeAsync(needs.Length == 0 ? Everything : needs, CancellationToken.None);
}
