using System.Text;
using System.Text.Json;
using ErpSync.PrestaShop.Documents;
using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Tests.Traps;

/// <summary>Rows as old, broken or hand-made shops send them.</summary>
public sealed class DirtyDocumentTests
{
    private const string Order = """
        {"id":"8","id_currency":"1","id_customer":"3","id_carrier":"0","current_state":"2","module":"ps_checkpayment","invoice_number":false,"date_add":"2026-11-22 04:54:34","date_upd":"0000-00-00 00:00:00",
         "gift":false,"gift_message":null,"total_discounts_tax_incl":"","total_paid":"12.00","total_paid_tax_incl":"12.00","total_paid_tax_excl":"10.00","total_paid_real":false,"total_shipping_tax_incl":null,
         "reference":"ABC","associations":{"order_rows":{"order_row":{"id":"1","product_id":"5","product_attribute_id":false,"product_quantity":"2","product_name":"Mug","unit_price_tax_incl":"6.000000","unit_price_tax_excl":"5.000000"}}}}
        """;

    [Fact]
    public void Ids_as_text_false_for_null_and_zero_dates_are_read()
    {
        var order = Read(Order).Value;

        (order.Reference, order.IsInvoiced, order.IsGift, order.GiftMessage).Should().Be(("ABC", false, false, null));
        order.Carrier.Should().BeNull();
        order.Paid!.Value.Amount.Should().Be(0);
        Read(Order).ModifiedAt.Should().BeNull();
        order.Date.Should().Be(new DateOnly(2026, 11, 22));
    }

    [Fact]
    public void A_list_of_one_line_that_collapsed_to_the_line_is_read()
    {
        var lines = Read(Order).Value.Lines;

        lines.Should().ContainSingle().Which.Product.Should().Be(new Ref(EntityKind.Product, new RemoteId("5")));
        (lines[0].Quantity, lines[0].Net!.Value.Amount, lines[0].Gross!.Value.Amount).Should().Be((2m, 10m, 12m));
    }

    [Fact]
    public void Missing_associations_are_an_order_without_lines()
    {
        var order = Read("""{"id":1,"id_currency":1,"total_paid_tax_incl":"12.00","total_paid_tax_excl":"10.00","total_paid":"12.00","date_add":"0000-00-00 00:00:00"}""").Value;

        order.Lines.Should().BeEmpty();
        (order.Date, order.PlacedAt, order.Customer, order.BillTo).Should().Be((null, null, null, null));
        DocumentTotals.Check(order.Lines, DocumentAmounts.Of(order), order.Rounding).Verdict.Should().Be(TotalsVerdict.Unknown, "the engine parks what cannot be checked");
    }

    [Fact]
    public void An_empty_price_is_none()
    {
        var order = Read(Order.Replace("\"unit_price_tax_incl\":\"6.000000\",\"unit_price_tax_excl\":\"5.000000\"", "\"product_price\":\"\",\"unit_price_tax_incl\":\"\",\"unit_price_tax_excl\":\"\"", StringComparison.Ordinal)).Value;

        order.Lines.Single(line => line.Kind == LineKind.Product).Net!.Value.Amount.Should().Be(0);
        DocumentTotals.Check(order.Lines, DocumentAmounts.Of(order), order.Rounding).Verdict.Should().Be(TotalsVerdict.Different);
    }

    [Fact]
    public void Text_where_a_number_belongs_parks_the_one_order_and_names_the_field()
    {
        var result = Rows.Map(new ErpSync.Http.JsonItem<WireRow>(0, Row(Order.Replace("\"total_paid_tax_excl\":\"10.00\"", "\"total_paid_tax_excl\":\"ten\"", StringComparison.Ordinal)), null), "shop", Map);

        (result.Problem!.Kind, result.Problem.Field, result.Problem.Id, result.Problem.Connection, result.Problem.EntityKind).Should().Be((ProblemKind.Unreadable, "total_paid_tax_excl", new RemoteId("8"), "shop", EntityKind.Order));
    }

    [Fact]
    public void A_currency_that_is_gone_parks_the_order_and_names_it()
    {
        var read = () => Read(Order.Replace("\"id_currency\":\"1\"", "\"id_currency\":\"77\"", StringComparison.Ordinal));

        var problem = read.Should().Throw<ConnectorException>().Which.Problem;
        (problem.Code, problem.Field).Should().Be((PrestaShopCodes.CurrencyGone, "id_currency"));
    }

    [Fact]
    public void A_customer_with_zeros_for_dates_and_nothing_else_is_read()
    {
        var customer = CustomerMapping.Read(Row("""{"id":"4","lastname":"","firstname":null,"email":"x@example.com","birthday":"0000-00-00","active":false,"is_guest":"1","id_default_group":"0","outstanding_allow_amount":""}"""), RecordedRecords.Shop).Value;

        (customer.Birthday, customer.LastName, customer.Active, customer.IsGuest, customer.PriceGroup, customer.CreditLimit).Should().Be((null, null, false, true, null, null));
        customer.Groups.Should().BeEmpty();
    }

    [Fact]
    public void A_payment_whose_order_is_gone_points_at_nothing()
    {
        var payment = PaymentMapping.Read(Row("""{"id":3,"order_reference":"GONE","id_currency":"1","amount":"-20.000000","date_add":"2026-11-22 04:54:35","transaction_id":false}"""), null, Reference(), RecordedRecords.Shop).Value;

        (payment.Order, payment.Amount!.Value.Amount, payment.IsRefund, payment.TransactionId).Should().Be((null, 20m, true, null));
    }

    [Fact]
    public void A_parcel_without_weight_carrier_and_number_is_read()
    {
        var parcel = ShipmentMapping.Read(Row("""{"id":3,"id_order":8,"id_carrier":0,"weight":"","tracking_number":null,"date_add":"0000-00-00 00:00:00"}"""), null, Reference(), RecordedRecords.Shop).Value;

        (parcel.Carrier, parcel.WeightKg, parcel.Date, parcel.Order).Should().Be((null, null, null, null));
        parcel.TrackingNumbers.Should().BeEmpty();
    }

    private static Remote<Order> Read(string json) => Map(Row(json));

    private static Remote<Order> Map(WireRow row)
    {
        var parts = OrderParts.Of(row.Association("order_rows").ToLookup(_ => row.Id), Array.Empty<WireRow>().ToLookup(one => one.Id));
        return OrderMapping.Read(row, parts, Reference(), RecordedRecords.Shop);
    }

    private static SalesReference Reference() => SalesReference.Of(RecordedRecords.Shop, [], [], [Row("""{"id":1,"iso_code":"EUR"}""")], [], [], []);

    private static WireRow Row(string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return WireJson.Row(ref reader);
    }
}
