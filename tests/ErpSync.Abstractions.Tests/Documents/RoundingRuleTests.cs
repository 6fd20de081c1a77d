using System.Globalization;

namespace ErpSync.Abstractions.Tests.Documents;

public sealed class RoundingRuleTests
{
    [Theory]
    [InlineData(RoundingMode.HalfUp, "1.005 1.015 -1.005 1.0149 1.0151", "1.01 1.02 -1.01 1.01 1.02")]
    [InlineData(RoundingMode.HalfDown, "1.005 1.015 -1.005 1.0149 1.0151", "1 1.01 -1 1.01 1.02")]
    [InlineData(RoundingMode.HalfEven, "1.005 1.015 -1.005 1.0149 1.0151", "1 1.02 -1 1.01 1.02")]
    [InlineData(RoundingMode.HalfOdd, "1.005 1.015 -1.005 1.0149 1.0151", "1.01 1.01 -1.01 1.01 1.02")]
    [InlineData(RoundingMode.Up, "1.001 -1.001 1", "1.01 -1 1")]
    [InlineData(RoundingMode.Down, "1.009 -1.001 1", "1 -1.01 1")]
    public void Each_way_of_rounding(RoundingMode mode, string amounts, string rounded)
    {
        var rule = new RoundingRule(RoundingBasis.Line, mode);

        Parse(amounts).Select(amount => rule.Round(new Money(amount, new CurrencyCode("EUR"))).Amount).Should().Equal(Parse(rounded));
    }

    [Theory]
    [InlineData("JPY", null, "1234.5", "1235")]
    [InlineData("KWD", null, "1.0005", "1.001")]
    [InlineData("EUR", null, "1.005", "1.01")]
    [InlineData("EUR", 6, "1.0000005", "1.000001")]
    [InlineData("JPY", 2, "1234.567", "1234.57")]
    public void The_currency_tells_the_decimals_unless_the_rule_does(string currency, int? decimals, string amount, string rounded) =>
        new RoundingRule(RoundingBasis.Line, Decimals: decimals).Round(new Money(Parse(amount)[0], new CurrencyCode(currency))).Amount.Should().Be(Parse(rounded)[0]);

    [Theory]
    [InlineData("EUR", 2, "0.01")]
    [InlineData("JPY", 0, "1")]
    [InlineData("KWD", 3, "0.001")]
    [InlineData("CLF", 4, "0.0001")]
    [InlineData("XYZ", 2, "0.01")]
    public void Currencies_have_their_smallest_unit(string currency, int decimals, string unit)
    {
        new CurrencyCode(currency).Decimals.Should().Be(decimals);
        new CurrencyCode(currency).MinorUnit.Should().Be(Parse(unit)[0]);
    }

    private static decimal[] Parse(string numbers) => [.. numbers.Split(' ').Select(number => decimal.Parse(number, CultureInfo.InvariantCulture))];
}
