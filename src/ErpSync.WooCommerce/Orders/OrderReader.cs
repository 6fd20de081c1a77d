using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads orders; abandoned checkouts and the bin are left out.</summary>
internal sealed class OrderReader(WooSession session) : IKind<Order>, IReader<Order>, IChangeReader<Order>, ILister<Order>, IFinder<Order>, ITokenFinder<Order>
{
    /// <summary>The status itself is given and can be written, but is not compared beside the stage: the two move together.</summary>
    public KindProfile<Order> Profile
    {
        get
        {
            var (setup, options) = (session.Setup, session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Order.Reference), nameof(Order.Date), nameof(Order.PlacedAt), nameof(Order.Customer), nameof(Order.Email), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Lines), nameof(Order.Currency),
                nameof(Order.TotalNet), nameof(Order.TotalTax), nameof(Order.TotalGross), nameof(Order.Stage), nameof(Order.IsPaid), nameof(Order.PaymentMethod), nameof(Order.PaymentText),
                nameof(Order.TransactionId), nameof(Order.Carrier), nameof(Order.CarrierText), nameof(Order.CustomerNote), nameof(Order.Custom), nameof(Order.Messages),
            };
            if (setup.CustomFields.Count == 0)
                read.Remove(nameof(Order.Custom));
            if (!options.OrderNotes)
                read.Remove(nameof(Order.Messages));
            var written = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Order.Email), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Stage), nameof(Order.PaymentMethod), nameof(Order.PaymentText), nameof(Order.TransactionId),
                nameof(Order.CustomerNote), nameof(Order.Custom),
            };
            written.IntersectWith(read);
            return new KindProfile<Order>
            {
                ReadFields = read,
                WrittenFields = written,
                Normalise = value => OrderMapping.Normalise(value, setup, options),
                DateTrust = DateTrust.Partial,
                WriteBatch = 50,
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Order>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync("orders", Element, cancellationToken))
        {
            if (await MapAsync(item, run, cancellationToken) is { } result)
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Order>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in run.ChangedAsync(Order.Kind, "orders", run.Since(cursor), Element, cancellationToken))
        {
            if (await MapAsync(item, run, cancellationToken) is { } result)
                yield return result;
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in await session.Orders.ListAsync(Order.Kind, run, "", cancellationToken))
        {
            if (row.Status != OrderStatuses.Draft)
                yield return new Listed(RemoteId.From(row.Id));
        }
    }

    public async IAsyncEnumerable<ReadResult<Order>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in RowFinder.FindAsync(session, "orders", RowFinder.Numbers(ids), Element, cancellationToken))
        {
            if (await MapAsync(item, run, cancellationToken) is { } result)
                yield return result;
        }
    }

    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        Tokens.FindAsync(session, "orders?created_via=rest-api&_fields=id,meta_data", tokens, static row => RemoteId.From(row.Whole("id") ?? 0), cancellationToken);

    public static JsonElement Element(ref Utf8JsonReader item) => JsonElement.ParseValue(ref item);

    private async ValueTask<ReadResult<Order>?> MapAsync(JsonItem<JsonElement> item, WooRun run, CancellationToken cancellationToken)
    {
        if (item.Problem is not null)
            return ReadResult<Order>.Bad(item.Problem with { EntityKind = Order.Kind });
        if (item.Value.Text("status") == OrderStatuses.Draft)
            return null;
        var result = Results.Read(item.Value.Whole("id") is { } id ? RemoteId.From(id) : null, () => OrderMapping.Read(item.Value, run.Setup, session.Options));
        return session.Options.OrderNotes && result.Record is { } record ? await WithNotesAsync(record, cancellationToken) : result;
    }

    // What is wrong with the notes of one order is wrong with that order only: it is read again later, and the others go on.
    private async ValueTask<ReadResult<Order>> WithNotesAsync(Remote<Order> order, CancellationToken cancellationToken)
    {
        try
        {
            return ReadResult<Order>.Of(order with { Value = order.Value with { Messages = await NotesAsync(order.Id, cancellationToken) } });
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.NotFound or ProblemKind.Unreadable or ProblemKind.Rejected || fault.Problem.HttpStatus is 500)
        {
            return ReadResult<Order>.Bad(fault.Problem with { EntityKind = Order.Kind, Id = order.Id, Field = nameof(Order.Messages) });
        }
    }

    private async Task<ValueList<DocumentMessage>> NotesAsync(RemoteId order, CancellationToken cancellationToken) =>
        OrderNotes.Read(await session.Client.GetAsync($"orders/{order.Value}/notes?_fields={OrderNotes.Fields}", cancellationToken), order);
}
