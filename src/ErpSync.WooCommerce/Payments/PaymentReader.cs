using System.Runtime.CompilerServices;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads payments out of orders and refunds. What changed comes with the changed orders, which are asked for once for all kinds.</summary>
internal sealed class PaymentReader(WooSession session, RefundKinds refunds) : IKind<Payment>, IReader<Payment>, IChangeReader<Payment>, ILister<Payment>, IFinder<Payment>, IKeyFinder<Payment>, ITokenFinder<Payment>
{
    private const string Fields = "_fields=id,number,status,currency,total,customer_id,date_paid_gmt,date_modified_gmt,payment_method,payment_method_title,transaction_id,meta_data";

    public string KeyName => "transaction";

    public KindProfile<Payment> Profile
    {
        get
        {
            var setup = session.Setup;
            return new KindProfile<Payment>
            {
                ReadFields = new HashSet<string>(StringComparer.Ordinal)
                {
                    nameof(Payment.Order), nameof(Payment.CreditNote), nameof(Payment.Date), nameof(Payment.PaidAt), nameof(Payment.Amount), nameof(Payment.IsRefund), nameof(Payment.Method), nameof(Payment.MethodText), nameof(Payment.TransactionId),
                },
                WrittenFields = new HashSet<string>(StringComparer.Ordinal),
                Normalise = value => PaymentMapping.Normalise(value, setup),
                DateTrust = DateTrust.Full,
                WriteBatch = 20,
                WriteTimeout = session.Options.AttemptTimeout,
            };
        }
    }

    public async IAsyncEnumerable<ReadResult<Payment>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in session.Pager.ReadAsync($"orders?{Fields}", OrderReader.Element, cancellationToken))
        {
            if (Map(item, run) is { } result)
                yield return result;
        }

        await foreach (var (item, order) in session.Refunds.RowsAsync(run, "", cancellationToken))
        {
            if (await MapBackAsync(item, order, run, cancellationToken) is { } result)
                yield return result;
        }
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    public async IAsyncEnumerable<ReadResult<Payment>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in run.ChangedAsync(Payment.Kind, "orders", run.Since(cursor), OrderReader.Element, cancellationToken))
        {
            if (Map(item, run) is { } result)
                yield return result;
            if (item.Problem is not null)
                continue;
            await foreach (var (refund, order) in session.Refunds.OfOrderAsync(item.Value, "", cancellationToken))
            {
                if (await MapBackAsync(refund, order, run, cancellationToken) is { } back)
                    yield return back;
            }
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var row in await session.Orders.ListAsync(Payment.Kind, run, "", cancellationToken))
        {
            if (row.IsPaid && row.Status != OrderStatuses.Draft)
                yield return new Listed(PaymentMapping.Id(row.Id));
        }

        foreach (var line in await session.Refunds.ListAsync(run, cancellationToken))
        {
            if (line.MovedMoney)
                yield return new Listed(VariantId.Of(line.Order, line.Id));
        }
    }

    public async IAsyncEnumerable<ReadResult<Payment>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var item in RowFinder.FindAsync(session, $"orders?{Fields}", ids.Select(PaymentMapping.OrderOf).OfType<long>(), OrderReader.Element, cancellationToken))
        {
            if (Map(item, run) is { } result)
                yield return result;
        }

        foreach (var id in ids.Select(VariantId.Parse).OfType<(long Order, long Refund)>())
        {
            if (await session.Client.FindAsync(RefundKinds.Path(id.Order, id.Refund), cancellationToken) is { } row && await MapBackAsync(new JsonItem<JsonElement>(0, row, null), id.Order, run, cancellationToken) is { } back)
                yield return back;
        }
    }

    /// <summary>Orders cannot be searched by their transaction, so the paid ones are gone through.</summary>
    public IAsyncEnumerable<ReadResult<Payment>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        ReadAsync(cancellationToken).Where(result => result.Record is { Value.TransactionId: { } transaction } && keys.Contains(transaction));

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        await foreach (var item in session.Pager.ReadAsync($"orders?{Fields}", OrderReader.Element, cancellationToken))
        {
            if (Map(item, run)?.Record is { Value.Token: { } token } record && tokens.Contains(token))
                found.TryAdd(token, record.Id);
        }

        return found;
    }

    private static ReadResult<Payment>? Map(JsonItem<JsonElement> item, WooRun run)
    {
        if (item.Problem is not null)
            return ReadResult<Payment>.Bad(item.Problem with { EntityKind = Payment.Kind });
        if (item.Value.Text("status") == OrderStatuses.Draft)
            return null;
        if (item.Value.Text("date_paid_gmt") is null || !(JsonValues.TryNumber(item.Value.Text("total") ?? "x", out var total) is var isNumber && (!isNumber || total > 0)))
            return null;
        return Results.Read(item.Value.Whole("id") is { } id ? PaymentMapping.Id(id) : null, () => PaymentMapping.Read(item.Value, run.Setup) ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, "The date of the payment cannot be read.") { Field = "date_paid_gmt" }));
    }

    private async ValueTask<ReadResult<Payment>?> MapBackAsync(JsonItem<JsonElement> item, long order, WooRun run, CancellationToken cancellationToken)
    {
        if (item.Problem is not null)
            return ReadResult<Payment>.Bad(item.Problem with { EntityKind = Payment.Kind });
        if (!item.Value.Flag("refunded_payment") || (JsonValues.TryNumber(item.Value.Text("amount") ?? "x", out var amount) && amount <= 0))
            return null;
        var currency = await refunds.CurrencyAsync(order, run, cancellationToken);
        return Results.Read(item.Value.Whole("id") is { } id ? VariantId.Of(order, id) : null, () => PaymentMapping.ReadBack(item.Value, order, currency, run.Setup) ?? throw new ConnectorException(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, "The refund has no amount.") { Field = "amount" }));
    }
}
