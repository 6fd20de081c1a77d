using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>
/// The embedded store: one SQLite file on a local disk, shared by all processes of the machine. Commits and intents survive loss of power.
/// Within one commit, removals come before additions, and links are checked one by one in the order given.
/// Codes of <see cref="StoreException"/>: <c>store.locked</c>, <c>store.read-only</c>, <c>store.full</c>, <c>store.corrupt</c>, <c>store.not-a-database</c>,
/// <c>store.not-erpsync</c>, <c>store.newer-schema</c>, <c>store.directory-missing</c>, <c>store.cannot-open</c>, <c>store.no-wal</c>, <c>store.backup-failed</c>, <c>store.io-error</c>,
/// <c>store.not-open</c>, <c>store.failed</c>, and those of <see cref="StoreProblems"/>.
/// </summary>
public sealed class SqliteStore : ISyncStore, IAsyncDisposable, IDisposable
{
    private const int MostAtOnce = 1000;
    private const int JournalPage = 500;
    private readonly SqliteGate _gate;

    /// <summary>Makes a store with default settings; nothing is opened yet.</summary>
    /// <param name="connectionString">Where the file is, for example <c>Data Source=erpsync.db</c>.</param>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public SqliteStore(string connectionString)
        : this(new SqliteStoreOptions { ConnectionString = connectionString })
    {
    }

    /// <summary>Makes a store; nothing is opened yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="timeProvider">The clock that names backups; null for the system's.</param>
    /// <exception cref="ArgumentException">The connection string names no file, or a setting is out of range.</exception>
    public SqliteStore(SqliteStoreOptions options, TimeProvider? timeProvider = null)
        : this(options, timeProvider, SchemaStep.All)
    {
    }

    internal SqliteStore(SqliteStoreOptions options, TimeProvider? timeProvider, IReadOnlyList<SchemaStep> steps)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _gate = new SqliteGate(new SqliteFile(options), steps, timeProvider ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken) => _gate.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public Task CommitAsync(StoreChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return _gate.WriteAsync(cancellationToken, session =>
        {
            LeaseTable.Check(session, changes.Lease is { } lease ? [lease, .. changes.WriterLeases] : changes.WriterLeases);
            var scopes = new Scopes(session);
            LinkTable.Remove(session, changes.RemovedLinks);
            LinkTable.Save(session, scopes, changes.Links);
            UnlinkedTable.Remove(session, scopes, changes.NoLongerUnlinked);
            UnlinkedTable.Forget(session, scopes, changes.ForgetUnlinked);
            UnlinkedTable.Save(session, scopes, changes.Unlinked);
            IntentTable.Remove(session, changes.DoneIntents);
            ParkedTable.Remove(session, scopes, changes.NoLongerParked);
            ParkedTable.Save(session, scopes, changes.Parked);
            JournalTable.Append(session, scopes, changes.Journal);
            TombstoneTable.Remove(session, scopes, changes.RemovedTombstones);
            TombstoneTable.Forget(session, scopes, changes.ForgetTombstones);
            TombstoneTable.Save(session, scopes, changes.Tombstones);
            TextTable.Save(session, changes.Texts);
            TextTable.Add(session, changes.NewTexts);
            return true;
        });
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Link>> FindLinksAsync(string pair, EntityKind kind, Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        return _gate.ReadAsync<IReadOnlyList<Link>>(cancellationToken, session => LinkTable.Find(session, pair, kind, side, ids));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Link>> GetLinksAsync(string pair, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostAtOnce, nameof(numbers));
        return _gate.ReadAsync<IReadOnlyList<Link>>(cancellationToken, session => LinkTable.Get(session, pair, numbers));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Link>> ReadLinksAsync(string pair, EntityKind kind, long after, int count, bool openOnly, CancellationToken cancellationToken)
    {
        CheckCount(count);
        return _gate.ReadAsync<IReadOnlyList<Link>>(cancellationToken, session => LinkTable.ReadPage(session, pair, kind, after, count, openOnly));
    }

    /// <inheritdoc/>
    public ValueTask<LinkCounts> CountAsync(string pair, EntityKind kind, CancellationToken cancellationToken) =>
        _gate.ReadAsync(cancellationToken, session => LinkTable.Count(session, pair, kind));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Unlinked>> ReadUnlinkedAsync(string pair, EntityKind kind, Unlinked? after, int count, CancellationToken cancellationToken)
    {
        CheckCount(count);
        return _gate.ReadAsync<IReadOnlyList<Unlinked>>(cancellationToken, session => UnlinkedTable.ReadPage(session, pair, kind, after, count));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Tombstone>> FindTombstonesAsync(string pair, EntityKind kind, Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        return _gate.ReadAsync<IReadOnlyList<Tombstone>>(cancellationToken, session => TombstoneTable.Find(session, pair, kind, side, ids));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Tombstone>> FindTombstonesByKeyAsync(string pair, EntityKind kind, IReadOnlyCollection<string> keyHashes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keyHashes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keyHashes.Count, MostAtOnce, nameof(keyHashes));
        return _gate.ReadAsync<IReadOnlyList<Tombstone>>(cancellationToken, session => TombstoneTable.FindByKey(session, pair, kind, keyHashes));
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetTextAsync(string pair, string key, CancellationToken cancellationToken) =>
        _gate.ReadAsync(cancellationToken, session => TextTable.Get(session, pair, key));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, string>>> ReadTextsAsync(string pair, string prefix, CancellationToken cancellationToken) =>
        _gate.ReadAsync<IReadOnlyList<KeyValuePair<string, string>>>(cancellationToken, session => TextTable.ReadPrefix(session, pair, prefix));

    /// <inheritdoc/>
    public Task AddIntentsAsync(IReadOnlyCollection<Intent> intents, IReadOnlyCollection<Lease> leases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intents);
        ArgumentNullException.ThrowIfNull(leases);
        return _gate.WriteAsync(cancellationToken, session =>
        {
            LeaseTable.Check(session, leases);
            IntentTable.Save(session, intents);
            return true;
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Intent>> ReadIntentsAsync(string pair, EntityKind kind, CancellationToken cancellationToken) =>
        _gate.ReadAsync<IReadOnlyList<Intent>>(cancellationToken, session => IntentTable.Read(session, pair, kind)).AsTask();

    /// <inheritdoc/>
    /// <remarks>The records are those of the moment at which reading began, whatever is written meanwhile.</remarks>
    public IAsyncEnumerable<ParkedRecord> ReadParkedAsync(string pair, EntityKind? kind, CancellationToken cancellationToken) =>
        _gate.StreamAsync(session => ParkedTable.Query(session, pair, kind), row => ParkedTable.Map(row, pair), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Read in pages up to the entry that was the newest when reading began.</remarks>
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(JournalQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        var newest = await _gate.ReadAsync(cancellationToken, JournalTable.Newest);
        var (after, upTo) = (query.After, query.Before is { } before ? Math.Min(newest, before - 1) : newest);
        while (true)
        {
            var page = await _gate.ReadAsync(cancellationToken, session => JournalTable.ReadPage(session, query, after, upTo, JournalPage));
            foreach (var entry in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }
            if (page.Count < JournalPage)
                yield break;
            (after, upTo) = query.NewestFirst ? (after, page[^1].Number - 1) : (page[^1].Number, upTo);
        }
    }

    /// <inheritdoc/>
    public Task<long> BeginRunAsync(RunRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _gate.WriteAsync(cancellationToken, session => RunTable.Begin(session, run));
    }

    /// <inheritdoc/>
    /// <exception cref="StoreException">The run was never begun here.</exception>
    public Task EndRunAsync(RunRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return _gate.WriteAsync(cancellationToken, session =>
        {
            RunTable.End(session, run);
            return true;
        });
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunRecord>> ReadRunsAsync(string pair, int count, CancellationToken cancellationToken) =>
        _gate.ReadAsync<IReadOnlyList<RunRecord>>(cancellationToken, session => RunTable.ReadLatest(session, pair, count)).AsTask();

    /// <inheritdoc/>
    public Task<Lease?> TryTakeLeaseAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) =>
        _gate.WriteAsync(cancellationToken, session => LeaseTable.TryTake(session, name, holder, now, duration));

    /// <inheritdoc/>
    public Task<Lease?> ReadLeaseAsync(string name, CancellationToken cancellationToken) =>
        _gate.ReadAsync(cancellationToken, session => LeaseTable.Read(session, name)).AsTask();

    /// <inheritdoc/>
    public Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return _gate.WriteAsync(cancellationToken, session =>
        {
            LeaseTable.Release(session, lease);
            return true;
        });
    }

    /// <inheritdoc/>
    public Task SavePlanAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return _gate.WriteAsync(cancellationToken, session => PlanTable.Save(session, plan));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPlan>> ReadPlansAsync(string pair, CancellationToken cancellationToken) =>
        _gate.ReadAsync<IReadOnlyList<StoredPlan>>(cancellationToken, session => PlanTable.Read(session, pair)).AsTask();

    /// <inheritdoc/>
    public Task<StoredPlan?> FindPlanAsync(string pair, string name, CancellationToken cancellationToken) =>
        _gate.ReadAsync(cancellationToken, session => PlanTable.Find(session, pair, name)).AsTask();

    /// <inheritdoc/>
    public Task<bool> RemovePlanAsync(string pair, string name, CancellationToken cancellationToken) =>
        _gate.WriteAsync(cancellationToken, session => PlanTable.Remove(session, pair, name));

    /// <inheritdoc/>
    public Task<int> PruneAsync(Retention retention, Lease lease, int atMost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        return _gate.WriteAsync(cancellationToken, session =>
        {
            LeaseTable.Check(session, [lease]);
            return Pruning.Prune(session, retention, atMost);
        });
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, long>> EraseAsync(string pair, IReadOnlyCollection<RecordKey> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        var counts = await _gate.WriteAsync(cancellationToken, session => Erasing.Erase(session, pair, records));
        await _gate.CleanAsync(cancellationToken);
        return counts;
    }

    /// <summary>Closes the file; the write under way is waited for.</summary>
    public void Dispose() => _gate.Dispose();

    /// <summary>Closes the file; the write under way is waited for.</summary>
    /// <returns>A task that has ended.</returns>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private static void CheckCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
    }
}
