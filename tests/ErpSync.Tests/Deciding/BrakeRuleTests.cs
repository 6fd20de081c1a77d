using ErpSync.Comparing;
using ErpSync.Deciding;
using ErpSync.Matching;

namespace ErpSync.Tests.Deciding;

public sealed class BrakeRuleTests
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Theory]
    [InlineData(10, 11, false)] // more than 20 %, not more than ten
    [InlineData(11, 54, true)]
    [InlineData(11, 55, false)] // exactly 20 %
    [InlineData(20, 1000, false)]
    [InlineData(201, 1000, true)]
    [InlineData(3, 3, true)] // all of more than two
    [InlineData(2, 2, false)]
    [InlineData(2, 3, false)]
    public void Limit_is_more_than_a_fifth_and_more_than_ten_or_all_of_more_than_two(int count, int of, bool exceeds) =>
        BrakeRule.Exceeds(count, of, BrakeLimit.Default).Should().Be(exceeds);

    [Theory]
    [InlineData("10", "15", null)]
    [InlineData("10", "15.01", MassChange.Repriced)]
    [InlineData("10", "5", null)]
    [InlineData("10", "4.99", MassChange.Repriced)]
    [InlineData("10", "0", MassChange.PriceZeroed)]
    [InlineData("10", null, MassChange.PriceZeroed)]
    [InlineData("0", "10", null)]
    [InlineData(null, "10", null)]
    public void Prices_count_when_they_vanish_or_change_by_more_than_half(string? before, string? after, MassChange? expected) =>
        Of(new Product { PriceNet = Euros(before) }, new Product { PriceNet = Euros(after) }, "PriceNet").Should().Equal(expected is { } one ? [one] : []);

    [Fact]
    public void Another_currency_is_another_price() =>
        Of(new Product { PriceNet = new Money(10, Euro) }, new Product { PriceNet = new Money(10, new CurrencyCode("USD")) }, "PriceNet").Should().Equal(MassChange.Repriced);

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(5, -1, true)]
    [InlineData(5, 1, false)]
    [InlineData(0, 0, false)]
    [InlineData(-1, 0, false)]
    public void Stock_counts_when_it_falls_to_zero(int before, int after, bool counts)
    {
        var owner = new Ref(EntityKind.Product, new RemoteId("1"));
        var field = CatalogShapes.StockLevel.Fields[0];
        var loaded = new Loaded<StockLevel>(new WorkItem(1, new RemoteId("1"), new RemoteId("2")), null, null, null) { SecondInFirst = new StockLevel { Owner = owner, Quantity = before } };
        var decision = new Decision<StockLevel>(loaded) { WantedSecondInFirst = new StockLevel { Owner = owner, Quantity = after }, SecondWrites = [field] };
        BrakeRule.Of(decision, CatalogShapes.StockLevel).Should().Equal(counts ? [MassChange.StockZeroed] : []);
    }

    [Fact]
    public void Flag_counts_when_it_is_cleared()
    {
        Of(new Product { Active = true }, new Product { Active = false }, "Active").Should().Equal(MassChange.Deactivated);
        Of(new Product(), new Product { Active = false }, "Active").Should().Equal(MassChange.Deactivated);
        Of(new Product { Active = false }, new Product { Active = true }, "Active").Should().Equal(MassChange.Overwritten);
    }

    [Fact]
    public void Filling_an_empty_field_overwrites_nothing()
    {
        Of(new Product(), new Product { Barcode = "1" }, "Barcode").Should().BeEmpty();
        Of(new Product { Barcode = "2" }, new Product { Barcode = "1" }, "Barcode").Should().Equal(MassChange.Overwritten);
        Of(new Product { Barcode = "2" }, new Product(), "Barcode").Should().Equal(MassChange.Overwritten);
    }

    [Fact]
    public void Language_or_category_more_overwrites_nothing()
    {
        var english = LocalizedText.Of("en", "Mug");
        Of(new Product { Name = english }, new Product { Name = english.Overlay(LocalizedText.Of("fr", "Tasse")) }, "Name").Should().BeEmpty();
        Of(new Product { Name = english }, new Product { Name = LocalizedText.Of("en", "Cup") }, "Name").Should().Equal(MassChange.Overwritten);
        Of(new Product { Categories = [Category("1")] }, new Product { Categories = [Category("1"), Category("2")] }, "Categories").Should().BeEmpty();
        Of(new Product { Categories = [Category("1")] }, new Product { Categories = [Category("2")] }, "Categories").Should().Equal(MassChange.Overwritten);
    }

    [Theory]
    [InlineData(OrderStage.Confirmed, OrderStage.PartlyShipped, false)]
    [InlineData(OrderStage.Confirmed, OrderStage.Completed, false)]
    [InlineData(OrderStage.Completed, OrderStage.Confirmed, true)]
    [InlineData(OrderStage.Confirmed, OrderStage.Cancelled, true)]
    [InlineData(OrderStage.Completed, OrderStage.Refunded, true)]
    [InlineData(OrderStage.Cancelled, OrderStage.Confirmed, true)]
    public void Order_that_goes_on_overwrites_nothing_and_one_that_goes_back_or_is_cancelled_does(OrderStage before, OrderStage after, bool counts)
    {
        var loaded = new Loaded<Order>(new WorkItem(1, new RemoteId("1"), new RemoteId("2")), null, null, null) { SecondInFirst = new Order { Stage = before } };
        var changes = BrakeRule.Of(new Decision<Order>(loaded) { WantedSecondInFirst = new Order { Stage = after }, SecondWrites = [DocumentShapes.Order.Find("Stage")!] }, DocumentShapes.Order);
        changes.Should().Equal(counts ? [MassChange.Overwritten] : []);
    }

    private static Ref Category(string id) => new(EntityKind.Category, new RemoteId(id));

    private static Money? Euros(string? amount) => amount is null ? null : new Money(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Euro);

    private static IReadOnlySet<MassChange> Of(Product now, Product wanted, string field)
    {
        var loaded = new Loaded<Product>(new WorkItem(1, new RemoteId("1"), new RemoteId("2")), null, null, null) { SecondInFirst = now };
        return BrakeRule.Of(new Decision<Product>(loaded) { WantedSecondInFirst = wanted, SecondWrites = [CatalogShapes.Product.Find(field)!] }, CatalogShapes.Product);
    }
}
