namespace ErpSync.Abstractions.Tests.Documents;

public sealed class DiscountSplitTests
{
    private static readonly CurrencyCode Currency = new("EUR");

    [Theory]
    [InlineData(-28.12, -3.83)]
    [InlineData(-10, -1.67)]
    [InlineData(-0.01, 0)]
    [InlineData(-228.41, -31.10)]
    public void Shares_sum_exactly_to_the_discount(double net, double tax)
    {
        DocumentLine[] goods = [Line(45.89m, new TaxRate(20)), Line(57.12m, new TaxRate(5.5m)), Line(125.40m, new TaxRate(5), new TaxRate(9.975m))];

        var lines = DiscountSplit.PerTaxes(Discount((decimal)net, (decimal)tax), goods);

        lines.Should().HaveCount(3).And.OnlyContain(line => line.Kind == LineKind.Discount && line.Reference == "SALE");
        lines.Sum(line => line.Net!.Value.Amount).Should().Be((decimal)net);
        lines.Sum(line => line.Tax!.Value.Amount).Should().Be((decimal)tax);
        lines.Select(line => line.Taxes).Should().BeEquivalentTo(goods.Select(line => line.Taxes));
    }

    [Fact]
    public void Goods_of_one_tax_take_one_line() =>
        DiscountSplit.PerTaxes(Discount(-10, -2), [Line(50, new TaxRate(20)), Line(70, new TaxRate(20))]).Should().ContainSingle().Which.Should().Match<DocumentLine>(line => line.Net!.Value.Amount == -10 && line.Taxes!.Single().Percent == 20);

    [Fact]
    public void Shares_follow_the_goods() =>
        DiscountSplit.PerTaxes(Discount(-10, -1.75m), [Line(100, new TaxRate(20)), Line(50, new TaxRate(5.5m))]).Select(line => line.Net!.Value.Amount).Should().Equal(-6.67m, -3.33m);

    [Fact]
    public void A_discount_without_goods_stays_as_it_is()
    {
        var discount = Discount(-10, -2);

        DiscountSplit.PerTaxes(discount, []).Should().Equal(discount);
        DiscountSplit.PerTaxes(discount, [new DocumentLine { Net = new Money(10, Currency) }]).Should().Equal(discount);
    }

    private static DocumentLine Discount(decimal net, decimal tax) => new() { Kind = LineKind.Discount, Reference = "SALE", Net = new Money(net, Currency), Tax = new Money(tax, Currency) };

    private static DocumentLine Line(decimal net, params TaxRate[] taxes) => new() { Net = new Money(net, Currency), Taxes = taxes.ToValueList() };
}
