using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Refunds as credit notes: read, made and deleted; WooCommerce changes none. From 9.0 on one list holds those of all orders; before, each refunded order is asked.
/// Making one books it in the shop and never moves money: the payment gateway is told nothing.
/// </summary>
internal sealed class RefundKinds(WooSession session) : IKind<CreditNote>, IReader<CreditNote>, IChangeReader<CreditNote>, ILister<CreditNote>, IFinder<CreditNote>, IOwnedFinder<CreditNote>, ICreator<CreditNote>, ITokenFinder<CreditNote>, IDeleter<CreditNote>
{
    private readonly ConcurrentDictionary<long, CurrencyCode> _currencies = new();

    public KindProfile<CreditNote> Profile => new()
    {
        ReadFields = new HashSet<string>(StringComparer.Ordinal)
        {
            nameof(CreditNote.Order), nameof(CreditNote.Date), nameof(CreditNote.Lines), nameof(CreditNote.Currency), nameof(CreditNote.TotalNet), nameof(CreditNote.TotalTax), nameof(CreditNote.TotalGross), nameof(CreditNote.Reason),
        },
        WrittenFields = new HashSet<string>(StringComparer.Ordinal),
        DateTrust = DateTrust.Full,
        WriteBatch = 20,
        WriteTimeout = session.Options.AttemptTimeout,
    };

    public async IAsyncEnumerable<ReadResult<CreditNote>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var (item, order) in session.Refunds.RowsAsync(run, "", cancellationToken))
            yield return await MapAsync(item, order, run, cancellationToken);
    }

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => (await session.RunAsync(cancellationToken)).Cursor.ToString();

    /// <summary>A refund moves the date of its order, so the refunds of changed orders are those that changed.</summary>
    public async IAsyncEnumerable<ReadResult<CreditNote>> ReadChangedAsync(string cursor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        await foreach (var order in run.ChangedAsync(CreditNote.Kind, "orders", run.Since(cursor), OrderReader.Element, cancellationToken))
        {
            if (order.Problem is not null)
                throw new ConnectorException(order.Problem);
            await foreach (var (item, number) in session.Refunds.OfOrderAsync(order.Value, "", cancellationToken))
                yield return await MapAsync(item, number, run, cancellationToken);
        }
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var line in await session.Refunds.ListAsync(run, cancellationToken))
            yield return new Listed(VariantId.Of(line.Order, line.Id));
    }

    public async IAsyncEnumerable<ReadResult<CreditNote>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        foreach (var id in ids)
        {
            if (VariantId.Parse(id) is { } place && await session.Client.FindAsync(Path(place.Product, place.Variation), cancellationToken) is { } row)
                yield return await MapAsync(new JsonItem<JsonElement>(0, row, null), place.Product, run, cancellationToken);
        }
    }

    /// <summary>The refunds of orders: which there are is listed once in a run, and those are read.</summary>
    public async IAsyncEnumerable<ReadResult<CreditNote>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var orders = owners.Where(owner => owner.Kind == EntityKind.Order).Select(owner => JsonValues.Number(owner.Id)).OfType<long>().ToHashSet();
        var ids = (await session.Refunds.ListAsync(run, cancellationToken)).Where(line => orders.Contains(line.Order)).Select(line => VariantId.Of(line.Order, line.Id)).ToList();
        await foreach (var result in FindAsync(ids, cancellationToken))
            yield return result;
    }

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        await foreach (var (item, order) in session.Refunds.RowsAsync(run, "", cancellationToken))
        {
            if (item.Problem is null && Tokens.Of(item.Value) is { } token && tokens.Contains(token))
                found.TryAdd(token, VariantId.Of(order, item.Value.Whole("id") ?? 0));
        }

        return found;
    }

    public Task<IReadOnlyList<WriteResult<CreditNote>>> CreateAsync(IReadOnlyList<Creation<CreditNote>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<CreditNote, Creation<CreditNote>>(batch, static _ => null, CreateAsync, session.Client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<CreditNote>>> DeleteAsync(IReadOnlyList<Remote<CreditNote>> batch, CancellationToken cancellationToken) => Results.EachAsync<CreditNote, Remote<CreditNote>>(batch, static record => record.Id, async (record, token) =>
    {
        token.ThrowIfCancellationRequested();
        if (VariantId.Parse(record.Id) is { } id)
            await session.Client.DeleteAsync(Path(id.Product, id.Variation), token);
        session.Refunds.Forget();
        return new WriteResult<CreditNote>.Written(record.Id);
    }, session.Client.Connection, cancellationToken);

    private async Task<WriteResult<CreditNote>> CreateAsync(Creation<CreditNote> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var value = creation.Value;
        var order = (value.Order is { IsForeign: false } pointer ? JsonValues.Number(pointer.Id) : null) ?? throw Refused("The credit note names no order of the shop.");
        var json = await session.Client.FindAsync($"orders/{JsonValues.Invariant(order)}", cancellationToken) ?? throw Refused("The shop has no such order.");
        var original = OrderMapping.Read(json, run.Setup, session.Options).Value;
        var body = new JsonObject
        {
            ["reason"] = value.Reason ?? "",
            ["api_refund"] = false,
            ["api_restock"] = value.Restocks == true,
            ["meta_data"] = new JsonArray(Tokens.Meta(creation.Token)),
        };
        if (OrderBodies.Noon(value.Date, run.Setup) is { } date)
            ((JsonArray)body["meta_data"]!).Add((JsonNode)new JsonObject { ["key"] = OrderBodies.PlacedKey, ["value"] = date.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture) });
        var lines = Lines(value, original, json);
        if (lines.Count > 0)
            body["line_items"] = lines;
        if ((value.TotalGross?.Amount ?? value.Lines.Sum(line => (line.Net?.Amount ?? 0) + (line.Tax?.Amount ?? 0))) is var amount && amount > 0)
            body["amount"] = JsonValues.Invariant(Math.Round(amount, original.Currency!.Value.Decimals, MidpointRounding.AwayFromZero));
        var row = await session.Client.PostAsync($"orders/{JsonValues.Invariant(order)}/refunds", body, cancellationToken);
        session.Refunds.Forget();
        var stored = RefundMapping.Read(row, order, original.Currency!.Value, run.Setup, session.Options);
        return new WriteResult<CreditNote>.Written(stored.Id, stored);
    }

    // Lines of the credit note are laid on those of the order: by product, shipping by kind. What fits nowhere stays in the amount.
    private static JsonArray Lines(CreditNote value, Order original, JsonElement order)
    {
        var left = original.Lines.ToList();
        var lines = new JsonArray();
        foreach (var line in value.Lines)
        {
            var at = left.FindIndex(candidate => candidate.Kind == line.Kind && (line.Kind != LineKind.Product || candidate.Product == line.Product));
            if (at < 0 || left[at].Id is not { } id || line.Net is not { } net)
                continue;
            var taxes = order.Get("line_items").Items().Concat(order.Get("shipping_lines").Items()).Concat(order.Get("fee_lines").Items()).First(row => row.Text("id") == id).Get("taxes").Items().ToList();
            var refunded = new JsonArray();
            for (var place = 0; place < taxes.Count; place++)
            {
                var amount = place < line.TaxAmounts.Count ? line.TaxAmounts[place].Amount : place == 0 ? line.Tax?.Amount ?? 0 : 0;
                refunded.Add((JsonNode)new JsonObject { ["id"] = taxes[place].Whole("id") ?? 0, ["refund_total"] = JsonValues.Invariant(amount) });
            }

            lines.Add((JsonNode)new JsonObject { ["id"] = JsonValues.Number(new RemoteId(id)) ?? 0, ["quantity"] = (long)line.Quantity, ["refund_total"] = JsonValues.Invariant(net.Amount), ["refund_tax"] = refunded });
            left.RemoveAt(at);
        }

        return lines;
    }

    // A refund does not say its currency: its order does.
    public async ValueTask<CurrencyCode> CurrencyAsync(long order, WooRun run, CancellationToken cancellationToken)
    {
        if (_currencies.TryGetValue(order, out var known))
            return known;
        var json = await session.Client.FindAsync($"orders/{JsonValues.Invariant(order)}?_fields=id,currency", cancellationToken);
        return _currencies[order] = json?.Text("currency") is { Length: 3 } code && code.All(char.IsAsciiLetter) ? CurrencyCode.Parse(code) : run.Setup.Currency!.Value;
    }

    private async ValueTask<ReadResult<CreditNote>> MapAsync(JsonItem<JsonElement> item, long order, WooRun run, CancellationToken cancellationToken)
    {
        if (item.Problem is not null)
            return ReadResult<CreditNote>.Bad(item.Problem with { EntityKind = CreditNote.Kind });
        var currency = await CurrencyAsync(order, run, cancellationToken);
        return Results.Read(item.Value.Whole("id") is { } id ? VariantId.Of(order, id) : null, () => RefundMapping.Read(item.Value, order, currency, run.Setup, session.Options));
    }

    public static string Path(long order, long refund) => $"orders/{JsonValues.Invariant(order)}/refunds/{JsonValues.Invariant(refund)}";

    private static ConnectorException Refused(string message) => new(new SyncProblem(ProblemKind.Rejected, WooCodes.Rejected, message) { EntityKind = CreditNote.Kind, Field = nameof(CreditNote.Order) });
}
