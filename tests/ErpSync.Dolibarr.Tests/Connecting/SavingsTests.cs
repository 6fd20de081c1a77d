using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>What a version offers to save is used where it is there, and not asked for where it is not; what the probe says of settings.</summary>
public sealed class SavingsTests
{
    [Theory]
    [InlineData("23.0.0-beta", true)]
    [InlineData("18.0.0", false)]
    public async Task Listing_asks_for_few_properties_where_the_version_knows_them(string version, bool knows)
    {
        await using var erp = await Trade.StartAsync(server: server => server.Version = version);
        await erp.CreateAsync(Trade.Order(Trade.Line(1, 1, 10)));
        await erp.OpenAsync();
        erp.Server.Requests.Clear();

        (await erp.ListAsync<Order>()).Should().ContainSingle();
        (await erp.ListAsync<Customer>()).Should().ContainSingle();
        (await erp.ListAsync<Contact>()).Should().ContainSingle();
        (await erp.ListAsync<Invoice>()).Should().BeEmpty();
        (await erp.ListAsync<Shipment>()).Should().BeEmpty();

        var lists = erp.Server.Requests.Snapshot().Where(request => request.Path.Split('/')[^1] is "orders" or "thirdparties" or "contacts" or "invoices" or "shipments").ToList();
        lists.Should().HaveCountGreaterThanOrEqualTo(5).And.OnlyContain(request => request.Query.Contains("properties=id", StringComparison.Ordinal) == knows);
    }

    [Fact]
    public async Task Lists_go_on_behind_the_last_id_and_ask_how_many_rows_there_are()
    {
        await using var erp = await Trade.StartAsync(options => options.DocumentPageSize = 10, seed: state =>
        {
            for (var number = 0; number < 25; number++)
                state.AddOrder("""{"socid":1,"date":1795305600,"lines":[]}""");
        });
        (await erp.RecordsAsync<Order>()).Should().HaveCount(25);
        var pages = erp.Server.Requests.Snapshot().Where(request => request.Path.EndsWith("/orders", StringComparison.Ordinal)).ToList();
        pages.Should().HaveCount(3).And.OnlyContain(request => request.Query.Contains("pagination_data=true", StringComparison.Ordinal));
        pages.Should().NotContain(request => request.Query.Contains("page=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Single_currency_and_an_empty_vat_dictionary_are_told()
    {
        await using var erp = await Erp.StartAsync(seed: state =>
        {
            state.Modules.Remove("multicurrency");
            state.VatRates.Clear();
        });
        var findings = await ProbeAsync(erp);
        findings.Should().Contain(finding => finding.Code == "dolibarr.one-currency" && finding.Message.Contains("EUR"));
        findings.Should().Contain(finding => finding.Code == "dolibarr.tax-rate-unknown" && finding.Severity == FindingSeverity.Error && finding.Remedy!.Contains("Dictionaries"));
    }

    [Fact]
    public async Task Settings_that_an_older_version_or_a_plain_key_cannot_tell_are_named()
    {
        await using var old = await Erp.StartAsync(server: server => server.Version = "18.0.0");
        (await ProbeAsync(old)).Should().Contain(finding => finding.Code == "dolibarr.tax-rates-unreadable" && finding.Severity == FindingSeverity.Warning);

        await using var plain = await Erp.StartAsync(options => (options.ApiKey, options.Currency, options.PriceMode) = ("plain", "EUR", DolibarrPriceMode.Single));
        plain.Server.Keys.Add("plain", DolibarrRights.Everyday);
        var findings = await ProbeAsync(plain);
        findings.Select(finding => finding.Code).Should().Contain(["dolibarr.setup-unreadable", "dolibarr.stock-moment-unknown"]);
        findings.Should().OnlyContain(finding => finding.Connection == "erp");
    }

    private static Task<IReadOnlyList<Finding>> ProbeAsync(Erp erp) => erp.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.Product, true, true, true, true), new Need(EntityKind.Order, true, true, true, false), new Need(EntityKind.StockLevel, true, false, true, false)], CancellationToken.None);
}
