namespace ErpSync.Control;

/// <summary>A person's word on parked records.</summary>
internal sealed class ParkedControl(EngineSetup setup, ISyncStore store, TimeProvider clock)
{
    public async Task<IReadOnlyList<ParkedView>> ListAsync(ParkedQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfNegative(query.Skip);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Count, 1);
        var pair = setup.Pair(query.Pair);
        Side? side = query.Connection is { } name ? pair.SideOf(name) : null;
        await store.OpenAsync(cancellationToken);
        var page = new List<ParkedView>();
        var left = query.Skip;
        await foreach (var record in store.ReadParkedAsync(query.Pair, query.Kind, cancellationToken))
        {
            if ((side is not null && record.Side != side)
                || (query.Code is not null && !string.Equals(record.Problem.Code, query.Code, StringComparison.Ordinal))
                || (query.State is not null && record.State != query.State)
                || left-- > 0)
                continue;
            page.Add(View(pair, record));
            if (page.Count == query.Count)
                break;
        }

        return page;
    }

    public async Task<bool> RetryAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken)
    {
        var side = setup.Pair(pair).SideOf(connection);
        await store.OpenAsync(cancellationToken);
        var changes = new StoreChanges();
        foreach (var record in await FindAsync(pair, kind, side, id, cancellationToken))
            changes.Parked.Add(record with { State = ParkedState.Waiting, Attempts = 0, RetryAt = clock.GetUtcNow() });
        if (changes.IsEmpty)
            return false;
        await store.CommitAsync(changes, cancellationToken);
        return true;
    }

    public async Task SkipAsync(string pair, EntityKind kind, string connection, RemoteId id, bool forGood, CancellationToken cancellationToken)
    {
        var side = setup.Pair(pair).SideOf(connection);
        await store.OpenAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var state = forGood ? ParkedState.Skipped : ParkedState.SkippedUntilChanged;
        var changes = new StoreChanges();
        foreach (var record in await FindAsync(pair, kind, side, id, cancellationToken))
            changes.Parked.Add(record with { State = state, RetryAt = null });
        if (changes.IsEmpty)
        {
            var problem = new SyncProblem(ProblemKind.Rejected, "parked.skipped", "A person said to leave it alone.") { Connection = connection, EntityKind = kind, Id = id };
            changes.Parked.Add(new ParkedRecord(pair, kind, side, id, problem) { State = state, Attempts = 0, ParkedAt = now });
        }

        await store.CommitAsync(changes, cancellationToken);
    }

    public async Task RelinkAsync(string pair, EntityKind kind, string connection, RemoteId id, RemoteId counterpart, CancellationToken cancellationToken)
    {
        var side = setup.Pair(pair).SideOf(connection);
        var (first, second) = side == Side.First ? (id, counterpart) : (counterpart, id);
        var (context, kinds) = await setup.OpenAsync(new SyncRequest(pair) { Kinds = [kind] }, null, run: 0, lease: null, cancellationToken, mayWrite: true);
        var old = (await store.FindLinksAsync(pair, kind, side, [id], cancellationToken)).FirstOrDefault();
        if (old is not null && old.First.Id == first && old.Second.Id == second)
            return;
        await kinds[0].Open(context).LinkAsync(first, second, cancellationToken, replaced: old);
        var changes = new StoreChanges();
        if (old is not null)
        {
            var reason = Reasons.Relinked(old.End(PairDefinition.Other(side)).Id);
            changes.Journal.Add(new JournalEntry(pair, 0, kind, side, id, JournalAction.Unlinked, clock.GetUtcNow(), reason));
            changes.Journal.Add(new JournalEntry(pair, 0, kind, Side.First, first, JournalAction.Linked, clock.GetUtcNow(), Reasons.ByHand) { NewValue = $"\"{second.Value}\"" });
        }

        foreach (var key in new[] { new RecordKey(pair, kind, Side.First, first), new RecordKey(pair, kind, Side.Second, second) })
            changes.NoLongerParked.Add(key);
        await store.CommitAsync(changes, cancellationToken);
    }

    public async Task<bool> ForgetAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken)
    {
        var side = setup.Pair(pair).SideOf(connection);
        await store.OpenAsync(cancellationToken);
        var link = (await store.FindLinksAsync(pair, kind, side, [id], cancellationToken)).FirstOrDefault();
        var keys = link is null
            ? [new RecordKey(pair, kind, side, id)]
            : new[] { new RecordKey(pair, kind, Side.First, link.First.Id), new RecordKey(pair, kind, Side.Second, link.Second.Id) };
        var known = link is not null;
        var changes = new StoreChanges();
        foreach (var key in keys)
        {
            known |= (await FindAsync(pair, kind, key.Side, key.Id, cancellationToken)).Count > 0;
            changes.NoLongerParked.Add(key);
            changes.NoLongerUnlinked.Add(key);
        }

        if (link is not null)
        {
            changes.RemovedLinks.Add(link.Number);
            changes.Journal.Add(new JournalEntry(pair, 0, kind, side, id, JournalAction.Unlinked, clock.GetUtcNow(), Reasons.Forgotten));
        }

        foreach (var key in keys)
        {
            foreach (var stone in await store.FindTombstonesAsync(pair, kind, key.Side, [key.Id], cancellationToken))
            {
                changes.RemovedTombstones.Add((stone.Pair, stone.Kind, stone.FirstId, stone.SecondId));
                known = true;
            }
        }

        await store.CommitAsync(changes, cancellationToken);
        return known;
    }

    /// <summary>The parked entries of a record: its own, and that of its counterpart, under which a failed write may be kept.</summary>
    private async Task<IReadOnlyList<ParkedRecord>> FindAsync(string pair, EntityKind kind, Side side, RemoteId id, CancellationToken cancellationToken)
    {
        var ids = new HashSet<(Side, RemoteId)> { (side, id) };
        foreach (var link in await store.FindLinksAsync(pair, kind, side, [id], cancellationToken))
            ids.UnionWith([(Side.First, link.First.Id), (Side.Second, link.Second.Id)]);
        var found = new List<ParkedRecord>();
        await foreach (var record in store.ReadParkedAsync(pair, kind, cancellationToken))
        {
            if (ids.Contains((record.Side, record.Id)))
                found.Add(record);
        }

        return found;
    }

    private ParkedView View(PairDefinition pair, ParkedRecord record) => new(record.Kind, pair.NameOf(record.Side), record.Id, record.Problem)
    {
        Label = record.Label ?? record.Id.Value,
        Reason = setup.Parts.Texts.Sentence(record.Problem),
        State = record.State,
        Attempts = record.Attempts,
        ParkedAt = record.ParkedAt,
        RetryAt = record.RetryAt,
    };
}
