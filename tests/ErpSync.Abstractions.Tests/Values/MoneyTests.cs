using FsCheck;
using FsCheck.Fluent;

namespace ErpSync.Abstractions.Tests.Values;

public sealed class MoneyTests
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Theory]
    [InlineData("2.345", 2, "2.35")]
    [InlineData("-2.345", 2, "-2.35")]
    [InlineData("2.5", 0, "3")]
    public void Halves_are_rounded_away_from_zero(string amount, int decimals, string rounded) =>
        new Money(decimal.Parse(amount, null), Euro).Round(decimals).Amount.Should().Be(decimal.Parse(rounded, null));

    [Fact]
    public void Trailing_zeros_do_not_count_and_the_currency_does()
    {
        new Money(1.50m, Euro).Should().Be(new Money(1.5m, Euro));
        new Money(1.50m, Euro).ToString().Should().Be("1.5 EUR");
        new Money(1, Euro).Should().NotBe(new Money(1, new CurrencyCode("USD")));
    }

    [Fact]
    public void Money_survives_its_text() =>
        Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), amount => Money.Parse(new Money(amount, Euro).ToString()) == new Money(amount, Euro)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("12.5")]
    [InlineData("EUR 12.5")]
    [InlineData("12.5 EURO")]
    public void Text_that_is_not_money_is_refused(string text) => FluentActions.Invoking(() => Money.Parse(text)).Should().Throw<FormatException>();

    [Fact]
    public void A_currency_code_is_three_letters_in_any_case()
    {
        CurrencyCode.Parse(" eur ").Should().Be(Euro);
        FluentActions.Invoking(() => CurrencyCode.Parse("€")).Should().Throw<FormatException>();
        FluentActions.Invoking(() => CurrencyCode.Parse(null)).Should().Throw<FormatException>();
    }
}
