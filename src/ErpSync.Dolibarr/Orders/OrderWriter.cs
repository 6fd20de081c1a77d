using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Creates, changes and deletes orders. An order is built as a draft in one request with all its lines, read back and compared, and validated when it is whole; a crash in between
/// leaves a draft under its token, which the next run finds and finishes.
/// </summary>
internal sealed class OrderWriter(TradeSession session) : ICreator<Order>, IUpdater<Order>, IDeleter<Order>
{
    public Task<IReadOnlyList<WriteResult<Order>>> CreateAsync(IReadOnlyList<Creation<Order>> batch, CancellationToken cancellationToken) => session.EachAsync<Order, Creation<Order>>(batch, static _ => null, CreateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Order>>> UpdateAsync(IReadOnlyList<Revision<Order>> batch, CancellationToken cancellationToken) => session.EachAsync<Order, Revision<Order>>(batch, static revision => revision.Current.Id, UpdateAsync, cancellationToken);

    public Task<IReadOnlyList<WriteResult<Order>>> DeleteAsync(IReadOnlyList<Remote<Order>> batch, CancellationToken cancellationToken) => session.EachAsync<Order, Remote<Order>>(batch, static record => record.Id, DeleteAsync, cancellationToken);

    private static async Task<WriteResult<Order>> CreateAsync(Creation<Order> creation, TradeRun run, CancellationToken cancellationToken)
    {
        var value = creation.Value;
        var customer = Parties.Need(value.Customer, Order.Kind);
        var plan = DocumentPlan.Make([.. value.Lines], DocumentAmounts.Of(value), value.Currency, value.ConversionRate, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options.RoundingLines);
        var body = await OrderBodies.CreateAsync(creation, customer, plan, run, cancellationToken);
        var answer = await Writes.ExplainedAsync(() => run.Client.PostAsync("orders", body, cancellationToken), DocumentBodies.Texts(value.Lines, value.CustomerNote, value.PrivateNote));
        var id = CreatedId.Read(answer, run.Client.Connection, Order.Kind);
        Remote<Order>? stored = null;
        SyncProblem? refusal = null;
        await Completing.Async<Order>(id, async () =>
        {
            var path = $"orders/{JsonValues.Invariant(id)}";
            await ContactLinker.LinkAsync(path, DocumentContacts.BillingRole, value.BillTo, value.BillingAddress, null, customer, creation.Token, run, cancellationToken);
            await ContactLinker.LinkAsync(path, DocumentContacts.ShippingRole, value.DeliverTo, value.DeliveryAddress, null, customer, creation.Token, run, cancellationToken);
            await ContactLinker.LinkAsync(path, DocumentContacts.CustomerRole, null, value.Contact, null, customer, creation.Token, run, cancellationToken);
            var draft = await run.Client.GetAsync(path + "?contact_list=0", cancellationToken);
            if ((refusal = await TotalsKeeper.KeepAsync(draft, plan, Order.Kind, 1, path, run, cancellationToken)) is not null)
                return;
            var contacts = await DocumentContacts.ReadAsync(draft, "orders", run, cancellationToken);
            var row = await OrderLifeCycle.MoveAsync(id, OrderStages.Fold(value.Stage ?? OrderStage.Draft), value.IsInvoiced, draft, value.Warehouse, run, cancellationToken);
            stored = await OrderReader.MapAsync(WithContacts(row, draft), contacts, run, ProductKinds.Of(value.Lines.Select(line => line.Product)), cancellationToken);
        });
        return refusal is null ? new WriteResult<Order>.Written(RemoteId.From(id), stored) : new WriteResult<Order>.Failed(refusal with { Connection = run.Client.Connection });
    }

    private static async Task<WriteResult<Order>> UpdateAsync(Revision<Order> revision, TradeRun run, CancellationToken cancellationToken)
    {
        var id = Numbers.Of(revision.Current.Id) ?? throw Parties.Gone(Order.Kind, revision.Current.Id);
        var path = $"orders/{JsonValues.Invariant(id)}";
        var row = revision.Current.Native is JsonElement native ? native : await run.Client.FindAsync(path, cancellationToken) ?? throw Parties.Gone(Order.Kind, revision.Current.Id);
        var (wanted, current) = (revision.Wanted, revision.Current.Value);
        if (Has(nameof(Order.Lines)))
        {
            LineWriter.NeedDraft(row, Order.Kind, "Cancel the order and enter it anew, or set it back to draft in Dolibarr.");
            var plan = DocumentPlan.Make([.. wanted.Lines], Has(nameof(Order.TotalGross)) ? DocumentAmounts.Of(wanted) : new DocumentAmounts(null, null, null), current.Currency, current.ConversionRate, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options.RoundingLines);
            await LineWriter.WriteAsync(path, current.Lines, plan, 1, run, cancellationToken);
            row = await TotalsKeeper.NeedTotalAsync(path, new Money(plan.Gross, plan.Currency), Order.Kind, 1, run, cancellationToken);
        }
        else if (Has(nameof(Order.Stage)) && wanted.Stage is { } next && OrderStages.Fold(next) is OrderStage.Confirmed or OrderStage.Completed && (row.Text("status") ?? row.Text("statut")) is "0")
            row = await TotalsKeeper.NeedTotalAsync(path, wanted.TotalGross, Order.Kind, 1, run, cancellationToken);

        var body = await OrderBodies.UpdateAsync(revision, run, cancellationToken);
        if (body.Count > 1)
            await Writes.ExplainedAsync(() => run.Client.PutAsync(path, body, cancellationToken), DocumentBodies.Texts([], wanted.CustomerNote, wanted.PrivateNote));
        await ContactsAsync(revision, path, run, cancellationToken);
        if (Has(nameof(Order.Stage)) || Has(nameof(Order.IsInvoiced)))
            await OrderLifeCycle.MoveAsync(id, Has(nameof(Order.Stage)) && wanted.Stage is { } stage ? OrderStages.Fold(stage) : null, Has(nameof(Order.IsInvoiced)) ? wanted.IsInvoiced : null, row, wanted.Warehouse, run, cancellationToken);
        return new WriteResult<Order>.Written(revision.Current.Id);

        bool Has(string field) => revision.Fields.Contains(field, StringComparer.Ordinal);
    }

    private static async Task ContactsAsync(Revision<Order> revision, string path, TradeRun run, CancellationToken cancellationToken)
    {
        var (wanted, current) = (revision.Wanted, revision.Current.Value);
        if (revision.Fields.Contains(nameof(Order.Contact), StringComparer.Ordinal))
            await ContactLinker.LinkAsync(path, DocumentContacts.CustomerRole, null, wanted.Contact, current.Contact is { } person ? Numbers.Of(person.Id) : null, 0, "", run, cancellationToken);
        foreach (var (role, text, pointer, address, record, linked) in new[]
        {
            (DocumentContacts.BillingRole, nameof(Order.BillTo), nameof(Order.BillingAddress), wanted.BillTo, wanted.BillingAddress, current.BillingAddress),
            (DocumentContacts.ShippingRole, nameof(Order.DeliverTo), nameof(Order.DeliveryAddress), wanted.DeliverTo, wanted.DeliveryAddress, current.DeliveryAddress),
        })
        {
            var isNewText = revision.Fields.Contains(text, StringComparer.Ordinal);
            if (!isNewText && !revision.Fields.Contains(pointer, StringComparer.Ordinal))
                continue;
            // A pointer that did not change means the old address; the new text is another one.
            var target = isNewText && record == linked ? null : record;
            await ContactLinker.LinkAsync(path, role, isNewText || target is null ? address : null, target, linked is { } old ? Numbers.Of(old.Id) : null, Parties.Need(wanted.Customer ?? current.Customer, Order.Kind), $"{run.Client.Connection}:order:{revision.Current.Id.Value}", run, cancellationToken);
        }
    }

    private static async Task<WriteResult<Order>> DeleteAsync(Remote<Order> record, TradeRun run, CancellationToken cancellationToken)
    {
        var path = "orders/" + record.Id.Value;
        if (await run.Client.FindAsync(path, cancellationToken) is not { } row)
            return new WriteResult<Order>.Written(record.Id);
        // Dolibarr deletes an order with its invoice left behind, without asking.
        if (DocumentHead.Links(row, "facture").Count + DocumentHead.Links(row, "shipping").Count > 0 || (row.Text("status") ?? row.Text("statut")) is not ("0" or "-1"))
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DolibarrCodes.InUse, "The order is validated, or has an invoice or shipment: it is not deleted.") { EntityKind = Order.Kind, Id = record.Id, Remedy = "Cancel it instead (Stage Cancelled)." });
        }

        await run.Client.DeleteAsync(path, cancellationToken);
        return new WriteResult<Order>.Written(record.Id);
    }

    // The answer to an action shows no contacts; they are as they were before it.
    private static JsonElement WithContacts(JsonElement row, JsonElement draft)
    {
        if (row.Get("contacts_ids").ValueKind == JsonValueKind.Array && row.Get("contacts_ids").GetArrayLength() > 0)
            return row;
        var node = JsonObject.Create(row)!;
        node["contacts_ids"] = draft.Get("contacts_ids") is { ValueKind: JsonValueKind.Array } contacts ? JsonArray.Create(contacts) : new JsonArray();
        using var document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }
}
