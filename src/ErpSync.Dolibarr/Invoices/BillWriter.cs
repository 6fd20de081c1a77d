using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Writes invoices and credit notes: posted with token, currency and links, read back and compared, validated when whole. Never through the call that makes one of an order: it loses the currency and the token.</summary>
internal static class BillWriter
{
    /// <summary>Creates a document.</summary>
    /// <returns>The id and the stored row, or why it was taken back.</returns>
    public static async Task<(long Id, JsonElement Row, SyncProblem? Refusal)> CreateAsync<T>(Bill bill, string token, TradeRun run, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var customer = Parties.Need(bill.Customer, bill.Kind);
        var plan = DocumentPlan.Make([.. bill.Lines], bill.Told, bill.Currency, bill.Rate, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options.RoundingLines);
        var body = await BodyAsync(bill, token, customer, plan, run, cancellationToken);
        var answer = await Writes.ExplainedAsync(() => run.Client.PostAsync("invoices", body, cancellationToken), DocumentBodies.Texts(bill.Lines, bill.CustomerNote, bill.PrivateNote));
        var id = CreatedId.Read(answer, run.Client.Connection, bill.Kind);
        var (row, refusal) = (default(JsonElement), (SyncProblem?)null);
        await Completing.Async<T>(id, async () =>
        {
            var path = $"invoices/{JsonValues.Invariant(id)}";
            await ContactLinker.LinkAsync(path, DocumentContacts.BillingRole, bill.BillTo, null, null, customer, token, run, cancellationToken);
            await ContactLinker.LinkAsync(path, DocumentContacts.ShippingRole, bill.DeliverTo, null, null, customer, token, run, cancellationToken);
            row = await run.Client.GetAsync(path + "?contact_list=0", cancellationToken);
            if ((refusal = await TotalsKeeper.KeepAsync(row, plan, bill.Kind, bill.Sign, path, run, cancellationToken)) is not null || bill.Stage is InvoiceStage.Draft or InvoiceStage.Cancelled)
                return;
            // What is paid follows from payments: a new document is open at most.
            row = Merge(row, await DocumentActions.PostAsync(path, "validate", new JsonObject { ["idwarehouse"] = Warehouse(run), ["notrigger"] = 0 }, run, cancellationToken));
        });
        return (id, row, refusal);
    }

    /// <summary>Moves a document to a stage.</summary>
    public static async Task MoveAsync(Bill bill, JsonElement row, string path, TradeRun run, CancellationToken cancellationToken)
    {
        var isDraft = (row.Text("status") ?? row.Text("statut")) == "0";
        switch (bill.Stage)
        {
            case InvoiceStage.Open when isDraft:
                await DocumentActions.PostAsync(path, "validate", new JsonObject { ["idwarehouse"] = Warehouse(run), ["notrigger"] = 0 }, run, cancellationToken);
                return;
            case InvoiceStage.Paid:
                if (isDraft)
                    await DocumentActions.PostAsync(path, "validate", new JsonObject { ["idwarehouse"] = Warehouse(run), ["notrigger"] = 0 }, run, cancellationToken);
                if (bill.Type == 2)
                    await run.Client.PostAsync(path + "/markAsCreditAvailable", new JsonObject(), cancellationToken);
                else
                    await CloseAsync(path, run, cancellationToken);
                return;
            case InvoiceStage.Open when (row.Text("status") ?? row.Text("statut")) == "1":
                return;
            default:
                throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.StageRefused, $"The document cannot become {bill.Stage} by Dolibarr's API: a validated document is corrected by a credit note.")
                {
                    EntityKind = bill.Kind,
                    Field = nameof(Invoice.Stage),
                    Remedy = "Make a credit note, or abandon the document in Dolibarr's screen.",
                });
        }
    }

    /// <summary>Deletes a draft; a validated document stands.</summary>
    public static async Task DeleteAsync(RemoteId id, TradeRun run, CancellationToken cancellationToken)
    {
        try
        {
            await run.Client.DeleteAsync("invoices/" + id.Value, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.HttpStatus == 403 && fault.Problem.Code == DolibarrCodes.Rejected)
        {
            throw new ConnectorException(fault.Problem with { Code = DolibarrCodes.InUse, Remedy = "A validated document is corrected by a credit note." }, fault);
        }
    }

    // Nothing is called paid that is not: the rest must be nothing.
    private static async Task CloseAsync(string path, TradeRun run, CancellationToken cancellationToken)
    {
        var now = await run.Client.GetAsync(path, cancellationToken);
        if (now.Text("paye") == "1")
            return;
        var rest = now.Text("remaintopay") is { } text && JsonValues.TryNumber(text, out var number) ? number : (decimal?)null;
        if (rest != 0)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.WaitingForDependency, DocumentCodes.NotPaid, $"Of the invoice {now.Text("ref")} {(rest is { } open ? JsonValues.Invariant(open) : "something")} is not paid yet in Dolibarr: its payments come first.")
            {
                EntityKind = EntityKind.Invoice,
                Field = nameof(Invoice.Stage),
            });
        }

        await DocumentActions.PostAsync(path, "settopaid", new JsonObject(), run, cancellationToken);
    }

    private static async Task<JsonObject> BodyAsync(Bill bill, string token, long customer, DocumentPlan plan, TradeRun run, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["socid"] = customer,
            ["type"] = bill.Type,
            ["date"] = DocumentDates.Write(bill.Date ?? DateOnly.FromDateTime(run.Run.Cursor.Time.UtcDateTime), run.Setup),
            ["ref_ext"] = token,
            ["caller"] = "erpsync",
        };
        if (Notes.Line(bill.Reference, run.Setup) is { } reference)
            body["ref_client"] = reference;
        if (bill.DueDate is { } due)
            body["date_lim_reglement"] = DocumentDates.Write(due, run.Setup);
        if (bill.Order is { IsForeign: false } order && Numbers.Of(order.Id) is { } orderId)
            body["linked_objects"] = new JsonObject { ["commande"] = orderId };
        if (bill.Source is { IsForeign: false } source && Numbers.Of(source.Id) is { } sourceId)
            body["fk_facture_source"] = sourceId;
        if (bill.PaymentMethod is { IsForeign: false })
            DocumentBodies.WritePointer(body, "mode_reglement_id", bill.PaymentMethod);
        if (bill.BankAccount is { IsForeign: false })
            DocumentBodies.WritePointer(body, "fk_account", bill.BankAccount);
        if (bill.PaymentTerms is not null)
            body["cond_reglement_id"] = (await run.Dictionaries.GetAsync(cancellationToken)).TermOf(bill.PaymentTerms) ?? 0;
        if (bill.CustomerNote is not null)
            body["note_public"] = TextRules.Html(bill.CustomerNote, run.Setup);
        if (bill.PrivateNote is not null)
            body["note_private"] = TextRules.Html(bill.PrivateNote, run.Setup);
        (run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown).Write(body, bill.Custom, TextMap.Empty, InvoiceMapping.Element, run.Options.InvoiceFields, run.Setup.OffsetAt);
        DocumentBodies.WriteLines(body, plan, bill.Sign, await run.Services.GetAsync(cancellationToken), run.Setup);
        return body;
    }

    // Only an installation that takes stock when invoices are validated asks for a warehouse.
    private static long Warehouse(TradeRun run) => run.Setup.Warehouses.FirstOrDefault(warehouse => warehouse.IsOpen && (run.Options.WriteWarehouse is not { } name || warehouse.IsNamed(name)))?.Id ?? 0;

    // The answer to an action leaves out links, contacts and payments; they are as they were before it.
    private static JsonElement Merge(JsonElement before, JsonElement after)
    {
        var node = JsonObject.Create(after)!;
        foreach (var name in new[] { "linkedObjectsIds", "contacts_ids", "totalpaid", "remaintopay" })
        {
            if (after.Get(name).ValueKind is JsonValueKind.Null or JsonValueKind.Undefined && before.TryGetProperty(name, out var value))
                node[name] = JsonNode.Parse(value.GetRawText());
        }

        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
