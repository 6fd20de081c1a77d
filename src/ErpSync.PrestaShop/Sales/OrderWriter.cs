using System.Globalization;
using System.Xml.Linq;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Sales;

/// <summary>
/// Brings orders into states through their history, the one way that mails the customer only when asked to: a state that is written into the order itself always mails.
/// Orders are looked at before and after, because a row of the history cannot be sent twice without a trace.
/// </summary>
internal sealed class OrderWriter(PrestaShopClient client, ShopSession session) : IUpdater<Order>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Order>>> UpdateAsync(IReadOnlyList<Revision<Order>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var states = (await SalesReference.OfAsync(client, session, cancellationToken)).OrderStates;
        var present = await Present.RowsAsync(client, OrderMapping.Resource, OrderMapping.Fields(shop), batch, cancellationToken);
        var notes = WriteBatch<Order>.Of(batch, client.Connection, revision => Note(revision, present.Of(revision), shop), revision => revision.Current.Id);
        var moves = new (long Order, long State)?[batch.Count];
        var problems = new SyncProblem?[batch.Count];
        for (var place = 0; place < batch.Count; place++)
        {
            try
            {
                moves[place] = Move(batch[place], present.Of(batch[place]), states);
            }
            catch (ConnectorException fault)
            {
                problems[place] = fault.Problem;
            }
        }

        foreach (var group in Enumerable.Range(0, batch.Count).Where(place => moves[place] is not null).GroupBy(place => batch[place].MayMail))
            await SendAsync([.. group], moves, group.Key, problems, cancellationToken);
        session.Memory.OrderHeads.Clear();
        var results = notes.Results(await NotesAsync(notes, batch, present, cancellationToken));
        return [.. results.Select((result, place) => problems[place] is { } problem ? new WriteResult<Order>.Failed(WriteFaults.For<Order>(problem, batch[place].Current.Id) with { Connection = client.Connection }) : result)];
    }

    /// <summary>The order and the state it shall have; null when nothing is to be done.</summary>
    internal static (long Order, long State)? Move(Revision<Order> revision, WireRow present, OrderStateTable states)
    {
        var isAsked = revision.Fields.Contains(nameof(Order.Stage)) || revision.Fields.Contains(nameof(Order.Status));
        if (!isAsked)
            return null;
        var current = present.Whole("current_state") ?? 0;
        var stage = revision.Wanted.Stage is { } wantedStage ? OrderStateTable.Fold(wantedStage) : (OrderStage?)null;
        var own = revision.Wanted.Status is { IsForeign: false } status && status != revision.Current.Value.Status ? Rows.Number(status.Id) : 0;
        if (own > 0 && states.IsUsable(own) && (stage is null || !revision.Fields.Contains(nameof(Order.Stage)) || states.StageOf(own) == stage))
            return own == current ? null : (present.Id, own);
        if (stage is null || states.StageOf(current) == stage)
            return null;
        var target = states.StateOf(stage.Value) ?? throw Refused(PrestaShopCodes.OrderStateUnknown, $"The shop has no order state that stands for {stage}.", "Map the other system's status to one of the shop's order states.");
        // The shop books the whole amount as paid when an order enters such a state: accepting an order must not pay it.
        if (stage == OrderStage.Confirmed && states.IsPaid(target) && !states.IsPaid(current) && revision.Wanted.IsPaid != true)
            throw Refused(PrestaShopCodes.OrderStatePays, "The order is not paid, and the shop's state for accepted orders would book it as paid.", "Map the other system's status to a state of the shop that does not pay, or write it when the order is paid.");
        return (present.Id, target);
    }

    private static XElement? Note(Revision<Order> revision, WireRow present, ShopData shop) =>
        shop.CanPatch && revision.Fields.Contains(nameof(Order.PrivateNote)) ? new XElement("order", XmlBody.Value("id", present.Id), XmlBody.Value("note", revision.Wanted.PrivateNote)) : null;

    private Task<SyncProblem?[]> NotesAsync(WriteBatch<Order> notes, IReadOnlyList<Revision<Order>> batch, Present present, CancellationToken cancellationToken) => new BulkPatch(client, OrderMapping.Resource)
    {
        ShowsStored = false,
        FindStoredAsync = (places, token) => Touched.FindAsync(client, OrderMapping.Resource, [.. places.Select(place => (place, present.Of(batch[place])))], token),
    }.SendAsync(notes.Records, cancellationToken);

    private async Task SendAsync(List<int> places, (long Order, long State)?[] moves, bool mayMail, SyncProblem?[] problems, CancellationToken cancellationToken)
    {
        while (places.Count > 0)
        {
            if (await TryAsync(places, moves, mayMail, cancellationToken) is not { } fault)
                return;
            if (!WriteFaults.IsUntouched(fault))
                await DropMovedAsync(places, moves, cancellationToken);
            if (places.Count == 0)
                return;
            if (!WriteFaults.IsAboutRecord(fault) || places.Count == 1)
            {
                foreach (var place in places)
                    problems[place] = WriteFaults.NotStored(fault);
                return;
            }

            var first = places[0];
            places.RemoveAt(0);
            List<int> alone = [first];
            if (await TryAsync(alone, moves, mayMail, cancellationToken) is { } own)
            {
                if (!WriteFaults.IsUntouched(own) && !WriteFaults.IsRefusal(own))
                    await DropMovedAsync(alone, moves, cancellationToken);
                if (alone.Count > 0)
                    problems[first] = WriteFaults.NotStored(own);
            }
        }
    }

    private async Task<SyncProblem?> TryAsync(IReadOnlyList<int> places, (long Order, long State)?[] moves, bool mayMail, CancellationToken cancellationToken)
    {
        try
        {
            await client.PostAsync(mayMail ? "order_histories?sendemail=1" : "order_histories", places.Select(place => History(moves[place]!.Value)), RequestPurpose.Data, cancellationToken);
            return null;
        }
        catch (ConnectorException fault)
        {
            return fault.Problem;
        }
    }

    private async Task DropMovedAsync(List<int> places, (long Order, long State)?[] moves, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await Rows.ListAsync(client, OrderMapping.Resource, "[id,current_state]", "id", places.Select(place => moves[place]!.Value.Order), cancellationToken);
            var states = rows.ToDictionary(row => row.Id, row => row.Whole("current_state"));
            places.RemoveAll(place => states.GetValueOrDefault(moves[place]!.Value.Order) == moves[place]!.Value.State);
        }
        catch (ConnectorException)
        {
            // What cannot be looked for stays unknown, under the first fault.
        }
    }

    private static XElement History((long Order, long State) move) => new(
        "order_history", new XElement("id_order", move.Order.ToString(CultureInfo.InvariantCulture)), new XElement("id_order_state", move.State.ToString(CultureInfo.InvariantCulture)));

    private static ConnectorException Refused(string code, string message, string remedy) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = nameof(Order.Stage), Remedy = remedy });
}
