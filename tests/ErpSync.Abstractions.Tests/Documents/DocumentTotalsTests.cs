using System.Globalization;

namespace ErpSync.Abstractions.Tests.Documents;

public sealed class DocumentTotalsTests
{
    /// <summary>
    /// Name, currency, rule (basis mode decimals), lines, told totals (net tax gross, ? for not told), verdict, rounding line.
    /// A line is <c>quantity x unit %discount -amount @tax+tax(c) =net/tax</c>, all parts but quantity and unit (or the totals) optional.
    /// </summary>
    public static TheoryData<string, string, string, string, string, TotalsVerdict, string> Documents => new()
    {
        { "one line, one tax", "EUR", "Line", "2x10 @20", "20 4 24", TotalsVerdict.Equal, "" },
        { "untaxed", "EUR", "Line", "3x9.99 @", "29.97 0 29.97", TotalsVerdict.Equal, "" },
        { "totals told by the lines", "EUR", "Line", "1x0 =45.89/9.18; 1x0 =57.12/3.14; 1x0 =125.40/18.78; 1x0 =8.4/1.68; 1x0 =3/0.6; 1x0 =-28.12/-3.83", "211.69 29.55 241.24", TotalsVerdict.Equal, "" },
        { "vouchers told with six decimals", "EUR", "Line", "1x0 =228.41/31.10; 1x0 =8.4/1.68; 1x0 =3/0.6; 1x0 =-22.841/-3.11; 1x0 =-5.280953/-0.719047", "211.69 29.55 241.24", TotalsVerdict.Equal, "" },
        { "two taxes on the net amount", "CAD", "Line", "1x100 @5+9.975", "100 14.98 114.98", TotalsVerdict.Equal, "" },
        { "a tax on the tax", "CAD", "Line", "1x100 @5+9.975c", "100 15.47 115.47", TotalsVerdict.Equal, "" },
        { "compound taxes, discount and shipping", "CAD", "Line", "3x33.333333 -10 @5+9.975c; 1x10 @5+9.975c", "100 15.48 115.48", TotalsVerdict.Equal, "" },
        { "eight decimals and no rounding", "EUR", "Total HalfUp 8", "1x100 @5+9.975c", "100 15.47375 115.47375", TotalsVerdict.Equal, "" },
        { "a discount in percent", "EUR", "Line", "1x10.12346 %10 @5.5", "9.11 0.50 9.61", TotalsVerdict.Equal, "" },
        { "the price of one rounded first", "EUR", "Item", "3x1.235 @20", "3.72 0.75 4.47", TotalsVerdict.Equal, "" },
        { "the same rounded by line", "EUR", "Line", "3x1.235 @20", "3.71 0.74 4.45", TotalsVerdict.Equal, "" },
        { "the same rounded in total", "EUR", "Total", "3x1.235 @20", "3.71 0.74 4.45", TotalsVerdict.Equal, "" },
        { "many half cents rounded by line", "EUR", "Line", "1x0.125 @; 1x0.125 @; 1x0.125 @; 1x0.125 @", "0.52 0 0.52", TotalsVerdict.Equal, "" },
        { "many half cents rounded in total", "EUR", "Total", "1x0.125 @; 1x0.125 @; 1x0.125 @; 1x0.125 @", "0.50 0 0.50", TotalsVerdict.Equal, "" },
        { "half cents to the even digit", "EUR", "Line HalfEven", "1x0.125 @; 1x0.125 @; 1x0.135 @", "0.38 0 0.38", TotalsVerdict.Equal, "" },
        { "half cents down", "EUR", "Line HalfDown", "1x0.125 @; 1x0.135 @", "0.25 0 0.25", TotalsVerdict.Equal, "" },
        { "always up", "EUR", "Line Up", "1x0.121 @", "0.13 0 0.13", TotalsVerdict.Equal, "" },
        { "yen", "JPY", "Line", "3x333 @10; 1x500 @10", "1499 150 1649", TotalsVerdict.Equal, "" },
        { "yen, tax rounded down", "JPY", "Line Down", "1x105 @10", "105 10 115", TotalsVerdict.Equal, "" },
        { "dinars with three decimals", "KWD", "Line", "3x1.2345 @5", "3.704 0.185 3.889", TotalsVerdict.Equal, "" },
        { "dinars in a system with two decimals", "KWD", "Line HalfUp 2", "3x1.2345 @5", "3.70 0.19 3.89", TotalsVerdict.Equal, "" },
        { "a discount per tax rate", "EUR", "Line", "1x100 @20; 1x50 @5.5; 1x-6.67 @20; 1x-3.33 @5.5", "140 21.24 161.24", TotalsVerdict.Equal, "" },
        { "words without an amount", "EUR", "Line", "1x10 @20; text", "10 2 12", TotalsVerdict.Equal, "" },
        { "a negative tax", "EUR", "Line", "1x100 @21+-15", "100 6 106", TotalsVerdict.Equal, "" },
        { "a cent between net and tax only", "EUR", "Line", "1x0 =10/2.01", "10.01 2 12.01", TotalsVerdict.WithinRounding, "" },
        { "a cent too little", "EUR", "Line", "1x10 @20", "10 2 12.01", TotalsVerdict.WithinRounding, "0.01" },
        { "a cent too much", "EUR", "Line", "1x10 @20", "10 2 11.99", TotalsVerdict.WithinRounding, "-0.01" },
        { "two cents on one line", "EUR", "Line", "1x10 @20", "10 2 12.02", TotalsVerdict.Different, "" },
        { "two cents on two lines", "EUR", "Line", "1x10 @20; 1x1 @20", "11 2.2 13.22", TotalsVerdict.WithinRounding, "0.02" },
        { "words do not count as lines", "EUR", "Line", "1x10 @20; text", "10 2 12.02", TotalsVerdict.Different, "" },
        { "a yen on one line", "JPY", "Line", "1x100 @10", "100 10 111", TotalsVerdict.WithinRounding, "1" },
        { "a hundredth of a dinar is ten units", "KWD", "Line", "1x1 @", "1 0 1.01", TotalsVerdict.Different, "" },
        { "a thousandth of a dinar", "KWD", "Line", "1x1 @", "1 0 1.001", TotalsVerdict.WithinRounding, "0.001" },
        { "only the gross total told", "EUR", "Line", "1x10 @20", "? ? 12", TotalsVerdict.Equal, "" },
        { "net and tax wrong by turns", "EUR", "Line", "1x10 @20", "8 4 12", TotalsVerdict.Different, "" },
        { "no gross total told", "EUR", "Line", "1x10 @20", "10 2 ?", TotalsVerdict.Unknown, "" },
        { "no lines", "EUR", "Line", "", "10 2 12", TotalsVerdict.Unknown, "" },
        { "a line without taxes told", "EUR", "Line", "1x10", "10 2 12", TotalsVerdict.Unknown, "" },
        { "another currency in a line", "EUR", "Line", "1x10 @20; usd", "11 2 13", TotalsVerdict.Unknown, "" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void Document_adds_up_or_not(string name, string currency, string rule, string lines, string told, TotalsVerdict verdict, string roundingLine)
    {
        var code = new CurrencyCode(currency);
        var document = lines.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Line(line, code)).ToList();

        var check = DocumentTotals.Check(document, Amounts(told, code), Rule(rule));

        check.Verdict.Should().Be(verdict, "{0}: {1} against {2}", name, check.Expected, check.Found);
        (check.RoundingLine?.Net?.Amount).Should().Be(roundingLine.Length == 0 ? null : Number(roundingLine), name);
        if (check.RoundingLine is { } line)
            DocumentTotals.Check([.. document, line], Amounts(told, code) with { Net = null, Tax = null }, Rule(rule)).Verdict.Should().Be(TotalsVerdict.Equal, "the line closes the gap");
    }

    [Fact]
    public void The_target_is_compared_with_the_source()
    {
        var source = Amounts("102.44 19.17 121.61", new CurrencyCode("EUR"));

        DocumentTotals.Compare(source, Amounts("102.44 19.17 121.61000000", new CurrencyCode("EUR")), 1).Verdict.Should().Be(TotalsVerdict.Equal);
        var check = DocumentTotals.Compare(source, Amounts("102.43 19.16 121.59", new CurrencyCode("EUR")), 3);
        check.RoundingLine!.Should().Be(new DocumentLine { Kind = LineKind.Rounding, UnitNet = source.Gross!.Value with { Amount = 0.02m }, Net = source.Gross!.Value with { Amount = 0.02m }, Tax = source.Gross!.Value with { Amount = 0 }, Taxes = [] });
        DocumentTotals.Compare(source, Amounts("102.44 19.17 121.61", new CurrencyCode("USD")), 3).Verdict.Should().Be(TotalsVerdict.Unknown);
    }

    private static DocumentLine Line(string text, CurrencyCode currency)
    {
        if (text == "text")
            return new DocumentLine { Kind = LineKind.Text, Label = "Thank you" };
        if (text == "usd")
            return new DocumentLine { Net = new Money(1, new CurrencyCode("USD")), Tax = new Money(0, new CurrencyCode("USD")) };
        var line = new DocumentLine();
        foreach (var part in text.Split(' '))
        {
            var rest = part[1..];
            line = part[0] switch
            {
                '%' => line with { DiscountPercent = Number(rest) },
                '-' => line with { DiscountAmount = new Money(Number(rest), currency) },
                '@' => line with { Taxes = rest.Split('+', StringSplitOptions.RemoveEmptyEntries).Select(rate => new TaxRate(Number(rate.TrimEnd('c')), rate.EndsWith('c'))).ToValueList() },
                '=' => line with { Net = new Money(Number(rest.Split('/')[0]), currency), Tax = new Money(Number(rest.Split('/')[1]), currency) },
                _ => line with { Quantity = Number(part.Split('x')[0]), UnitNet = new Money(Number(part.Split('x')[1]), currency) },
            };
        }

        return line;
    }

    private static DocumentAmounts Amounts(string told, CurrencyCode currency)
    {
        var amounts = told.Split(' ').Select(amount => amount == "?" ? (Money?)null : new Money(Number(amount), currency)).ToArray();
        return new DocumentAmounts(amounts[0], amounts[1], amounts[2]);
    }

    private static RoundingRule Rule(string text)
    {
        var parts = text.Split(' ');
        return new RoundingRule(Enum.Parse<RoundingBasis>(parts[0]), parts.Length > 1 ? Enum.Parse<RoundingMode>(parts[1]) : RoundingMode.HalfUp, parts.Length > 2 ? (int)Number(parts[2]) : null);
    }

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
