using System.Text.Json;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr;

/// <summary>Documents come to the recorded amounts, and go wrong where the recorded server goes wrong.</summary>
public sealed class TradeTests : DolibarrTest
{
    private const string Customer = """{"name":"Dupont & Fils SARL","client":1,"code_client":"auto","country_id":1}""";

    public TradeTests()
    {
        foreach (var (id, reference, type) in new[] { (1, "TS-001", 0), (48, "HOOD-RED-S", 0), (49, "HOOD-BLUE-M", 0), (8, "PrestaShipping", 1), (9, "PrestaDiscount", 1), (10, "PrestaWrapping", 1) })
            State.AddProduct(p => (p.Id, p.Ref, p.Label, p.Type) = (id, reference, reference, type));
        State.ExtraFields["commande"] = ["shopid"];
        State.AddBankAccount(a => (a["ref"], a["label"]) = ("BNK1", "Main"));
        State.AddCurrency("USD", 1.1m);
    }

    [Fidelity.RecordedFact]
    public async Task Recorded_order_comes_to_the_recorded_totals_line_by_line()
    {
        await Post("thirdparties", Customer);
        (await Post("orders", Recorded("order-create").Request.Body!)).Json.GetInt32().Should().Be(1);

        var (order, recorded) = ((await Get("orders/1")).Json, Body("order-get"));
        Amounts(order).Should().Equal(Amounts(recorded));
        order.GetProperty("lines").EnumerateArray().SelectMany(Amounts).Should().Equal(recorded.GetProperty("lines").EnumerateArray().SelectMany(Amounts));
    }

    [Fidelity.RecordedFact]
    public async Task Partial_update_of_a_line_empties_what_is_missing_as_recorded()
    {
        await Post("thirdparties", Customer);
        await Post("orders", Recorded("order-create").Request.Body!);
        await Post("orders/1/lines", Recorded("order-line-add").Request.Body!);
        await Post("orders/1/lines", """{"desc":"Free text","qty":1,"subprice":"10","tva_tx":"20","product_type":1}""");

        (await Put("orders/1/lines/7", Recorded("order-line-update").Request.Body!)).Json.GetProperty("total_ht").GetString().Should().Be(Body("order-line-update").GetProperty("total_ht").GetString());
        (await Put("orders/1/lines/7", Recorded("order-line-update-partial").Request.Body!)).Json.GetProperty("total_ht").GetString().Should().Be(Body("order-line-update-partial").GetProperty("total_ht").GetString());
    }

    [Fidelity.RecordedFact]
    public async Task Local_tax_is_a_switch_as_recorded()
    {
        State.CompanyCountryId = 14;
        State.VatRates.Add(new DolibarrVatRate(25, 14, 5m, "GST and QST") { LocalTax1 = "9.975", LocalTax1Type = 1 });
        await Post("thirdparties", Customer);
        await Post("orders", """{"socid":1,"date":1795305600,"lines":[{"qty":1,"subprice":"100","tva_tx":"5","localtax1_tx":"7","product_type":0},{"qty":1,"subprice":"100","tva_tx":"5","product_type":0}]}""");

        Amounts((await Get("orders/1")).Json).Should().Equal(Amounts(Body("localtax-order-ca-other-rate")));
    }

    [Fidelity.RecordedFact]
    public async Task Foreign_price_of_a_posted_line_is_ignored_as_recorded()
    {
        await Post("thirdparties", Customer);
        await Post("orders", Recorded("order-create-currency-only").Request.Body!.Replace("\"socid\": 2", "\"socid\": 1", StringComparison.Ordinal));

        Amounts((await Get("orders/1")).Json).Should().Equal(Amounts(Body("order-get-currency-only")));
    }

    [Fidelity.RecordedFact]
    public async Task Payments_call_pays_the_full_total_again_as_recorded()
    {
        await Post("thirdparties", Customer);
        await Post("invoices", """{"socid":1,"date":1795305600,"lines":[{"qty":1,"subprice":"152.44","tva_tx":"19.135","product_type":0}]}""");
        await Post("invoices/1/validate");
        await Post("invoices/paymentsdistributed", Recorded("invoice-payment-partial").Request.Body!);
        State.AddBankAccount(a => (a["ref"], a["label"]) = ("PAYPAL", "PayPal"));
        var total = (await Get("invoices/1")).Json.GetProperty("total_ttc").GetString()!;
        await Post("invoices/1/payments", Recorded("invoice-payment-rest").Request.Body!);

        var invoice = (await Get("invoices/1")).Json;
        invoice.GetProperty("totalpaid").GetDecimal().Should().Be(50m + decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture));
        invoice.GetProperty("paye").GetString().Should().Be("0");
    }

    [Fidelity.RecordedFact]
    public async Task Too_high_a_payment_is_refused_in_the_recorded_words()
    {
        await Post("thirdparties", Customer);
        await Post("invoices", """{"socid":1,"date":1795305600,"lines":[{"qty":1,"subprice":"181.61","tva_tx":"0","product_type":0}]}""");
        await Post("invoices/1/validate");
        await Post("invoices/paymentsdistributed", Recorded("invoice-payment-partial").Request.Body!);

        var reply = await Post("invoices/paymentsdistributed", Recorded("invoice-payment-too-high").Request.Body!);
        reply.Status.Should().Be(400);
        reply.Json.GetProperty("error").GetProperty("message").GetString().Should().Be(Body("invoice-payment-too-high").GetProperty("error").GetProperty("message").GetString());
    }

    [Fact]
    public async Task Credit_note_made_available_pays_an_invoice()
    {
        await Post("thirdparties", Customer);
        await Post("invoices", """{"socid":1,"date":1795305600,"lines":[{"qty":1,"subprice":"50","tva_tx":"20","product_type":0}]}""");
        await Post("invoices/1/validate");
        await Post("invoices", """{"socid":1,"date":1795305600,"type":2,"fk_facture_source":1,"lines":[{"qty":1,"subprice":"-45","tva_tx":"20","product_type":0}]}""");
        await Post("invoices/2/validate");
        await Post("invoices/2/markAsCreditAvailable");
        await Post("invoices/1/usecreditnote/1");

        (await Get("invoices/1")).Json.GetProperty("remaintopay").GetString().Should().Be("6");
        (await Get("invoices/2")).Json.GetProperty("status").GetString().Should().Be("2");
    }

    [Fact]
    public async Task Order_keeps_its_own_reference_through_validation()
    {
        await Post("thirdparties", Customer);
        await Post("orders", """{"socid":1,"date":1795305600,"ref":"XKBKNABJK"}""");
        await Post("orders", """{"socid":1,"date":1795305600}""");

        (await Post("orders/1/validate")).Json.GetProperty("ref").GetString().Should().Be("XKBKNABJK");
        (await Post("orders/2/validate")).Json.GetProperty("ref").GetString().Should().Be("CO2611-0001");
        (await Post("orders/2/validate")).Status.Should().Be(304);
    }

    [Fact]
    public async Task Validated_shipment_takes_stock_where_the_setup_says_so()
    {
        State.Constants["STOCK_CALCULATE_ON_SHIPMENT"] = "1";
        State.SetStock(48, 1, 10m);
        await Post("thirdparties", Customer);
        var order = State.AddOrder("""{"socid":1,"date":1795305600,"lines":[{"fk_product":48,"qty":2,"subprice":"45","tva_tx":"20"}]}""");
        await Post("orders/1/validate");
        await Post("shipments", $$"""{"socid":1,"origin_id":1,"origin_type":"commande","lines":[{"entrepot_id":1,"origin_line_id":{{order.Lines[0].Id}},"qty":2}]}""");
        await Post("shipments/1/validate");

        State.GetStock(48, 1).Should().Be(8m);
        order.Status.Should().Be(2);
    }

    private static IEnumerable<string> Amounts(JsonElement row) => new[] { "total_ht", "total_tva", "total_localtax1", "total_ttc", "multicurrency_total_ht", "multicurrency_total_tva", "multicurrency_total_ttc" }.Select(name => $"{name} {row.GetProperty(name).GetString()}");

    private static JsonElement Body(string name) => JsonDocument.Parse(Recorded(name).Response!.Body!).RootElement;

    private static Recording Recorded(string name)
    {
        var folder = RecordingFolder.Of("dolibarr").Single(f => f.EndsWith("23.0.0-beta", StringComparison.Ordinal));
        return Recording.Read(Path.Combine(folder, name + ".json"), folder)!;
    }
}
