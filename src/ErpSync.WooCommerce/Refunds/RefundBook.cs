using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Which refunds exist. A refund is never changed and its number only grows, so when both the total and the highest number are what they were, so are all: one request tells.
/// Before 9.0 there is no list of all refunds, and each refunded order is asked.
/// </summary>
internal sealed class RefundBook(WooSession session) : IDisposable
{
    private const string Fields = "_fields=id,parent_id,amount,refunded_payment";

    private readonly SemaphoreSlim _gate = new(1, 1);
    private IReadOnlyList<RefundLine>? _lines;
    private (long Total, long Newest) _state;
    private WooRun? _run;
    private DateTimeOffset _listedAt;

    /// <summary>The refunds; asked for once in a run.</summary>
    public async Task<IReadOnlyList<RefundLine>> ListAsync(WooRun run, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_lines is not null && _run == run)
                return _lines;
            var isDue = _lines is null || session.Time.GetUtcNow() - _listedAt >= session.Options.FullListing;
            var state = run.Setup.HasRefundsRoute ? await StateAsync(cancellationToken) : (-1, -1);
            if (isDue || state.Total < 0 || state != _state)
            {
                var listed = session.Time.GetUtcNow();
                _lines = await RowsAsync(run, Fields, cancellationToken).Select(entry => RefundLine.Read(entry.Item, entry.Order)).ToListAsync(cancellationToken);
                (_state, _listedAt) = (state, listed);
            }

            _run = run;
            return _lines!;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes note that a refund was made or deleted here.</summary>
    public void Forget() => Volatile.Write(ref _run, null);

    /// <summary>The refunds of the shop with the numbers of their orders.</summary>
    public async IAsyncEnumerable<(JsonItem<JsonElement> Item, long Order)> RowsAsync(WooRun run, string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var suffix = query.Length > 0 ? "?" + query : "";
        if (run.Setup.HasRefundsRoute)
        {
            await foreach (var item in session.Pager.ReadAsync($"refunds{suffix}", OrderReader.Element, cancellationToken))
                yield return (item, item.Problem is null ? item.Value.Whole("parent_id") ?? 0 : 0);
            yield break;
        }

        await foreach (var order in session.Pager.ReadAsync("orders?_fields=id,refunds", OrderReader.Element, cancellationToken))
        {
            if (order.Problem is not null)
                throw new ConnectorException(order.Problem);
            await foreach (var entry in OfOrderAsync(order.Value, query, cancellationToken))
                yield return entry;
        }
    }

    /// <summary>The refunds of an order that has some; a request only then.</summary>
    public async IAsyncEnumerable<(JsonItem<JsonElement> Item, long Order)> OfOrderAsync(JsonElement order, string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!order.Get("refunds").Items().Any() || order.Whole("id") is not { } id)
            yield break;
        await foreach (var item in session.Pager.ReadAsync($"orders/{JsonValues.Invariant(id)}/refunds{(query.Length > 0 ? "?" + query : "")}", OrderReader.Element, cancellationToken))
            yield return (item, id);
    }

    public void Dispose() => _gate.Dispose();

    private async Task<(long Total, long Newest)> StateAsync(CancellationToken cancellationToken)
    {
        using var answer = await session.Client.OpenAsync("refunds?orderby=id&order=desc&per_page=1&_fields=id", cancellationToken);
        using var document = await answer.ReadJsonAsync(cancellationToken);
        return (WooClient.Total(answer) ?? -1, document.RootElement.Items().Select(row => row.Whole("id") ?? 0).FirstOrDefault());
    }
}
