using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>
/// A store in memory, for tests and trial runs: it keeps every promise of <see cref="ISyncStore"/> except that nothing outlives the object.
/// Within one commit, removals come before additions, and links are checked one by one in the order given.
/// </summary>
public sealed class InMemoryStore : ISyncStore
{
    private const int MostAtOnce = 1000;
    private readonly Lock _writing = new();
    private volatile InMemoryStoreState _state = new();

    /// <inheritdoc/>
    public Task OpenAsync(CancellationToken cancellationToken) => Completed(cancellationToken, () => true);

    /// <inheritdoc/>
    public Task CommitAsync(StoreChanges changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Completed(cancellationToken, () => Change(state => (state.Apply(changes), true)));
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Link>> FindLinksAsync(string pair, EntityKind kind, Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        return Answer<IReadOnlyList<Link>>(cancellationToken, state =>
        {
            var known = state.Scope(pair, kind).Ids(side);
            return [.. ids.Distinct().Where(known.ContainsKey).Select(id => state.Links[known[id]])];
        });
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Link>> GetLinksAsync(string pair, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(numbers.Count, MostAtOnce, nameof(numbers));
        return Answer<IReadOnlyList<Link>>(cancellationToken, state =>
            [.. numbers.Distinct().Where(state.Links.ContainsKey).Select(number => state.Links[number]).Where(link => link.Pair == pair)]);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Link>> ReadLinksAsync(string pair, EntityKind kind, long after, int count, bool openOnly, CancellationToken cancellationToken)
    {
        CheckCount(count);
        return Answer<IReadOnlyList<Link>>(cancellationToken, state =>
        {
            var scope = state.Scope(pair, kind);
            var numbers = openOnly ? scope.Open : scope.Numbers;
            return [.. Behind(numbers, after).Take(count).Select(number => state.Links[number])];
        });
    }

    /// <inheritdoc/>
    public ValueTask<LinkCounts> CountAsync(string pair, EntityKind kind, CancellationToken cancellationToken) => Answer(cancellationToken, state =>
    {
        var scope = state.Scope(pair, kind);
        return new LinkCounts(scope.Numbers.Count, scope.Open.Count, scope.Unlinked.Count) { GoneAtFirst = scope.GoneAtFirst.Count, GoneAtSecond = scope.GoneAtSecond.Count };
    });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Unlinked>> ReadUnlinkedAsync(string pair, EntityKind kind, Unlinked? after, int count, CancellationToken cancellationToken)
    {
        CheckCount(count);
        return Answer<IReadOnlyList<Unlinked>>(cancellationToken, state =>
        {
            var records = state.Scope(pair, kind).Unlinked;
            return [.. (after is null ? records : Behind(records, after)).Take(count)];
        });
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Tombstone>> FindTombstonesAsync(string pair, EntityKind kind, Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ids);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, MostAtOnce, nameof(ids));
        return Answer<IReadOnlyList<Tombstone>>(cancellationToken, state => state.Tombstones.TryGetValue((pair, kind), out var known) ? known.Find(side, ids) : []);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Tombstone>> FindTombstonesByKeyAsync(string pair, EntityKind kind, IReadOnlyCollection<string> keyHashes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keyHashes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keyHashes.Count, MostAtOnce, nameof(keyHashes));
        return Answer<IReadOnlyList<Tombstone>>(cancellationToken, state => state.Tombstones.TryGetValue((pair, kind), out var known) ? known.FindByKey(keyHashes) : []);
    }

    /// <inheritdoc/>
    public ValueTask<string?> GetTextAsync(string pair, string key, CancellationToken cancellationToken) =>
        Answer(cancellationToken, state => state.Texts.GetValueOrDefault((pair, key)));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyValuePair<string, string>>> ReadTextsAsync(string pair, string prefix, CancellationToken cancellationToken) =>
        Answer<IReadOnlyList<KeyValuePair<string, string>>>(cancellationToken, state =>
            [.. state.Texts.Where(text => text.Key.Pair == pair && text.Key.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(text => KeyValuePair.Create(text.Key.Key, text.Value))]);

    /// <inheritdoc/>
    public Task AddIntentsAsync(IReadOnlyCollection<Intent> intents, IReadOnlyCollection<Lease> leases, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(intents);
        ArgumentNullException.ThrowIfNull(leases);
        return Completed(cancellationToken, () => Change(state => (intents.Aggregate(state.Under(leases), (next, intent) => next.With(intent)), true)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Intent>> ReadIntentsAsync(string pair, EntityKind kind, CancellationToken cancellationToken) =>
        Completed<IReadOnlyList<Intent>>(cancellationToken, () =>
            [.. _state.Intents.Values.Where(row => row.Intent.Pair == pair && row.Intent.Kind == kind).OrderBy(row => row.Intent.CreatedAt).ThenBy(row => row.Order).Select(row => row.Intent)]);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ParkedRecord> ReadParkedAsync(string pair, EntityKind? kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = _state.Parked.Values.Where(row => row.Record.Pair == pair && (kind is null || row.Record.Kind == kind));
        foreach (var (_, record) in rows.OrderBy(row => row.Record.ParkedAt).ThenBy(row => row.Order))
            yield return await Completed(cancellationToken, () => record);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ReadJournalAsync(JournalQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        foreach (var entry in _state.Select(query))
            yield return await Completed(cancellationToken, () => entry);
    }

    /// <inheritdoc/>
    public Task<long> BeginRunAsync(RunRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Completed(cancellationToken, () => Change(state =>
        {
            var number = state.LastRun + 1;
            return (state with { Runs = state.Runs.Add(number, run with { Number = number }), LastRun = number }, number);
        }));
    }

    /// <inheritdoc/>
    /// <exception cref="StoreException">The run was never begun here.</exception>
    public Task EndRunAsync(RunRecord run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Completed(cancellationToken, () => Change(state => !state.Runs.TryGetValue(run.Number, out var known) || known.Pair != run.Pair
            ? throw new StoreException(StoreProblems.RunMissing(run))
            : (state with { Runs = state.Runs.SetItem(run.Number, run) }, true)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RunRecord>> ReadRunsAsync(string pair, int count, CancellationToken cancellationToken) =>
        Completed<IReadOnlyList<RunRecord>>(cancellationToken, () => [.. _state.Runs.Values.Reverse().Where(run => run.Pair == pair).Take(count)]);

    /// <inheritdoc/>
    public Task<Lease?> TryTakeLeaseAsync(string name, string holder, DateTimeOffset now, TimeSpan duration, CancellationToken cancellationToken) =>
        Completed(cancellationToken, () => Change<Lease?>(state =>
        {
            var known = state.Leases.TryGetValue(name, out var row);
            var mine = known && !row.Released && row.Lease.Holder == holder;
            if (known && !row.Released && !mine && row.Lease.Until > now)
                return (state, null);
            var token = mine ? row.Lease.FencingToken : (known ? row.Lease.FencingToken : 0) + 1;
            var lease = new Lease(name, holder, token, now + duration);
            return (state with { Leases = state.Leases.SetItem(name, (lease, Released: false)) }, lease);
        }));

    /// <inheritdoc/>
    public Task<Lease?> ReadLeaseAsync(string name, CancellationToken cancellationToken) =>
        Completed(cancellationToken, () => _state.Leases.TryGetValue(name, out var row) && !row.Released ? row.Lease : null);

    /// <inheritdoc/>
    public Task ReleaseLeaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return Completed(cancellationToken, () => Change(state =>
            state.Leases.TryGetValue(lease.Name, out var row) && row.Lease.FencingToken == lease.FencingToken && row.Lease.Holder == lease.Holder
                ? (state with { Leases = state.Leases.SetItem(lease.Name, (row.Lease, Released: true)) }, true)
                : (state, false)));
    }

    /// <inheritdoc/>
    public Task SavePlanAsync(StoredPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Completed(cancellationToken, () => Change(state =>
            (state with { Plans = state.Plans.SetItem((plan.Pair, plan.Name), plan with { Content = plan.Content.ToArray() }) }, true)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredPlan>> ReadPlansAsync(string pair, CancellationToken cancellationToken) => Completed<IReadOnlyList<StoredPlan>>(cancellationToken, () =>
        [.. _state.Plans.Values.Where(plan => plan.Pair == pair).OrderByDescending(plan => plan.MadeAt).ThenBy(plan => plan.Name, StringComparer.Ordinal).Select(plan => plan with { Content = default })]);

    /// <inheritdoc/>
    public Task<StoredPlan?> FindPlanAsync(string pair, string name, CancellationToken cancellationToken) =>
        Completed(cancellationToken, () => _state.Plans.GetValueOrDefault((pair, name)));

    /// <inheritdoc/>
    public Task<bool> RemovePlanAsync(string pair, string name, CancellationToken cancellationToken) => Completed(cancellationToken, () =>
        Change(state => (state with { Plans = state.Plans.Remove((pair, name)) }, state.Plans.ContainsKey((pair, name)))));

    /// <inheritdoc/>
    public Task<int> PruneAsync(Retention retention, Lease lease, int atMost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(retention);
        ArgumentNullException.ThrowIfNull(lease);
        return Completed(cancellationToken, () => Change(state => state.Prune(retention, lease, atMost)));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, long>> EraseAsync(string pair, IReadOnlyCollection<RecordKey> records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(records);
        return Completed(cancellationToken, () => Change(state => state.Erase(pair, records)));
    }

    private static void CheckCount(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MostAtOnce);
    }

    private static IEnumerable<T> Behind<T>(System.Collections.Immutable.ImmutableSortedSet<T> set, T item)
    {
        var index = set.IndexOf(item);
        for (index = index < 0 ? ~index : index + 1; index < set.Count; index++)
            yield return set[index];
    }

    private static Task<T> Completed<T>(CancellationToken cancellationToken, Func<T> work)
    {
        if (cancellationToken.IsCancellationRequested)
            return Task.FromCanceled<T>(cancellationToken);
        try
        {
            return Task.FromResult(work());
        }
        catch (StoreException exception)
        {
            return Task.FromException<T>(exception);
        }
    }

    private ValueTask<T> Answer<T>(CancellationToken cancellationToken, Func<InMemoryStoreState, T> read) => new(Completed(cancellationToken, () => read(_state)));

    private T Change<T>(Func<InMemoryStoreState, (InMemoryStoreState Next, T Result)> change)
    {
        lock (_writing)
        {
            var (next, result) = change(_state);
            _state = next;
            return result;
        }
    }
}
