using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>
/// Which records exist. Filled by one listing of ids; from then on kept by what changed and by the total: what is new or restored bears a new date, so when the total is that of
/// the known ids, none is gone. Only when it is not, or when a full listing is due, all ids are listed again. Deletions are told neither by dates nor, when forced, by webhooks.
/// </summary>
internal sealed class RecordBook(WooSession session, string resource, string fields, Func<WooRun, EntityKind, string, CancellationToken, IAsyncEnumerable<BookRow>> readChanged)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<EntityKind> _served = [];
    private SortedDictionary<long, BookRow>? _rows;
    private WooRun? _run;
    private DateTimeOffset _asOf;
    private DateTimeOffset _listedAt;

    /// <summary>The rows for a kind's own listing; several kinds of one run share the look.</summary>
    public async Task<IReadOnlyCollection<BookRow>> ListAsync(EntityKind kind, WooRun run, string filter, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_rows is null || session.Time.GetUtcNow() - _listedAt >= session.Options.FullListing)
                await ListAllAsync(run, filter, cancellationToken);
            else if (_run != run || !_served.Add(kind))
                await RefreshAsync(kind, run, filter, cancellationToken);
            if (_run != run)
                _served.Clear();
            _run = run;
            _served.Add(kind);
            return [.. _rows!.Values];
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes note of records that were deleted here.</summary>
    public void Forget(IEnumerable<long> ids)
    {
        _gate.Wait();
        try
        {
            foreach (var id in ids)
                _rows?.Remove(id);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task ListAllAsync(WooRun run, string filter, CancellationToken cancellationToken)
    {
        var (begun, listed) = (run.Cursor.Time, session.Time.GetUtcNow());
        var rows = new SortedDictionary<long, BookRow>();
        await foreach (var item in session.Pager.ReadAsync(Path(filter), Parse, cancellationToken))
        {
            var row = item.Value ?? throw new ConnectorException(item.Problem!);
            rows[row.Id] = row;
        }

        (_rows, _asOf, _listedAt) = (rows, begun, listed);
        _served.Clear();
    }

    private async Task RefreshAsync(EntityKind kind, WooRun run, string filter, CancellationToken cancellationToken)
    {
        // The same question that the kinds ask for their changes: one answer serves all.
        await foreach (var row in readChanged(run, new EntityKind($"book-{kind.Name}"), run.Since(_asOf), cancellationToken))
            _rows![row.Id] = row;

        if (await session.Client.CountAsync(Counted(filter), cancellationToken) == _rows!.Count)
        {
            _asOf = run.Cursor.Time;
            return;
        }

        foreach (var binned in await session.Client.ListAsync($"{resource}?status=trash&_fields=id&{run.Since(_asOf)}", cancellationToken))
            _rows.Remove(binned.Whole("id") ?? 0);
        if (await session.Client.CountAsync(Counted(filter), cancellationToken) == _rows.Count)
            _asOf = run.Cursor.Time;
        else
            await ListAllAsync(run, filter, cancellationToken);
    }

    private string Path(string filter) => $"{resource}?{(filter.Length > 0 ? filter + "&" : "")}context=edit&_fields={fields}";

    private string Counted(string filter) => filter.Length > 0 ? $"{resource}?{filter}" : resource;

    private static BookRow Parse(ref Utf8JsonReader item)
    {
        using var document = JsonDocument.ParseValue(ref item);
        return BookRow.Read(document.RootElement);
    }
}
