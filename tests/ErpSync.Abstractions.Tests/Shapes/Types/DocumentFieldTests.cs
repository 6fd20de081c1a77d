namespace ErpSync.Abstractions.Tests.Shapes.Types;

public sealed class DocumentFieldTests
{
    private static readonly Ref Mug = new(EntityKind.Product, new RemoteId("7"));
    private static readonly DocumentLinesField Lines = DocumentLinesField.Instance;

    private static readonly DocumentLine Sold = new() { Id = "11", Product = Mug, Reference = "MUG", Label = "Mug", Quantity = 2, UnitNet = Euro(10), Taxes = [new TaxRate(20)], Net = Euro(20), Tax = Euro(4) };
    private static readonly DocumentLine Post = new() { Kind = LineKind.Shipping, Label = "Poste", UnitNet = Euro(5), Taxes = [new TaxRate(20)], Net = Euro(5), Tax = Euro(1) };

    [Fact]
    public void Lines_are_the_same_in_any_order_with_any_words_and_ids() =>
        Lines.AreEqual([Sold, Post], [Post with { Id = "9", Label = "Shipping", Product = Mug }, Sold with { Id = "8", Label = "Tasse", Net = Euro(20.0001m), Kind = LineKind.Service }]).Should().BeTrue();

    [Fact]
    public void A_line_that_tells_no_total_is_worth_its_price() => Lines.AreEqual([Sold], [Sold with { Net = null, Tax = null }]).Should().BeTrue();

    [Fact]
    public void Lines_differ_by_product_quantity_price_tax_and_kind()
    {
        foreach (var other in new[]
        {
            Sold with { Product = Mug with { Id = new RemoteId("8") } },
            Sold with { Quantity = 1 },
            Sold with { Net = Euro(20.01m) },
            Sold with { Net = new Money(20, new CurrencyCode("USD")) },
            Sold with { Taxes = [new TaxRate(19)] },
            Sold with { Taxes = [] },
            Sold with { Taxes = null },
            Sold with { Kind = LineKind.Fee },
        })
        {
            Lines.AreEqual([Sold], [other]).Should().BeFalse("{0} is not {1}", other, Sold);
        }

        Lines.AreEqual([Sold], [Sold, Sold]).Should().BeFalse();
        Lines.AreEqual([Sold with { Product = null }], [Sold with { Product = null, Reference = "CUP" }]).Should().BeFalse();
    }

    [Fact]
    public void A_tax_of_zero_percent_is_no_tax() => Lines.AreEqual([Sold with { Taxes = [new TaxRate(0)] }], [Sold with { Taxes = [] }]).Should().BeTrue();

    [Fact]
    public void Lines_that_the_target_has_keep_its_ids_and_new_ones_have_none() =>
        Lines.Overlay([Sold with { Id = "t1" }, Post with { Id = "t2" }], [Post with { Id = "s2" }, Sold with { Id = "s1" }, Sold with { Id = "s3" }])
            .Select(line => line.Id).Should().Equal("t2", "t1", null);

    [Fact]
    public void Products_of_lines_are_told_translated_and_waited_for()
    {
        var stock = new Ref(EntityKind.Warehouse, new RemoteId("1"));
        var order = new Order { Lines = [Sold with { Warehouse = stock }, Post] };
        var shape = DocumentShapes.Order;

        shape.Refs(order).Should().Equal(Mug, stock);
        var foreign = shape.Translate(order, new NoLinks());
        foreign.Lines[0].Product!.Value.IsForeign.Should().BeTrue();
        shape.TryLocalise(foreign, out _, out var missing).Should().BeFalse();
        missing.Should().Be(nameof(Order.Lines));
    }

    [Fact]
    public void A_warehouse_without_counterpart_is_left_out()
    {
        var order = new Order { Lines = [Post with { Warehouse = new Ref(EntityKind.Warehouse, new RemoteId("1")) { IsForeign = true } }] };

        DocumentShapes.Order.TryLocalise(order, out var local, out _).Should().BeTrue();
        local.Lines.Should().Equal(Post);
    }

    [Fact]
    public void A_status_that_is_not_mapped_is_left_out_and_a_customer_is_waited_for()
    {
        Ref Foreign(EntityKind kind) => new(kind, new RemoteId("4")) { IsForeign = true };
        var shape = DocumentShapes.Order;

        shape.TryLocalise(new Order { Status = Foreign(EntityKind.OrderStatus), Carrier = Foreign(EntityKind.Carrier) }, out var local, out _).Should().BeTrue();
        local.Should().Be(new Order());
        shape.TryLocalise(new Order { Customer = Foreign(EntityKind.Customer) }, out _, out var missing).Should().BeFalse();
        missing.Should().Be(nameof(Order.Customer));
    }

    [Fact]
    public void An_optional_pointer_without_counterpart_is_neither_compared_nor_taken_away()
    {
        var mapped = new Ref(EntityKind.Carrier, new RemoteId("1"));
        var foreign = new Ref(EntityKind.Carrier, new RemoteId("2")) { IsForeign = true };

        RefField.Optional.AreEqual(foreign, null).Should().BeTrue();
        RefField.Optional.AreEqual(mapped, null).Should().BeFalse();
        RefField.Optional.Overlay(mapped, foreign).Should().Be(mapped);
        RefField.Optional.Overlay(foreign, null).Should().Be(foreign);
        RefField.Optional.Overlay(mapped, null).Should().BeNull();
        RefField.Instance.AreEqual(foreign, null).Should().BeFalse();
    }

    [Fact]
    public void Totals_are_equal_in_the_smallest_unit_of_their_currency()
    {
        TotalField.Instance.AreEqual(Euro(10.004m), Euro(10)).Should().BeTrue();
        TotalField.Instance.AreEqual(Euro(10.005m), Euro(10)).Should().BeFalse();
        TotalField.Instance.AreEqual(new Money(10.4m, new CurrencyCode("JPY")), new Money(10, new CurrencyCode("JPY"))).Should().BeTrue();
        TotalField.Instance.AreEqual(new Money(10.001m, new CurrencyCode("KWD")), new Money(10, new CurrencyCode("KWD"))).Should().BeFalse();
        TotalField.Instance.AreEqual(null, Euro(0)).Should().BeFalse();
    }

    [Fact]
    public void Shipments_are_the_same_when_the_same_is_sent()
    {
        ShipmentLine line = new() { Product = Mug, OrderLine = "11", Quantity = 2 };

        ShipmentLinesField.Instance.AreEqual([line], [line with { OrderLine = "99", Label = "Mug" }]).Should().BeTrue();
        ShipmentLinesField.Instance.AreEqual([line], [line with { Quantity = 1 }]).Should().BeFalse();
        ShipmentLinesField.Instance.AreEqual([line], [line with { Lot = "L1" }]).Should().BeFalse();
    }

    [Fact]
    public void Tracking_numbers_keep_their_order() => TextListField.Instance.AreEqual(["A", "B"], ["B", "A"]).Should().BeFalse();

    [Fact]
    public void Messages_are_told_apart_by_words_and_readers()
    {
        DocumentMessage message = new() { At = DateTimeOffset.UnixEpoch, Text = "Ring twice" };

        MessagesField.Instance.AreEqual([message], [message with { At = null, Author = "Zoé", Text = "ring twice " }]).Should().BeTrue();
        MessagesField.Instance.AreEqual([message], [message with { IsPrivate = true }]).Should().BeFalse();
    }

    private static Money Euro(decimal amount) => new(amount, new CurrencyCode("EUR"));

    private sealed class NoLinks : IRefTranslator
    {
        public Ref Translate(Ref source) => source with { IsForeign = true };
    }
}
