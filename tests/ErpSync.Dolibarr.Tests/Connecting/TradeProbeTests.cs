using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>What the probe says of sales, rights and prices.</summary>
public sealed class TradeProbeTests
{
    private static readonly Need Orders = new(EntityKind.Order, true, true, true, false);
    private static readonly Need Levels = new(EntityKind.StockLevel, true, false, true, false);

    [Theory]
    [InlineData("STOCK_CALCULATE_ON_VALIDATE_ORDER")]
    [InlineData("STOCK_CALCULATE_ON_SHIPMENT")]
    [InlineData("STOCK_CALCULATE_ON_SHIPMENT_NEW")]
    [InlineData("STOCK_CALCULATE_ON_BILL")]
    public async Task Stock_that_sales_move_by_themselves_and_that_is_written_too_is_a_warning(string constant)
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants[constant] = "1");
        (await ProbeAsync(erp, Orders, Levels)).Should().Contain(finding => finding.Code == "dolibarr.stock-counted-twice" && finding.Message.Contains(constant));
        (await ProbeAsync(erp, Orders)).Should().NotContain(finding => finding.Code == "dolibarr.stock-counted-twice", "orders alone count once");
    }

    [Fact]
    public async Task Sales_that_move_no_stock_are_no_warning()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants["STOCK_CALCULATE_ON_BILL"] = "0");
        (await ProbeAsync(erp, Orders, Levels)).Should().NotContain(finding => finding.Code == "dolibarr.stock-counted-twice");
    }

    [Theory]
    [InlineData(DolibarrRights.All & ~DolibarrRights.ProductWrite, "product", "creer")]
    [InlineData(DolibarrRights.All & ~DolibarrRights.ProductDelete, "product", "supprimer")]
    [InlineData(DolibarrRights.All & ~DolibarrRights.CategoryWrite, "category", "creer")]
    [InlineData(DolibarrRights.All & ~DolibarrRights.MovementWrite, "stock-level", "mouvement/creer")]
    public async Task Right_to_write_that_is_missing_is_named_per_need(DolibarrRights rights, string kind, string right)
    {
        await using var erp = await Erp.StartAsync(options => options.ApiKey = "limited");
        erp.Server.Keys.Add("limited", rights);
        var findings = await ProbeAsync(erp, new Need(new EntityKind(kind), true, true, true, true));
        findings.Should().Contain(finding => finding.Code == "dolibarr.right-missing" && finding.Message.Contains(right) && finding.Message.Contains(kind));
        (await ProbeAsync(erp, new Need(new EntityKind(kind), true, false, false, false))).Should().NotContain(finding => finding.Code == "dolibarr.right-missing", "reading needs no right to write");
        erp.Server.Requests.Writes.Should().Be(0);
    }

    [Fact]
    public async Task Decimals_rounding_pdf_models_and_bank_accounts_are_told()
    {
        await using var erp = await Erp.StartAsync(seed: state => (state.Constants["MAIN_MAX_DECIMALS_TOT"], state.Constants["MAIN_MAX_DECIMALS_UNIT"], state.Constants["MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND"]) = ("3", "2", "1"));
        var findings = await ProbeAsync(erp, Orders, new Need(EntityKind.Payment, true, true, false, false), new Need(EntityKind.Product, true, true, true, true));
        findings.Select(finding => finding.Code).Should().Contain(["dolibarr.total-decimals", "dolibarr.decimals", "dolibarr.rounds-totals", "dolibarr.pdf-model-missing", "dolibarr.bank-account-missing"]);
        erp.State.Constants["COMMANDE_ADDON_PDF"] = "einstein";
        erp.State.AddBankAccount(account => (account["ref"], account["label"], account["currency_code"]) = ("BNK1", "Bank", "EUR"));
        findings = await ProbeAsync(erp, Orders, new Need(EntityKind.Payment, true, true, false, false));
        findings.Select(finding => finding.Code).Should().NotContain(["dolibarr.pdf-model-missing", "dolibarr.bank-account-missing"]);
    }

    [Fact]
    public async Task Special_prices_are_told_with_what_they_cost_and_cannot()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.Constants["PRODUIT_CUSTOMER_PRICES"] = "1");
        var findings = await ProbeAsync(erp, new Need(EntityKind.Price, true, true, true, false));
        findings.Should().Contain(finding => finding.Code == "dolibarr.special-prices" && finding.Severity == FindingSeverity.Information);
        findings.Where(finding => finding.Code == "dolibarr.price-not-writable").Should().HaveCount(2).And.OnlyContain(finding => finding.Severity == FindingSeverity.Warning);
    }

    private static Task<IReadOnlyList<Finding>> ProbeAsync(Erp erp, params Need[] needs) => erp.Connector.Get<IProbe>().ProbeAsync(needs, CancellationToken.None);
}
