namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The invoices, credit notes and payments of the server of version 23, at the moment of a recording.</summary>
public static class WorldInvoices
{
    private const string Day = "1795305600";

    public static void Seed(DolibarrState state, string name)
    {
        if (name is "invoices-empty")
            return;
        var isLate = name is not ("invoice-get-draft" or "invoice-validate" or "invoice-pdf-download-before");
        First(state, name, isLate);
        if (!isLate)
            return;
        if (name != "invoice-create")
            Second(state, name);
        if (name == "creditnote-create")
            return;
        Notes(state, name);
        Others(state, name);
        if (name is "invoices-list" or "invoice-payments" or "payments-list" or "invoice-after-payment" or "invoice-payment-again" or "invoice-payment-too-high" or "invoice-payment-rest")
            Pay(state, name);
    }

    private static void First(DolibarrState state, string name, bool isLate)
    {
        if (name.StartsWith("order-", StringComparison.Ordinal) && name is not ("order-setinvoiced" or "order-after-invoice"))
            return;
        state.AddInvoice($$"""
            {"socid":1,"date":{{Day}},"ref_client":"XKBKNABJK-2","cond_reglement_id":1,"mode_reglement_id":6,"demand_reason_id":1,"note_public":"Please ring","note_private":"changed","linked_objects":{"commande":1},
            "lines":[{"fk_product":48,"qty":2,"subprice":"45.00","tva_tx":"20","product_type":0,"desc":"Hoodie - Red, S"},{"fk_product":1,"qty":1,"subprice":"10.123456","tva_tx":"5.5","product_type":0,"remise_percent":"10"},
            {"fk_product":8,"qty":1,"subprice":"5.83","tva_tx":"20","product_type":1,"desc":"UPS"},{"fk_product":9,"qty":1,"subprice":"-4.1667","tva_tx":"20","product_type":1},{"fk_product":10,"qty":1,"subprice":"1.67","tva_tx":"20","product_type":1},
            {"fk_product":49,"qty":1,"subprice":"40","tva_tx":"20","product_type":0},{"desc":"Free text","qty":1,"subprice":"10","tva_tx":"20","product_type":1}]}
            """, invoice =>
        {
            (invoice["user_modification_id"], invoice["fk_user_modif"]) = ("2", "2");
            if (isLate)
                Validate(invoice, "FA2611-0001");
            if (name is "invoices-list")
                invoice.Contacts.Add((2, "BILLING"));
            if (name is "invoices-list" or "invoice-after-payment" or "invoice-after-pdf")
                invoice["last_main_doc"] = "facture/FA2611-0001/FA2611-0001.pdf";
        });
    }

    private static void Second(DolibarrState state, string name)
    {
        if (name.StartsWith("order-", StringComparison.Ordinal))
            return;
        state.AddInvoice($$"""
            {"socid":1,"date":{{Day}},"type":0,"ref_ext":"PS-I-9","ref_client":"XKBKNABJK","cond_reglement_id":1,"mode_reglement_id":6,"fk_account":1,"linked_objects":{"commande":1},
            "lines":[{"fk_product":48,"qty":1,"subprice":"45","tva_tx":"20","product_type":0},{"fk_product":8,"qty":1,"subprice":"5","tva_tx":"20","product_type":1}]}
            """, invoice =>
        {
            Validate(invoice, "FA2611-0002");
            if (name is "invoice-after-creditnote" or "invoice-update")
                invoice.CreditUsed = 54m;
        });
    }

    private static void Notes(DolibarrState state, string name)
    {
        if (state.Invoices.Find(2) is null || name is "invoice-create")
            return;
        var isMade = name is not "creditnote-validate";
        state.AddInvoice($$"""{"socid":1,"date":{{Day}},"type":2,"fk_facture_source":2,"lines":[{"fk_product":48,"qty":1,"subprice":"-45","tva_tx":"20","product_type":0}]}""", note =>
        {
            if (isMade)
                Validate(note, "AV2611-0001");
        });
        if (name == "creditnote-use")
            state.AddDiscount(discount => (discount.SourceId, discount.ThirdPartyId, discount.VatRate, discount.Amounts) = (3, 1, 20m, new DolibarrAmounts(45m, 9m, 0m, 0m, 54m)));
        state.AddInvoice($$"""{"socid":1,"date":{{Day}},"type":2,"fk_facture_source":{{(name is "invoice-after-payment" or "invoice-after-pdf" ? 2 : 1)}},"lines":[{"fk_product":48,"qty":1,"subprice":"-10","tva_tx":"20","product_type":0}]}""", note =>
        {
            Validate(note, "AV2611-0002");
            note["last_main_doc"] = "facture/AV2611-0002/AV2611-0002.pdf";
        });
    }

    private static void Others(DolibarrState state, string name)
    {
        if (state.Invoices.LastId < 4)
            return;
        foreach (var id in Enumerable.Range(5, 4))
        {
            state.AddInvoice($$"""{"socid":1,"date":{{Day}},"linked_objects":{"commande":1},"lines":[{"fk_product":48,"qty":1,"subprice":"{{(id == 6 ? 46 : 45)}}","tva_tx":"20","product_type":0}{{(id == 6 ? """,{"desc":"x","qty":1,"subprice":"1","tva_tx":"20","product_type":1}""" : "")}}]}""", invoice =>
            {
                Validate(invoice, $"FA2611-000{id - 2}");
                if (name is "invoice-after-payment-remain" or "invoice-after-payment-full-single")
                    (invoice["last_main_doc"], invoice["user_modification_id"], invoice["fk_user_modif"]) = ("facture/x.pdf", "2", "2");
                if (name is "invoice-currency-after-payment")
                    (invoice["user_modification_id"], invoice["fk_user_modif"]) = ("2", "2");
            });
        }
    }

    private static void Pay(DolibarrState state, string name)
    {
        state.AddPayment("""{"arrayofamounts":{"1":{"amount":"50.00","multicurrency_amount":""}},"datepaye":1795305600,"paymentid":6,"closepaidinvoices":"yes","accountid":1,"num_payment":"TX-1","comment":"card","ref_ext":"PS-PAY-1"}""");
        if (name is "payments-list")
            state.AddPayment("""{"arrayofamounts":{"2":{"amount":"5.00","multicurrency_amount":""}},"datepaye":1795305600,"paymentid":2,"closepaidinvoices":"yes","accountid":2,"num_payment":"TX-2","comment":"rest"}""");
        if (name is "invoices-list" or "invoice-after-payment")
            state.AddPayment("""{"arrayofamounts":{"1":{"amount":"13.22","multicurrency_amount":""}},"datepaye":1795305600,"paymentid":2,"closepaidinvoices":"yes","accountid":2}""");
    }

    private static void Validate(DolibarrInvoice invoice, string reference) => (invoice.Status, invoice.Validated, invoice["ref"]) = (1, new TestClock().GetUtcNow(), reference);
}
