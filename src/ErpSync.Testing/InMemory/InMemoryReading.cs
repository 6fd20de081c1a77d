using System.Globalization;
using System.Runtime.CompilerServices;

namespace ErpSync.Testing;

/// <summary>Reads, changes and listings of one kind.</summary>
internal sealed class InMemoryReading<T>(InMemoryKind<T> kind) : IReader<T>, IChangeReader<T>, ILister<T>
    where T : class, IEntity
{
    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => InMemoryRequest.PagesAsync(
        kind, "read", kind.Settings.PageSize, kind.Records.Ids, Row, Bad, cancellationToken);

    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken)
    {
        var call = InMemoryRequest.Call(kind, "cursor", 0);
        await kind.System.BeginAsync(call, cancellationToken);
        var fault = InMemoryRequest.ThrowIfRefused(kind, call, kind.System.Faults.Take(call.Name, null, null));
        var cursor = kind.Cut(kind.System.Clock.GetUtcNow()).UtcTicks.ToString(CultureInfo.InvariantCulture);
        await InMemoryRequest.EndAsync(kind, call, fault);
        return cursor;
    }

    public IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken)
    {
        if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, "in-memory.cursor-unknown", $"The cursor '{cursor}' is not understood.") { Connection = kind.System.Name, EntityKind = T.Kind });
        return InMemoryRequest.PagesAsync(kind, "changed", kind.Settings.PageSize, () => Since(ticks), Row, Bad, cancellationToken);
    }

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = InMemoryRequest.PagesAsync<T, Listed>(kind, "list", kind.Settings.ListPageSize, kind.Records.Ids, Line, bad: null, cancellationToken);
        await foreach (var line in lines)
            yield return line;
    }

    private static ReadResult<T> Bad(RemoteId id, SyncProblem problem) => ReadResult<T>.Bad(problem);

    private ReadResult<T> Row(InMemoryEntry<T> entry) => ReadResult<T>.Of(kind.Remote(entry));

    private Listed Line(InMemoryEntry<T> entry) => new(entry.Id, kind.Stamp(entry));

    private IEnumerable<RemoteId> Since(long ticks)
    {
        var ids = kind.Records.GeneratedAt.UtcTicks >= ticks ? kind.Records.Ids() : kind.Records.StoredIds();
        return ids.Where(id => kind.Records.Find(id)?.ModifiedAt.UtcTicks >= ticks);
    }
}
