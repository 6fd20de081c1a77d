namespace ErpSync.Dolibarr.Tests;

/// <summary>Dolibarr has one column of 50 characters for tracking numbers: what does not fit is kept whole in the note, never dropped.</summary>
public sealed class TrackingTests
{
    private static readonly string Long = new('9', 60);
    private static readonly Order Small = Trade.Order(Trade.Line(1, 2, 10));

    public static TheoryData<string[], string> Numbers => new()
    {
        { ["1Z9"], "1Z9" },
        { ["1Z9", "1Z8"], "1Z9, 1Z8" },
        { [new string('1', 24), new string('2', 24)], $"{new string('1', 24)}, {new string('2', 24)}" },
        { [new string('1', 24), new string('2', 25), "3"], new string('1', 24) },
        { [Long], "" },
        { [Long, "1Z9"], "" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Numbers_that_do_not_fit_the_column_are_kept_whole_in_the_note(string[] numbers, string column)
    {
        await using var erp = await Trade.StartAsync();
        var order = (await erp.CreateAsync(Small)).Written();

        var id = (await erp.CreateAsync(Parcel(order, "By hand", numbers), "main:shop:shipment:1")).Written();

        var read = (await erp.FindAsync<Shipment>(id.Value)).Value;
        (read.TrackingNumbers, read.Note).Should().Be((numbers.ToValueList(), "By hand"));
        var row = erp.State.Shipments.Single();
        (row["tracking_number"] ?? "").Should().Be(column);
        numbers.Should().OnlyContain(number => $"{row["tracking_number"]} {row["note_private"]}".Contains(number));
        erp.Connector.Get<IKind<Shipment>>().Profile.Normalise(read).TrackingNumbers.Should().Equal(numbers);
    }

    [Fact]
    public async Task Later_numbers_and_later_notes_do_not_take_each_other_away()
    {
        await using var erp = await Trade.StartAsync();
        var order = (await erp.CreateAsync(Small)).Written();
        var id = (await erp.CreateAsync(Parcel(order, null, "1Z9"), "main:shop:shipment:1")).Written();

        (await erp.UpdateAsync(await erp.FindAsync<Shipment>(id.Value), value => value with { TrackingNumbers = ["1Z9", Long] }, nameof(Shipment.TrackingNumbers))).Written();
        (await erp.UpdateAsync(await erp.FindAsync<Shipment>(id.Value), value => value with { Note = "Fragile" }, nameof(Shipment.Note))).Written();
        var both = (await erp.FindAsync<Shipment>(id.Value)).Value;
        (await erp.UpdateAsync(await erp.FindAsync<Shipment>(id.Value), value => value with { TrackingNumbers = ["1Z7"] }, nameof(Shipment.TrackingNumbers))).Written();
        var one = (await erp.FindAsync<Shipment>(id.Value)).Value;

        (both.TrackingNumbers, both.Note).Should().Be((new[] { "1Z9", Long }.ToValueList(), "Fragile"));
        (one.TrackingNumbers, one.Note).Should().Be((new[] { "1Z7" }.ToValueList(), "Fragile"));
        erp.State.Shipments.Single()["note_private"].Should().NotContain(Long);
    }

    private static Shipment Parcel(RemoteId order, string? note, params string[] numbers) => new()
    {
        Order = order.Ref<Order>(),
        Lines = [new ShipmentLine { Product = new Ref(EntityKind.Product, new RemoteId("1")), Quantity = 1 }],
        Stage = ShipmentStage.Draft,
        TrackingNumbers = numbers.ToValueList(),
        Note = note,
    };
}
