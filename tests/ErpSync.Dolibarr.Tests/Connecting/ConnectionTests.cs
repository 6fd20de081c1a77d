using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Opening a connection and probing it: what a person reads when something is wrong.</summary>
public sealed class ConnectionTests
{
    private static readonly Need[] AllNeeds =
    [
        new(EntityKind.Category, true, true, true, true), new(EntityKind.Product, true, true, true, true), new(EntityKind.ProductVariant, true, true, true, true), new(EntityKind.StockLevel, true, false, true, false),
    ];

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Healthy_server_tells_its_facts(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        var facts = await erp.OpenAsync();
        (facts.Version, facts.BaseCurrency, string.Join(',', facts.Languages)).Should().Be((version, new CurrencyCode("EUR"), "en"));
        facts.InstanceId.Should().Contain("127.0.0.1").And.NotContain(erp.Server.ApiKey);
        erp.Meter.Requests.Data.Should().Be(0);
    }

    [Fact]
    public async Task Constants_that_are_not_set_are_asked_for_once()
    {
        await using var erp = await Erp.StartAsync();
        await erp.OpenAsync();
        erp.Meter.Requests.Retries.Should().Be(0);
        erp.Meter.Requests.Reference.Should().BeLessThanOrEqualTo(12);
    }

    [Fact]
    public async Task Healthy_server_has_no_findings_but_good_news()
    {
        await using var erp = await Erp.StartAsync();
        (await ProbeAsync(erp)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("api/index.php")]
    [InlineData("api/index.php/explorer/")]
    [InlineData("api")]
    public async Task Address_of_the_api_is_taken_as_well_as_the_root(string suffix)
    {
        await using var erp = await Erp.StartAsync(options => options.BaseAddress = new Uri(options.BaseAddress!, suffix));
        (await erp.OpenAsync()).Version.Should().Be("23.0.0-beta");
    }

    [Fact]
    public async Task Wrong_key_is_an_error_that_says_where_to_look()
    {
        await using var erp = await Erp.StartAsync(options => options.ApiKey = "wrong-key-1234");
        var finding = (await ProbeAsync(erp)).Should().ContainSingle().Subject;
        (finding.Severity, finding.Code, finding.Connection).Should().Be((FindingSeverity.Error, "dolibarr.key-refused", "erp"));
        finding.ToString().Should().Contain("user").And.NotContain("wrong-key-1234");
        var open = await FluentActions.Invoking(erp.OpenAsync).Should().ThrowAsync<ConnectorException>();
        open.Which.Problem.Kind.Should().Be(ProblemKind.Unauthorized);
    }

    [Fact]
    public async Task Address_that_is_no_dolibarr_is_misconfigured()
    {
        await using var erp = await Erp.StartAsync(options => options.BaseAddress = new Uri(options.BaseAddress!, "shop/"));
        var finding = (await ProbeAsync(erp)).Should().ContainSingle().Subject;
        finding.Severity.Should().Be(FindingSeverity.Error);
        finding.Message.Should().Contain("status");
    }

    [Fact]
    public async Task Server_that_is_not_there_is_an_error_and_no_exception()
    {
        await using var erp = await Erp.StartAsync(options => options.BaseAddress = new Uri("http://127.0.0.1:9/"));
        (await ProbeAsync(erp)).Should().ContainSingle().Which.Code.Should().Be("http.connect-failed");
    }

    [Fact]
    public async Task Plain_user_can_open_with_what_the_options_say()
    {
        await using var erp = await Erp.StartAsync(
            options => (options.ApiKey, options.Currency, options.Country, options.Language, options.PriceMode) = ("plain", "CHF", "CH", "de", DolibarrPriceMode.Single));
        erp.Server.Keys.Add("plain", DolibarrRights.Everyday);
        var facts = await erp.OpenAsync();
        (facts.BaseCurrency, string.Join(',', facts.Languages)).Should().Be((new CurrencyCode("CHF"), "de"));
        erp.State.AddProduct(product => (product.Ref, product.Label, product.Price) = ("A", "Apfel", 3));
        (await erp.RecordsAsync<Product>()).Single().Value.PriceNet.Should().Be(new Money(3, new CurrencyCode("CHF")));
    }

    [Fact]
    public async Task Plain_user_without_options_is_told_what_is_missing()
    {
        await using var erp = await Erp.StartAsync(options => options.ApiKey = "plain");
        erp.Server.Keys.Add("plain", DolibarrRights.Everyday);
        var findings = await ProbeAsync(erp);
        findings.Should().Contain(finding => finding.Code == "dolibarr.currency-unknown" && finding.Severity == FindingSeverity.Error && finding.Remedy!.Contains("Currency"));
        findings.Should().Contain(finding => finding.Code == "dolibarr.price-mode-missing" && finding.Severity == FindingSeverity.Warning);
    }

    [Theory]
    [InlineData(DolibarrRights.All & ~DolibarrRights.CategoryRead, "tags and categories")]
    [InlineData(DolibarrRights.All & ~DolibarrRights.MovementRead, "stock movements")]
    [InlineData(DolibarrRights.All & ~DolibarrRights.ProductRead, "products and services")]
    public async Task Missing_right_is_named(DolibarrRights rights, string subject)
    {
        await using var erp = await Erp.StartAsync(options => options.ApiKey = "limited");
        erp.Server.Keys.Add("limited", rights);
        (await ProbeAsync(erp)).Should().Contain(finding => finding.Code == "dolibarr.right-missing" && finding.Message.Contains(subject) && finding.Remedy!.Contains("Permissions"));
    }

    [Fact]
    public async Task Key_without_the_right_to_categories_reads_products_without_them()
    {
        await using var erp = await Erp.StartAsync(options => options.ApiKey = "limited");
        erp.Server.Keys.Add("limited", DolibarrRights.All & ~DolibarrRights.CategoryRead);
        erp.State.AddProduct(product => (product.Ref, product.Label) = ("A", "Apple"));
        await erp.OpenAsync();
        (await erp.RecordsAsync<Product>()).Should().ContainSingle();
        erp.Connector.Get<IKind<Product>>().Profile.ReadFields.Should().NotContain("Categories");
    }

    [Theory]
    [InlineData("stock", "Stocks")]
    [InlineData("categorie", "Tags / Categories")]
    public async Task Module_that_is_off_is_named(string module, string title)
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Modules.Remove(module));
        (await ProbeAsync(erp)).Should().Contain(finding => finding.Code == "dolibarr.module-off" && finding.Severity == FindingSeverity.Error && finding.Message.Contains(title));
    }

    [Fact]
    public async Task Variants_module_that_is_off_makes_separate_products()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Modules.Remove("variants"));
        (await ProbeAsync(erp)).Should().Contain(finding => finding.Code == "dolibarr.variants-separate" && finding.Severity == FindingSeverity.Information);
        erp.Connector.Get<IKind<ProductVariant>>().Profile.RequiredKey.Should().Be("reference");
    }

    [Fact]
    public async Task Missing_price_mode_and_warehouse_are_errors()
    {
        await using var erp = await Erp.StartAsync(seed: state =>
        {
            state.Constants["PRODUCT_PRICE_UNIQ"] = null;
            state.AddWarehouse(warehouse => warehouse.Label = "SHOP2");
        });
        var findings = await ProbeAsync(erp);
        findings.Should().Contain(finding => finding.Code == "dolibarr.price-mode-missing" && finding.Remedy!.Contains("PRODUCT_PRICE_UNIQ"));
        findings.Should().Contain(finding => finding.Code == "dolibarr.write-warehouse-missing" && finding.Remedy!.Contains("WriteWarehouse"));
    }

    [Fact]
    public async Task Warehouse_that_does_not_exist_is_named_with_the_known_ones()
    {
        await using var erp = await Erp.StartAsync(options => options.Warehouses = ["NOPE"]);
        (await ProbeAsync(erp)).Should().Contain(finding => finding.Code == "dolibarr.warehouse-unknown" && finding.Message.Contains("NOPE") && finding.Message.Contains("MAIN"));
    }

    [Fact]
    public async Task Old_version_without_a_time_zone_is_warned_of()
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = "18.0.0");
        (await ProbeAsync(erp)).Should().Contain(finding => finding.Code == "dolibarr.time-zone-unknown" && finding.Remedy!.Contains("TimeZone"));
    }

    private static Task<IReadOnlyList<Finding>> ProbeAsync(Erp erp) => erp.Connector.Get<IProbe>().ProbeAsync(AllNeeds, CancellationToken.None);
}
