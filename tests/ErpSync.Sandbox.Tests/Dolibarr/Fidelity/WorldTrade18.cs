namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The parties and documents of the server of version 18, at the moment of a recording.</summary>
public static class WorldTrade18
{
    public static void Seed(DolibarrState state, string name)
    {
        if (name is "thirdparty-create" || name.Contains("empty", StringComparison.Ordinal))
            return;
        if (name != "bankaccount-create")
            state.AddBankAccount(a => (a["ref"], a["label"], a["currency_code"], a["country_id"]) = ("BNK1", "Main bank", "EUR", "1"));
        state.AddThirdParty(p => (p["name"], p["client"], p["code_client"], p["email"], p["country_id"], p["ref_ext"]) = ("Dupont", "1", "CU2611-00001", "d@example.com", "1", "PS-C-7"));
        state.AddContact(c => (c["lastname"], c["socid"], c["email"]) = ("Z", "1", "z@example.com"));
        if (name == "order-create" || state.Products.Find(1) is null)
            return;
        var order = state.AddOrder("""
            {"socid":1,"date":1795305600,"ref_client":"ABC","ref_ext":"PS-O-5","lines":[{"fk_product":1,"qty":2,"subprice":"10","tva_tx":"20","product_type":0},{"desc":"Shipping","qty":1,"subprice":"5","tva_tx":"20","product_type":1}]}
            """);
        if (name.StartsWith("invoice", StringComparison.Ordinal) || name.StartsWith("shipment", StringComparison.Ordinal))
            (order.Status, order.Validated, order["ref"]) = (1, new TestClock().GetUtcNow(), "CO2611-0001");
        if (name.StartsWith("invoice", StringComparison.Ordinal))
            Invoices(state, name);
        if (name.StartsWith("shipment", StringComparison.Ordinal) && name != "shipment-create-partial")
        {
            state.AddShipment("""{"socid":1,"origin_type":"commande","origin_id":1,"lines":[]}""");
            state.AddShipment($$"""{"socid":1,"origin_type":"commande","origin_id":1,"lines":[{"entrepot_id":1,"origin_line_id":{{order.Lines[0].Id}},"qty":1}]}""");
        }
    }

    private static void Invoices(DolibarrState state, string name)
    {
        var invoice = state.AddInvoice("""
            {"socid":1,"date":1795305600,"ref_client":"ABC","linked_objects":{"commande":1},"lines":[{"fk_product":1,"qty":2,"subprice":"10","tva_tx":"20","product_type":0},{"desc":"Shipping","qty":1,"subprice":"5","tva_tx":"20","product_type":1}]}
            """);
        if (name != "invoice-validate")
            (invoice.Status, invoice.Validated, invoice["ref"]) = (1, new TestClock().GetUtcNow(), "FA2611-0001");
        if (name is not ("invoice-payments" or "invoice-after-payment"))
            return;
        foreach (var amount in new[] { "5.00", "6.00" })
            state.AddPayment($$$"""{"arrayofamounts":{"1":{"amount":"{{{amount}}}","multicurrency_amount":""}},"datepaye":1795305600,"paymentid":6,"closepaidinvoices":"yes","accountid":1}""");
        invoice["last_main_doc"] = "facture/FA2611-0001/FA2611-0001.pdf";
    }
}
