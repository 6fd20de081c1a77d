using ErpSync.Feeds;

namespace ErpSync;

/// <summary>The signals behind <see cref="ISyncSignals"/>.</summary>
internal sealed class SyncSignals(EngineSetup setup, ISyncEngine engine, ISyncStore store, TimeProvider clock) : ISyncSignals
{
    /// <summary>So many are carried over by one run, so that a storm of them stops nothing else for long.</summary>
    private const int MostAtOnce = 500;

    private readonly SemaphoreSlim _bell = new(0, 1);

    public async Task<bool> SignalAsync(string pair, EntityKind kind, RemoteId id, SignalEvent what, string? connection = null, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        if (definition.Kinds.FirstOrDefault(known => known.Kind == kind) is not { } synced)
            return false;
        return await KeepAsync(pair, new RecordPointer(Connection(definition, synced, connection), kind, id), what, TimeSpan.Zero, cancellationToken);
    }

    public async Task<int> SignalAsync(string pair, string connection, SignalReading reading, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var definition = setup.Pair(pair);
        definition.SideOf(connection);
        var kept = 0;
        foreach (var signal in reading.Signals.Where(signal => !signal.IsEcho && definition.Kinds.Any(kind => kind.Kind == signal.Kind)))
            kept += await KeepAsync(pair, new RecordPointer(connection, signal.Kind, signal.Id), signal.Event, signal.Settle, cancellationToken) ? 1 : 0;
        return kept;
    }

    public async Task WaitAsync(CancellationToken cancellationToken = default) => await _bell.WaitAsync(cancellationToken);

    public async Task<SyncReport?> CarryOverAsync(string pair, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        await store.OpenAsync(cancellationToken);
        var book = new SignalBook(store, pair);
        var now = clock.GetUtcNow();
        var signals = (await book.ReadAsync(cancellationToken)).Where(signal => signal.DueAt <= now && definition.Kinds.Any(kind => kind.Kind == signal.Record.Kind)).Take(MostAtOnce).ToList();
        if (signals.Count == 0)
            return null;
        var report = await engine.RunAsync(
            new SyncRequest(pair)
            {
                Records = [.. signals.Select(signal => signal.Record)],
                AnnouncedDeletions = [.. signals.Where(signal => signal.Event == SignalEvent.Deleted).Select(signal => new AnnouncedDeletion(signal.Record.Kind, signal.Record.Connection, signal.Record.Id))],
            },
            null,
            cancellationToken);
        var done = report.Kinds.Where(kind => kind.Problem is null).Select(kind => kind.Kind).ToHashSet();
        await book.DropAsync(signals.Where(signal => done.Contains(signal.Record.Kind)), cancellationToken);
        return report;
    }

    public async Task<SyncReport> SyncOneAsync(string pair, EntityKind kind, RemoteId id, string? connection = null, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        var record = new RecordPointer(Connection(definition, definition.Kind(kind), connection), kind, id);
        var report = await engine.RunAsync(new SyncRequest(pair) { Records = [record], PastFilter = true }, null, cancellationToken);
        if (report.Kinds.FirstOrDefault(done => done.Kind == kind) is { Problem: null, Examined: 0, Failed: 0 })
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, "sync-one.not-found", $"There is no {kind.Name:kind} with the id {id:id} in {record.Connection:connection}.")
            {
                Connection = record.Connection,
                EntityKind = kind,
                Id = id,
                Remedy = "Look its id up in the system's back office.",
            });
        }

        return report;
    }

    private static string Connection(PairDefinition pair, KindDefinition kind, string? connection)
    {
        if (connection is not null)
            pair.SideOf(connection);
        return connection ?? kind.Source ?? pair.First;
    }

    private async Task<bool> KeepAsync(string pair, RecordPointer record, SignalEvent what, TimeSpan settle, CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        await new SignalBook(store, pair).SaveAsync(record, what, clock.GetUtcNow() + settle, cancellationToken);
        try
        {
            if (_bell.CurrentCount == 0)
                _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Somebody else rang meanwhile.
        }

        return true;
    }
}
