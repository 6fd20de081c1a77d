using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Changes invoices and credit notes.</summary>
internal static class BillUpdate
{
    public static async Task WriteAsync<T>(Revision<T> revision, Bill wanted, Bill current, TradeRun run, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var id = revision.Current.Id;
        var path = "invoices/" + id.Value;
        var row = revision.Current.Native is JsonElement native ? native : await run.Client.FindAsync(path, cancellationToken) ?? throw Parties.Gone(wanted.Kind, id);
        if (Has(nameof(Invoice.Lines)))
        {
            LineWriter.NeedDraft(row, wanted.Kind, "Correct it with a credit note.");
            var plan = DocumentPlan.Make([.. wanted.Lines], Has(nameof(Invoice.TotalGross)) ? wanted.Told : new DocumentAmounts(null, null, null), current.Currency, current.Rate, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options.RoundingLines);
            await LineWriter.WriteAsync(path, current.Lines, plan, wanted.Sign, run, cancellationToken);
            row = await TotalsKeeper.NeedTotalAsync(path, new Money(plan.Gross, plan.Currency), wanted.Kind, wanted.Sign, run, cancellationToken);
        }
        else if (Has(nameof(Invoice.Stage)) && wanted.Stage is InvoiceStage.Open or InvoiceStage.Paid && (row.Text("status") ?? row.Text("statut")) is "0")
            row = await TotalsKeeper.NeedTotalAsync(path, wanted.Told.Gross, wanted.Kind, wanted.Sign, run, cancellationToken);

        var body = await BodyAsync(wanted, current, Has, run, cancellationToken);
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => run.Client.PutAsync(path, body, cancellationToken), DocumentBodies.Texts([], wanted.CustomerNote, wanted.PrivateNote));
        if (Has(nameof(Invoice.BillTo)) || Has(nameof(Invoice.DeliverTo)))
            await ContactsAsync(wanted, path, Has, run, cancellationToken);
        if (Has(nameof(Invoice.Stage)))
            await BillWriter.MoveAsync(wanted, row, path, run, cancellationToken);

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }

    private static async Task ContactsAsync(Bill wanted, string path, Func<string, bool> has, TradeRun run, CancellationToken cancellationToken)
    {
        var present = await DocumentContacts.ReadAsync(await run.Client.GetAsync(path + "?contact_list=0", cancellationToken), "invoices", run, cancellationToken);
        var customer = Parties.Need(wanted.Customer, wanted.Kind);
        var token = $"{run.Client.Connection}:{path.Replace('/', ':')}";
        if (has(nameof(Invoice.BillTo)))
            await ContactLinker.LinkAsync(path, DocumentContacts.BillingRole, wanted.BillTo, null, present.Billing?.Id, customer, token, run, cancellationToken);
        if (has(nameof(Invoice.DeliverTo)))
            await ContactLinker.LinkAsync(path, DocumentContacts.ShippingRole, wanted.DeliverTo, null, present.Shipping?.Id, customer, token, run, cancellationToken);
    }

    private static async Task<JsonObject> BodyAsync(Bill wanted, Bill current, Func<string, bool> has, TradeRun run, CancellationToken cancellationToken)
    {
        var (body, setup) = (new JsonObject { ["caller"] = "erpsync" }, run.Setup);
        if (has(nameof(Invoice.Reference)))
            body["ref_client"] = Notes.Line(wanted.Reference, setup) ?? "";
        if (has(nameof(Invoice.PaymentMethod)))
            DocumentBodies.WritePointer(body, "mode_reglement_id", wanted.PaymentMethod);
        if (has(nameof(Invoice.BankAccount)))
            DocumentBodies.WritePointer(body, "fk_account", wanted.BankAccount);
        // New terms compute a new due day: the day follows behind them.
        if (has(nameof(Invoice.PaymentTerms)))
            body["cond_reglement_id"] = (await run.Dictionaries.GetAsync(cancellationToken)).TermOf(wanted.PaymentTerms) ?? 0;
        if ((has(nameof(Invoice.DueDate)) || has(nameof(Invoice.PaymentTerms))) && wanted.DueDate is { } due)
            body["date_lim_reglement"] = DocumentDates.Write(due, setup);
        if (has(nameof(Invoice.CustomerNote)))
            body["note_public"] = TextRules.Html(wanted.CustomerNote ?? "", setup);
        if (has(nameof(Invoice.PrivateNote)))
            body["note_private"] = TextRules.Html(wanted.PrivateNote ?? "", setup);
        if (has(nameof(Invoice.Custom)))
            (run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown).Write(body, wanted.Custom, current.Custom, InvoiceMapping.Element, run.Options.InvoiceFields, setup.OffsetAt);
        return body;
    }
}
