using ErpSync.PrestaShop.Documents;
using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Tests;

/// <summary>What the recordings of parties and documents prove, each by its name.</summary>
public sealed class RecordedSalesTests
{
    public static TheoryData<string> Versions
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (var version in Recorded.Versions)
                data.Add(version);
            return data;
        }
    }

    /// <summary>orders-big-full-json, order-details-big, order-cart-rules-big, taxes-list-json, carriers-list, order-states-list, currencies-list-json, countries-list-json, states-list-json.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task The_big_order_comes_out_to_the_cent(string version)
    {
        var reference = await ReferenceAsync(version);
        var row = (await Recorded.RowsAsync(version, "orders-big-full-json")).Single();
        var details = await Recorded.RowsAsync(version, "order-details-big");
        var rules = await Recorded.RowsAsync(version, "order-cart-rules-big");

        var order = OrderMapping.Read(row, OrderParts.Of(details.ToLookup(one => one.Whole("id_order") ?? 0), rules.ToLookup(one => one.Whole("id_order") ?? 0)), reference, RecordedRecords.Shop).Value;

        order.Currency.Should().Be(new CurrencyCode("USD"));
        order.ConversionRate.Should().Be(1.2m);
        (order.TotalNet!.Value.Amount, order.TotalTax!.Value.Amount, order.TotalGross!.Value.Amount).Should().Be((211.69m, 29.55m, 241.24m));
        order.Check().Verdict.Should().Be(TotalsVerdict.Equal);
        order.Rounding.Should().Be(new RoundingRule(RoundingBasis.Line));
        var goods = order.Lines.Where(line => line.Kind == LineKind.Product).ToList();
        goods.Select(line => (line.Quantity, line.Net!.Value.Amount, line.Reference)).Should().Equal((2m, 45.89m, "demo_1"), (4m, 57.12m, "demo_11"), (3m, 125.4m, "HOSE-1-25"));
        (goods[0].UnitNet!.Value.Amount, goods[0].DiscountPercent).Should().Be((28.68m, 20m));
        (goods[2].UnitNet!.Value.Amount, goods[2].DiscountAmount!.Value.Amount).Should().Be((43.8m, 6m));
        goods[2].Product.Should().Be(new Ref(EntityKind.ProductVariant, new RemoteId("41")));
        goods[2].Taxes.Should().HaveCount(2).And.OnlyContain(rate => !rate.Compound);
        order.Lines.Single(line => line.Kind == LineKind.Shipping).Net!.Value.Amount.Should().Be(8.4m);
        order.Lines.Single(line => line.Kind == LineKind.Wrapping).Net!.Value.Amount.Should().Be(3m);
        order.Lines.Where(line => line.Kind == LineKind.Discount).Sum(line => line.Net!.Value.Amount).Should().Be(-28.12m);
        order.Lines.Where(line => line.Kind == LineKind.Discount).Sum(line => line.Gross!.Value.Amount).Should().Be(-31.95m);
        (order.IsGift, order.GiftMessage, order.PrivateNote, order.PaymentText).Should().Be((true, "Happy birthday! 🎂 & more", "Please ring twice", "Payments by check"));
        order.PaymentMethod.Should().Be(new Ref(EntityKind.PaymentMethod, new RemoteId("ps_checkpayment")));
        (order.Stage, order.IsPaid, order.IsInvoiced).Should().Be((OrderStage.Pending, false, false));
        order.PlacedAt.Should().Be(LocalTime.ToInstant(row.Text("date_add"), RecordedRecords.Shop.Zone));
    }

    /// <summary>order-payments-after: linked by reference, the partial one beside the full one.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task A_partial_payment_stands_beside_the_full_one_that_the_shop_booked(string version)
    {
        var reference = await ReferenceAsync(version);

        var payments = (await Recorded.RowsAsync(version, "order-payments-after")).ConvertAll(row => PaymentMapping.Read(row, null, reference, RecordedRecords.Shop).Value);

        payments.Select(payment => (payment.Amount!.Value.Amount, payment.MethodText, payment.TransactionId)).Should().Equal((20m, "Bank transfer", "TX-1"), (241.24m, "Payments by check", null));
        payments.Should().OnlyContain(payment => payment.Amount!.Value.Currency.Value == "USD" && payment.ConversionRate == 1.2m);
    }

    /// <summary>order-invoices-after: number and totals; order-invoices-before: none.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task An_invoice_has_its_number_and_the_totals_of_the_order(string version)
    {
        var reference = await ReferenceAsync(version);
        var row = (await Recorded.RowsAsync(version, "order-invoices-after")).Single();
        var details = await Recorded.RowsAsync(version, "order-details-big");
        var rules = await Recorded.RowsAsync(version, "order-cart-rules-big");
        var order = (await Recorded.RowsAsync(version, "orders-big-full-json")).Single();

        var invoice = InvoiceMapping.Read(row, order, OrderParts.Of(details.ToLookup(one => one.Whole("id_order") ?? 0), rules.ToLookup(one => one.Whole("id_order") ?? 0)), reference, RecordedRecords.Shop, new Uri("https://shop.example/")).Value;

        invoice.Number.Should().Be("#IN000002");
        invoice.Date.Should().Be(new DateOnly(2026, 11, 22));
        invoice.TotalGross!.Value.Amount.Should().Be(241.24m);
        DocumentTotals.Check(invoice.Lines, DocumentAmounts.Of(invoice), invoice.Rounding).Verdict.Should().Be(TotalsVerdict.Equal);
        invoice.PdfLink.Should().StartWith("https://shop.example/?controller=pdf-invoice&id_order=8&secure_key=");
        (await Recorded.RowsAsync(version, "order-invoices-before")).Should().BeEmpty();
    }

    /// <summary>order-carriers-after: two parcels of one order.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task A_second_parcel_stands_beside_the_first(string version)
    {
        var reference = await ReferenceAsync(version);

        var parcels = (await Recorded.RowsAsync(version, "order-carriers-after")).ConvertAll(row => ShipmentMapping.Read(row, null, reference, RecordedRecords.Shop).Value);

        parcels.Select(parcel => (string.Join(',', parcel.TrackingNumbers), parcel.WeightKg)).Should().Equal(("PATCHED-1", 4.5m), ("2ND-PARCEL", 1m));
        parcels.Should().OnlyContain(parcel => parcel.Carrier == new Ref(EntityKind.Carrier, new RemoteId("2")) && parcel.CarrierText == "My carrier");
    }

    /// <summary>order-slip-list: the node has another name than the resource; lines may be missing.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Credit_slips_with_and_without_lines_come_to_their_totals(string version)
    {
        var reference = await ReferenceAsync(version);
        var details = await Recorded.RowsAsync(version, "order-details-big");
        var order = (await Recorded.RowsAsync(version, "orders-big-full-json")).Single();
        var parts = OrderParts.Of(details.ToLookup(one => one.Whole("id_order") ?? 0), Array.Empty<WireRow>().ToLookup(one => one.Id));

        var notes = (await Recorded.RowsAsync(version, "order-slip-list")).ConvertAll(row => CreditNoteMapping.Read(row, order, parts, reference, RecordedRecords.Shop).Value);

        notes.Should().HaveCount(2).And.OnlyContain(note => note.TotalGross!.Value.Amount == 22.94m && note.Currency == new CurrencyCode("USD"));
        notes.Should().OnlyContain(note => DocumentTotals.Check(note.Lines, DocumentAmounts.Of(note), note.Rounding).Verdict == TotalsVerdict.Equal);
        notes[1].Lines.Single().Reference.Should().Be("demo_1");
    }

    /// <summary>addresses-list: a company with its VAT number, a state by its id, a country that does not exist.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Addresses_keep_company_number_and_note_and_an_unknown_country_is_none(string version)
    {
        var reference = await ReferenceAsync(version);

        var addresses = (await Recorded.RowsAsync(version, "addresses-list")).ConvertAll(row => AddressMapping.Read(row, reference, RecordedRecords.Shop).Value);

        (addresses[0].Company, addresses[0].VatNumber, addresses[0].Line1, addresses[0].Note, addresses[0].Country).Should().Be(("Müller & Söhne", "FR40303265045", "12 rue de l'Église", "Digicode 1234", "FR"));
        addresses[0].Owner.Should().Be(new Ref(EntityKind.Customer, new RemoteId("3")));
        addresses[1].Country.Should().Be("US");
        addresses[3].Country.Should().BeNull("the shop keeps any number");
    }

    /// <summary>customers-list: guests and people; order-states-list, groups-list-json: what reference data tells.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task Customers_and_guests_are_told_apart(string version)
    {
        var customers = (await Recorded.RowsAsync(version, "customers-list")).ConvertAll(row => CustomerMapping.Read(row, RecordedRecords.Shop).Value);

        customers.Where(customer => customer.IsGuest == true).Select(customer => customer.Email).Should().Equal("guest@example.com");
        customers.Where(customer => customer.IsCompany == true).Select(customer => customer.Company).Should().Equal("Müller & Söhne GmbH");
    }

    /// <summary>order-states-list: 13 states and what their flags mean.</summary>
    [RecordingsTheory]
    [MemberData(nameof(Versions))]
    public async Task The_states_of_a_new_installation_mean_what_their_flags_say(string version)
    {
        var table = (await ReferenceAsync(version)).OrderStates;

        Enumerable.Range(1, 13).Select(id => table.StageOf(id)).Should().Equal(
            OrderStage.Pending, OrderStage.Confirmed, OrderStage.Processing, OrderStage.Shipped, OrderStage.Completed, OrderStage.Cancelled, OrderStage.Refunded, OrderStage.Failed,
            OrderStage.Confirmed, OrderStage.Pending, OrderStage.Confirmed, OrderStage.Pending, OrderStage.Pending);
    }

    [RecordingsTheory]
    [InlineData("customers-create-duplicate-email", ProblemKind.Duplicate)]
    [InlineData("customers-create-bad-name", ProblemKind.Rejected)]
    [InlineData("customers-create-missing", ProblemKind.Rejected)]
    [InlineData("customers-create-no-passwd", ProblemKind.Rejected)]
    [InlineData("addresses-create-missing", ProblemKind.Rejected)]
    [InlineData("order-carriers-bad-tracking", ProblemKind.Rejected)]
    [InlineData("order-payments-create-bad", ProblemKind.Rejected)]
    [InlineData("order-histories-create-missing", ProblemKind.Rejected)]
    [InlineData("order-histories-create-bad-state", ProblemKind.OutcomeUnknown)]
    [InlineData("orders-create-missing-cart", ProblemKind.Rejected)]
    [InlineData("orders-create-unknown-module", ProblemKind.OutcomeUnknown)]
    [InlineData("orders-get-missing", ProblemKind.NotFound)]
    [InlineData("customers-get-deleted", ProblemKind.NotFound)]
    [InlineData("invoice-pdf-no-key", ProblemKind.Misconfigured)]
    [InlineData("order-slip-pdf-no-login", ProblemKind.Misconfigured)]
    [InlineData("order-slip-pdf-secure-key", ProblemKind.Misconfigured)]
    public async Task A_refusal_is_classified(string name, ProblemKind kind)
    {
        foreach (var version in Recorded.Versions)
            (await Recorded.ReadAsync(Recorded.One(version, name))).Should().BeOfType<WireOutcome.Classified>(name).Which.Problem.Kind.Should().Be(kind, $"{version} {name}");
    }

    [RecordingsTheory]
    [InlineData("invoice-pdf-secure-key", 1)]
    [InlineData("invoice-pdf-wrong-key", 0)]
    [InlineData("invoice-pdf-not-invoiced", 0)]
    [InlineData("invoice-pdf-missing-order", 0)]
    [InlineData("customers-create", 1)]
    [InlineData("customers-create-guest", 1)]
    [InlineData("customers-get", 1)]
    [InlineData("customers-patch", 1)]
    [InlineData("addresses-create", 1)]
    [InlineData("addresses-create-us", 1)]
    [InlineData("addresses-get", 1)]
    [InlineData("addresses-patch", 1)]
    [InlineData("orders-create", 1)]
    [InlineData("orders-create-exact", 1)]
    [InlineData("orders-created-by-ws", 1)]
    [InlineData("orders-big-json", 1)]
    [InlineData("orders-big-xml", 1)]
    [InlineData("orders-patch-current-state", 1)]
    [InlineData("orders-put-roundtrip", 1)]
    [InlineData("orders-empty", 0)]
    [InlineData("order-carriers-get", 1)]
    [InlineData("order-carriers-create-second", 1)]
    [InlineData("order-details-get", 1)]
    [InlineData("order-histories-after", 5)]
    [InlineData("order-histories-create-same", 1)]
    [InlineData("order-histories-create-shipped", 1)]
    [InlineData("order-histories-create-cancel", 1)]
    [InlineData("order-histories-create-reopen", 1)]
    [InlineData("order-invoices-get", 1)]
    [InlineData("order-payments-create-partial", 1)]
    [InlineData("order-slip-create", 1)]
    [InlineData("groups-list-json", 3)]
    [InlineData("carriers-get", 1)]
    [InlineData("messages-list", 0)]
    [InlineData("customer-threads-list", 0)]
    [InlineData("multishop-orders", 0)]
    public async Task An_answer_is_read_whole(string name, int records)
    {
        foreach (var version in Recorded.Versions)
        {
            var outcome = (await Recorded.ReadAsync(Recorded.One(version, name))).Should().BeOfType<WireOutcome.Read>($"{version} {name}").Subject;
            outcome.Problems.Should().BeEmpty(name);
            outcome.Count.Should().Be(records, $"{version} {name}");
        }
    }

    private static IReadOnlyList<WireRow> Created(string version, string name) => WireXml.Rows(System.Xml.Linq.XDocument.Parse(Recorded.One(version, name).Response!.Body!));

    private static async Task<SalesReference> ReferenceAsync(string version) => SalesReference.Of(
        RecordedRecords.Shop,
        await Recorded.RowsAsync(version, "order-states-list"),
        await Recorded.RowsAsync(version, "carriers-list"),
        await Recorded.RowsAsync(version, "currencies-list-json"),
        [.. await Recorded.RowsAsync(version, "taxes-list-json"), .. Created(version, "taxes-create"), .. Created(version, "taxes-create-decimals")],
        await Recorded.RowsAsync(version, "countries-list-json"),
        await Recorded.RowsAsync(version, "states-list-json"));
}
