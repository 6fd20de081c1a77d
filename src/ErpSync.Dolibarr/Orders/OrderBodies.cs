using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Makes the bodies of creates and updates of orders.</summary>
internal static class OrderBodies
{
    public static async Task<JsonObject> CreateAsync(Creation<Order> creation, long customer, DocumentPlan plan, TradeRun run, CancellationToken cancellationToken)
    {
        var value = creation.Value;
        var body = new JsonObject
        {
            ["socid"] = customer,
            ["date"] = DocumentDates.Write(value.Date ?? DateOnly.FromDateTime((value.PlacedAt ?? run.Run.Cursor.Time).UtcDateTime), run.Setup),
            ["ref_ext"] = creation.Token,
            ["caller"] = "erpsync",
        };
        if (Notes.Line(value.Reference, run.Setup) is { } reference)
        {
            body["ref_client"] = reference;
            // A reference of one's own is kept as the order's number, and validation gives none: no race for numbers.
            if (run.Options.OrderNumbers == DolibarrOrderNumbers.Reference)
                body["ref"] = reference;
        }

        if (run.Options.OrderNumbers == DolibarrOrderNumbers.Number && Notes.Line(value.Number, run.Setup) is { } own)
            body["ref"] = own;
        Pointer("mode_reglement_id", value.PaymentMethod);
        Pointer("fk_account", value.BankAccount);
        Pointer("shipping_method_id", value.Carrier);
        Pointer("warehouse_id", value.Warehouse);
        if (value.PaymentTerms is not null)
            body["cond_reglement_id"] = (await run.Dictionaries.GetAsync(cancellationToken)).TermOf(value.PaymentTerms) ?? 0;
        if (value.DeliveryDate is { } delivery)
            body["delivery_date"] = DocumentDates.Write(delivery, run.Setup);
        if (value.CustomerNote is not null)
            body["note_public"] = TextRules.Html(value.CustomerNote, run.Setup);
        if (value.PrivateNote is not null)
            body["note_private"] = TextRules.Html(value.PrivateNote, run.Setup);
        (run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown).Write(body, value.Custom, TextMap.Empty, OrderMapping.Element, run.Options.OrderFields, run.Setup.OffsetAt);
        DocumentBodies.WriteLines(body, plan, 1, await run.Services.GetAsync(cancellationToken), run.Setup);
        return body;

        void Pointer(string column, Ref? pointer)
        {
            if (pointer is { IsForeign: false })
                DocumentBodies.WritePointer(body, column, pointer);
        }
    }

    /// <summary>The header fields of an update. Empty (but for the caller) when none of them is among the named fields.</summary>
    public static async Task<JsonObject> UpdateAsync(Revision<Order> revision, TradeRun run, CancellationToken cancellationToken)
    {
        var (value, setup) = (revision.Wanted, run.Setup);
        var body = new JsonObject { ["caller"] = "erpsync" };
        if (Has(nameof(Order.Reference)))
            body["ref_client"] = Notes.Line(value.Reference, setup) ?? "";
        if (Has(nameof(Order.Date)) && value.Date is { } day)
            body["date"] = DocumentDates.Write(day, setup);
        foreach (var (field, column, pointer) in new[] { (nameof(Order.PaymentMethod), "mode_reglement_id", value.PaymentMethod), (nameof(Order.BankAccount), "fk_account", value.BankAccount), (nameof(Order.Carrier), "shipping_method_id", value.Carrier) })
        {
            if (Has(field))
                DocumentBodies.WritePointer(body, column, pointer);
        }

        if (Has(nameof(Order.PaymentTerms)))
            body["cond_reglement_id"] = (await run.Dictionaries.GetAsync(cancellationToken)).TermOf(value.PaymentTerms) ?? 0;
        if (Has(nameof(Order.DeliveryDate)))
            body["delivery_date"] = value.DeliveryDate is { } delivery ? DocumentDates.Write(delivery, setup) : "";
        if (Has(nameof(Order.CustomerNote)))
            body["note_public"] = TextRules.Html(value.CustomerNote ?? "", setup);
        if (Has(nameof(Order.PrivateNote)))
            body["note_private"] = TextRules.Html(value.PrivateNote ?? "", setup);
        if (Has(nameof(Order.Custom)))
            (run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown).Write(body, value.Custom, revision.Current.Value.Custom, OrderMapping.Element, run.Options.OrderFields, setup.OffsetAt);
        return body;

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }
}
