namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The database columns of documents and parties that filters and orders may name.</summary>
internal static class TradeColumns
{
    public static Columns<DolibarrOrder> Orders(DolibarrState state) => Documents<DolibarrOrder>(state, "commande", map =>
    {
        map["t.date_commande"] = order => Cell.Of(Start(order.Date, state), state.Options.TimeZone);
        map["t.facture"] = order => Cell.Of(order.IsBilled);
    });

    public static Columns<DolibarrInvoice> Invoices(DolibarrState state) => Documents<DolibarrInvoice>(state, "facture", map =>
    {
        map["t.datef"] = invoice => Cell.Of(Start(invoice.Date, state), state.Options.TimeZone);
        map["t.type"] = invoice => Cell.Of(invoice.Type);
        map["t.paye"] = invoice => Cell.Of(invoice.IsPaid);
        map["t.fk_facture_source"] = invoice => Cell.Of(invoice.SourceId);
    });

    public static Columns<DolibarrShipment> Shipments(DolibarrState state) => Records<DolibarrShipment>(state, "expedition", map =>
    {
        map["t.fk_soc"] = shipment => Cell.Of(shipment.ThirdPartyId);
        map["t.fk_statut"] = shipment => Cell.Of(shipment.Status);
        map["t.tracking_number"] = shipment => Cell.Of(shipment["tracking_number"]);
    });

    public static Columns<DolibarrThirdParty> ThirdParties(DolibarrState state) => Records<DolibarrThirdParty>(state, "thirdparty", map =>
    {
        map["t.nom"] = party => Cell.Of(party["name"]);
        map["t.email"] = party => Cell.Of(party["email"]);
        map["t.client"] = party => Cell.Of(party.Int("client"));
        map["t.fournisseur"] = party => Cell.Of(party.Int("fournisseur"));
        map["t.code_client"] = party => Cell.Of(party["code_client"]);
        map["t.code_fournisseur"] = party => Cell.Of(party["code_fournisseur"]);
        map["t.tva_intra"] = party => Cell.Of(party["tva_intra"]);
        map["t.address"] = party => Cell.Of(party["address"]);
        map["t.zip"] = party => Cell.Of(party["zip"]);
        map["t.town"] = party => Cell.Of(party["town"]);
        map["t.status"] = party => Cell.Of(party.Int("status"));
    });

    public static Columns<DolibarrContact> Contacts(DolibarrState state) => Records<DolibarrContact>(state, "socpeople", map =>
    {
        map["t.fk_soc"] = contact => Cell.Of(contact["socid"] is null ? null : contact.Int("socid"));
        map["t.lastname"] = contact => Cell.Of(contact["lastname"]);
        map["t.firstname"] = contact => Cell.Of(contact["firstname"]);
        map["t.email"] = contact => Cell.Of(contact["email"]);
        map["t.address"] = contact => Cell.Of(contact["address"]);
        map["t.zip"] = contact => Cell.Of(contact["zip"]);
        map["t.town"] = contact => Cell.Of(contact["town"]);
        map["t.statut"] = contact => Cell.Of(contact.Int("statut"));
    });

    public static Columns<DolibarrPayment> Payments(DolibarrState state) => Records<DolibarrPayment>(state, "paiement", map =>
    {
        map["t.datep"] = payment => Cell.Of(payment.Date, state.Options.TimeZone);
        map["t.num_paiement"] = payment => Cell.Of(payment["num_payment"]);
    });

    public static Columns<DolibarrBankAccount> BankAccounts(DolibarrState state) => Records<DolibarrBankAccount>(state, "bank_account", static map => map["t.label"] = account => Cell.Of(account["label"]));

    private static Columns<T> Documents<T>(DolibarrState state, string element, Action<Dictionary<string, Func<T, Cell>>> more)
        where T : DolibarrTradeDocument => Records<T>(state, element, map =>
        {
            map["t.ref_client"] = document => Cell.Of(document["ref_client"]);
            map["t.fk_soc"] = document => Cell.Of(document.ThirdPartyId);
            map["t.fk_statut"] = document => Cell.Of(document.Status);
            map["t.total_ht"] = document => Cell.Of(document.Amounts.Net);
            map["t.total_ttc"] = document => Cell.Of(document.Amounts.Gross);
            more(map);
        });

    private static Columns<T> Records<T>(DolibarrState state, string element, Action<Dictionary<string, Func<T, Cell>>> more)
        where T : DolibarrRecord
    {
        var zone = state.Options.TimeZone;
        var map = new Dictionary<string, Func<T, Cell>>(StringComparer.OrdinalIgnoreCase)
        {
            ["t.rowid"] = row => Cell.Of(row.Id),
            ["t.ref"] = row => Cell.Of(row["ref"]),
            ["t.ref_ext"] = row => Cell.Of(row["ref_ext"]),
            ["t.datec"] = row => Cell.Of(row.Created, zone),
            ["t.date_creation"] = row => Cell.Of(row.Created, zone),
            ["t.tms"] = row => Cell.Of(row.Modified, zone),
            ["ef.tms"] = row => Cell.Of(row.ExtraFieldsModified, zone),
        };
        foreach (var code in state.ExtraFieldsOf(element))
            map["ef." + code] = row => Cell.Of(row.ExtraFields.GetValueOrDefault(code));
        more(map);
        return new Columns<T>(map);
    }

    private static DateTimeOffset? Start(DateOnly day, DolibarrState state) => DateTimeOffset.FromUnixTimeSeconds(RecordInput.Seconds(day, state));
}
