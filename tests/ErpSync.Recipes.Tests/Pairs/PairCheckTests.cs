using ErpSync.Recipes.Tests.Connect;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.Pairs;

/// <summary>What only a pair can know.</summary>
public sealed class PairCheckTests
{
    [Fact]
    public async Task What_one_side_has_and_the_other_lacks_is_named_with_a_remedy()
    {
        await using var world = ConnectWorld.New();
        world.Shop.State.AddTaxRuleGroup("Odd", 7m);
        world.Shop.State.AddCurrency("GBP", 0.85m);
        await world.ConnectAsync(options => options.Carriers["1"] = "77");

        var findings = await world.Engine.CheckAsync("main");

        Finding Of(string code, string words) => findings.Should().ContainSingle(finding => finding.Code == code && finding.Message.Contains(words, StringComparison.Ordinal), string.Join("\n", findings)).Subject;
        Of("check.tax-rate-missing", "7 %").Severity.Should().Be(FindingSeverity.Error);
        Of("check.currency-missing", "GBP").Severity.Should().Be(FindingSeverity.Warning);
        Of("check.mapped-unknown", "'77'").Severity.Should().Be(FindingSeverity.Error);
        findings.Where(finding => finding.Code.StartsWith("check.", StringComparison.Ordinal)).Should().OnlyContain(finding => finding.Remedy != null);
        findings.Select(finding => finding.Severity).Should().BeInDescendingOrder();
    }

    [Fact]
    public async Task Different_base_currencies_are_told()
    {
        await using var world = ConnectWorld.New();
        world.Erp.State.Constants["MAIN_MONNAIE"] = "USD";
        await world.ConnectAsync();

        (await world.FindingsAsync()).Should().ContainSingle(finding => finding.Contains("Prices are in EUR in shop and in USD in erp", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_unmapped_carrier_is_told_before_an_order_meets_it()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();

        (await world.FindingsAsync()).Should().Contain(finding => finding.Contains("carrier 'Click and collect' (1) of shop is not mapped", StringComparison.Ordinal))
            .And.NotContain(finding => finding.Contains("'My carrier'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_backup_is_asked_for_until_something_was_written()
    {
        await using var world = ConnectWorld.New();
        await world.ConnectAsync();
        (await world.FindingsAsync()).Should().ContainSingle(finding => finding.Contains("Back up shop, erp and the store", StringComparison.Ordinal));

        await world.DoneAsync(ConnectFeedNames.ImportNewProducts);

        (await world.FindingsAsync()).Should().NotContain(finding => finding.Contains("Back up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_side_over_https_and_the_other_over_http_is_told()
    {
        await using var world = ConnectWorld.New();
        await world.StartAsync(builder =>
        {
            builder.Connect();
            builder.ConfigureConnector("shop", (_, connector) => connector.With<IBackOffice>(new BackOffice(new Uri("https://shop.example/"), null, new Dictionary<EntityKind, string>())));
        });

        (await world.FindingsAsync()).Should().ContainSingle(finding => finding.Contains("shop is reached over https and erp over http", StringComparison.Ordinal));
    }
}
