namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The parties and documents of the server of version 23, at the moment of a recording.</summary>
public static class WorldTrade
{
    private const string Day = "1795305600";

    private static readonly string[] Resources = ["thirdpart", "contact", "order", "invoice", "creditnote", "shipment", "payment", "bankaccount", "multicurrenc", "localtax", "supplier-create"];

    public static void Seed(DolibarrState state, string name)
    {
        if (!Array.Exists(Resources, resource => name.StartsWith(resource, StringComparison.Ordinal)))
            return;
        state.ExtraFields["commande"] = ["shopid"];
        Banks(state, name);
        Parties(state, name);
        if (state.ThirdParties.Find(1) is null)
            return;
        Goods(state);
        Contacts(state);
        if (name.StartsWith("localtax", StringComparison.Ordinal))
        {
            LocalTaxes(state, name);
            return;
        }

        if (state.ThirdParties.Find(2) is null)
            return;
        Orders(state, name);
        if (name.StartsWith("invoice", StringComparison.Ordinal) || name.StartsWith("creditnote", StringComparison.Ordinal) || name is "payments-list" || name.StartsWith("order-", StringComparison.Ordinal))
            WorldInvoices.Seed(state, name);
        if (name.StartsWith("shipment", StringComparison.Ordinal) || name is "order-close" or "order-setinvoiced" or "order-after-partial-shipment" or "order-after-invoice")
            Shipments(state, name);
    }

    private static void Banks(DolibarrState state, string name)
    {
        if (name != "bankaccount-create")
            state.AddBankAccount(a => (a["ref"], a["label"], a["currency_code"], a["country_id"], a["bank"], a["iban"], a["bic"]) = ("BNK1", "Main bank", "EUR", "1", "Bank One", "FR76", "AGRIFRPP"));
        if (name != "bankaccount-create")
            state.AddBankAccount(a => (a["ref"], a["label"], a["currency_code"], a["country_id"]) = ("PAYPAL", "PayPal", "EUR", "1"));
        state.AddCurrency("USD", 1.1m);
    }

    private static void Parties(DolibarrState state, string name)
    {
        if (name is "thirdparty-create")
            return;
        state.AddThirdParty(p =>
        {
            (p["name"], p["client"], p["code_client"], p["email"], p["address"], p["zip"], p["town"]) = ("Dupont & Fils SARL", "1", "CU2611-00001", "jean.dupont@example.com", "12 rue de l'Église\nBât. B", "69001", "Lyon");
            (p["country_id"], p["phone"], p["tva_intra"], p["idprof1"], p["ref_ext"], p["default_lang"]) = ("1", "+33400000000", "FR12345678901", "123456789", "PS-C-7", "fr_FR");
            if (name is "thirdparty-set-price-level")
                p["note_private"] = "from shop";
        });
        if (name is "thirdparty-create-person")
            return;
        state.AddThirdParty(p => (p["name"], p["client"], p["code_client"], p["email"], p["country_id"], p["typent_id"]) = ("Martin Alice", "1", "CU2611-00002", "alice@example.com", "1", "8"));
        state.AddThirdParty(p => (p["name"], p["client"]) = ("No code", "1"));
        if (name != "thirdparty-create-duplicate-email")
            state.AddThirdParty(p => (p["name"], p["client"], p["email"]) = ("Dup mail", "1", "alice@example.com"));
        state.AddThirdParty(p => (p["name"], p["fournisseur"], p["code_fournisseur"], p["country_id"]) = ("Supplier One", "1", "SU2611-00001", "1"));
        if (name.StartsWith("localtax", StringComparison.Ordinal))
            state.AddThirdParty(p => { p.Id = 9; (p["name"], p["client"], p["code_client"], p["country_id"], p["localtax1_assuj"], p["localtax2_assuj"]) = ("Cliente RE", "1", "CU2611-00006", "4", "1", "1"); });
    }

    private static void Goods(DolibarrState state)
    {
        if (state.Products.Find(48) is { } hoodie)
            hoodie.Barcode = "3760001000500";
        foreach (var product in new[] { 1, 48, 49 }.Select(state.Products.Find).OfType<DolibarrProduct>())
            product.WeightUnits = 0;
    }

    private static void Contacts(DolibarrState state)
    {
        state.AddContact(c =>
        {
            (c["lastname"], c["firstname"], c["socid"], c["email"], c["address"], c["zip"], c["town"], c["country_id"], c["phone_mobile"], c["ref_ext"]) = ("Dupont", "Zoé", "1", "zoe@example.com", "5 quai Nord", "69002", "Lyon", "1", "+33 6 00 00 00 00", "PS-A-3");
        });
        state.AddContact(c => (c["lastname"], c["socid"], c["email"], c["country_id"]) = ("Compta", "1", "compta@example.com", "1"));
    }

    private static void Orders(DolibarrState state, string name)
    {
        if (name is "order-create" or "orders-empty")
            return;
        var isYoung = name is "order-get" or "order-line-add" or "order-line-get" or "order-lines" or "orders-by-ref-ext-filter";
        var free = isYoung ? "" : """,{"fk_product":49,"qty":1,"subprice":"40","tva_tx":"20","product_type":0,"desc":"Hoodie - Blue, M","ref_ext":"PS-OD-9"},{"desc":"Free text 2","qty":1,"subprice":"9.99","tva_tx":"20","product_type":1}""";
        var order = state.AddOrder($$"""
            {"socid":1,"date":{{Day}},"ref_client":"XKBKNABJK","ref_ext":"PS-O-5","note_public":"Please ring","cond_reglement_id":1,"mode_reglement_id":6,"shipping_method_id":5,"demand_reason_id":1,"array_options":{"options_shopid":"5"},
            "lines":[{"fk_product":48,"qty":2,"subprice":"45.00","tva_tx":"20","product_type":0,"desc":"Hoodie - Red, S","ref_ext":"PS-OD-1"},{"fk_product":1,"qty":1,"subprice":"10.123456","tva_tx":"5.5","product_type":0,"remise_percent":"10","ref_ext":"PS-OD-2"},
            {"fk_product":8,"qty":1,"subprice":"5.83","tva_tx":"20","product_type":1,"desc":"UPS","ref_ext":"PS-SHIP"},{"fk_product":9,"qty":1,"subprice":"-4.1667","tva_tx":"20","product_type":1,"desc":"Voucher SUMMER","ref_ext":"PS-DISC-1"},
            {"fk_product":10,"qty":1,"subprice":"1.67","tva_tx":"20","product_type":1,"desc":"Gift wrapping"}{{free}}]}
            """);
        (order["user_modification_id"], order["demand_reason_code"]) = ("2", "SRC_INTE");
        if (!isYoung && !name.StartsWith("order-line", StringComparison.Ordinal))
            order["note_private"] = "changed";
        if (name is not "order-contact-add" && !isYoung)
        {
            order.Contacts.Add((2, "BILLING"));
            order.Contacts.Add((1, "SHIPPING"));
        }

        if (name is "order-validate-again" or "orders-list" or "order-close" or "order-reopen" or "order-setinvoiced" or "order-after-invoice" or "order-after-partial-shipment" or "orders-list-status" || name.StartsWith("shipment", StringComparison.Ordinal) || name.StartsWith("invoice", StringComparison.Ordinal))
            (order.Status, order.Validated, order["ref"]) = (name == "order-reopen" ? 3 : 1, new TestClock().GetUtcNow(), "CO2611-0001");
        if (isYoung && name != "orders-by-ref-ext-filter")
            return;
        More(state, name);
    }

    private static void More(DolibarrState state, string name)
    {
        if (name is "order-create-with-ref" or "order-create-text-date" or "order-create-text-datetime" or "order-create-same-client-ref" or "order-create-duplicate-ref-ext")
            return;
        state.AddOrder($$"""{"socid":1,"date":{{Day}},"ref_ext":"PS-O-5"}""", o => o.Modified = new TestClock().GetUtcNow());
        if (name is "order-create-currency" or "order-create-currency-only")
            return;
        state.AddOrder($$"""{"socid":2,"date":{{Day}},"multicurrency_code":"USD","multicurrency_tx":1.1,"lines":[{"fk_product":48,"qty":1,"tva_tx":"20","product_type":0,"multicurrency_subprice":"49.50"}]}""");
        foreach (var id in Enumerable.Range(state.Orders.LastId + 1, 10 - state.Orders.LastId))
            state.AddOrder($$"""{"socid":1,"date":{{Day}},"lines":[{"fk_product":48,"qty":1,"tva_tx":"0","product_type":0}]}""", o => o["ref"] = $"(PROV{id})");
        if (name == "order-get-currency-only")
            Renumber(state, 8);
        if (name == "order-line-no-price")
            Renumber(state, 122);
    }

    // The recorded order with the number of its recording.
    private static void Renumber(DolibarrState state, int recorded)
    {
        while (state.Orders.LastId < recorded)
            state.AddOrder($$"""{"socid":2,"date":{{Day}},"multicurrency_code":"USD","multicurrency_tx":1.1,"lines":[{"fk_product":48,"qty":1,"tva_tx":"20","product_type":0,"multicurrency_subprice":"49.50"}]}""");
    }

    private static void LocalTaxes(DolibarrState state, string name)
    {
        state.CompanyCountryId = name.Contains("-es-", StringComparison.Ordinal) ? 4 : 14;
        var lines = state.CompanyCountryId == 4
            ? """{"fk_product":48,"qty":1,"subprice":"100","tva_tx":"21","localtax1_tx":"5.2","product_type":0}""" + (name.Contains("es-2", StringComparison.Ordinal) ? """,{"desc":"x","qty":1,"subprice":"100","tva_tx":"21","product_type":0}""" : "")
            : """{"fk_product":48,"qty":1,"subprice":"100","tva_tx":"5","localtax1_tx":"7","product_type":0},{"fk_product":48,"qty":1,"subprice":"100","tva_tx":"5","product_type":0}""";
        while (state.Orders.LastId < 116)
            state.AddOrder($$"""{"socid":1,"date":{{Day}},"lines":[{{lines}}]}""");
        while (state.Invoices.LastId < 9)
            state.AddInvoice($$"""{"socid":1,"date":{{Day}},"lines":[{{lines}}]}""");
    }

    private static void Shipments(DolibarrState state, string name)
    {
        var line = state.Orders[1].Lines[0].Id;
        if (name is "shipment-create-partial" or "shipments-empty")
            return;
        state.AddShipment($$"""{"socid":1,"origin_type":"commande","origin_id":1,"shipping_method_id":5,"tracking_number":"1Z999","lines":[{"entrepot_id":1,"origin_line_id":{{line}},"qty":1}]}""", s =>
        {
            if (name is "shipment-close" or "shipments-list-since")
                (s.Status, s.Validated, s["ref"]) = (1, new TestClock().GetUtcNow(), "SH2611-0001");
            s.Modified = new TestClock().GetUtcNow();
        });
        if (name != "shipment-validate")
            state.AddShipment($$"""{"socid":1,"origin_type":"commande","origin_id":1,"lines":[{"entrepot_id":1,"origin_line_id":{{line}},"qty":1}]}""");
        if (name is "shipment-get-validated")
        {
            var order = state.AddOrder($$"""{"socid":1,"date":{{Day}},"lines":[{"fk_product":17,"qty":1,"subprice":"3","tva_tx":"20","product_type":0}]}""");
            state.AddShipment("""{"socid":1,"origin_type":"commande","origin_id":1,"lines":[]}""");
            state.AddShipment($$"""{"socid":1,"origin_type":"commande","origin_id":{{order.Id}},"lines":[{"entrepot_id":1,"origin_line_id":{{order.Lines[0].Id}},"qty":1}]}""", s => (s.Status, s.Validated) = (1, new TestClock().GetUtcNow()));
        }
    }
}
