using System.Collections.Immutable;

namespace ErpSync;

/// <summary>All that the in-memory store holds at one moment. A commit makes the next state or throws, so it happens whole or not at all.</summary>
internal sealed record InMemoryStoreState
{
    public ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryStoreScope> Scopes { get; init; } = ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryStoreScope>.Empty;

    public ImmutableDictionary<long, Link> Links { get; init; } = ImmutableDictionary<long, Link>.Empty;

    public ImmutableDictionary<(string Pair, string Token), (long Order, Intent Intent)> Intents { get; init; } = ImmutableDictionary<(string Pair, string Token), (long Order, Intent Intent)>.Empty;

    public ImmutableDictionary<RecordKey, (long Order, ParkedRecord Record)> Parked { get; init; } = ImmutableDictionary<RecordKey, (long Order, ParkedRecord Record)>.Empty;

    public ImmutableSortedDictionary<long, JournalEntry> Journal { get; init; } = ImmutableSortedDictionary<long, JournalEntry>.Empty;

    public ImmutableSortedDictionary<long, RunRecord> Runs { get; init; } = ImmutableSortedDictionary<long, RunRecord>.Empty;

    public ImmutableDictionary<(string Pair, string Name), StoredPlan> Plans { get; init; } = ImmutableDictionary<(string Pair, string Name), StoredPlan>.Empty;

    public long LastEntry { get; init; }

    public long LastRun { get; init; }

    public ImmutableDictionary<(string Pair, string Key), string> Texts { get; init; } = ImmutableDictionary<(string Pair, string Key), string>.Empty;

    public ImmutableDictionary<string, (Lease Lease, bool Released)> Leases { get; init; } = ImmutableDictionary<string, (Lease Lease, bool Released)>.Empty;

    public ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryTombstones> Tombstones { get; init; } = ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryTombstones>.Empty;

    private long LastLink { get; init; }

    private long LastOrder { get; init; }

    public InMemoryStoreScope Scope(string pair, EntityKind kind) => Scopes.GetValueOrDefault((pair, kind), InMemoryStoreScope.Empty);

    public InMemoryStoreState Apply(StoreChanges changes)
    {
        var next = changes.RemovedLinks.Aggregate(Under(changes.Lease is { } lease ? [lease, .. changes.WriterLeases] : changes.WriterLeases), (state, number) => state.Without(number));
        next = changes.Links.Aggregate(next, (state, link) => state.With(link));
        next = changes.NoLongerUnlinked.Aggregate(next, (state, key) => state.Scope(key.Pair, key.Kind).Unlinked.IsEmpty ? state : state.Set(key.Pair, key.Kind, scope => scope.WithoutUnlinked(key)));
        next = changes.ForgetUnlinked.Aggregate(next, (state, old) => state.Set(old.Pair, old.Kind, scope => scope.WithoutUnlinkedBefore(old.SeenBefore)));
        next = changes.Unlinked.Aggregate(next, (state, record) => state.Set(record.Pair, record.Kind, scope => scope.With(record with { Problem = StoreProblems.Bounded(record.Problem) })));
        next = next with { Intents = next.Intents.RemoveRange(changes.DoneIntents) };
        next = next with { Parked = next.Parked.RemoveRange(changes.NoLongerParked) };
        next = changes.Parked.Aggregate(next, (state, record) => state.With(record));
        next = next with { Tombstones = InMemoryTombstones.Apply(next.Tombstones, changes) };
        next = next.With(changes.Journal);
        next = changes.Texts.Aggregate(next, (state, text) => state with
        {
            Texts = text.Text is null ? state.Texts.Remove((text.Pair, text.Key)) : state.Texts.SetItem((text.Pair, text.Key), text.Text),
        });
        return changes.NewTexts.Aggregate(next, (state, text) => state.Texts.ContainsKey((text.Pair, text.Key)) ? state : state with { Texts = state.Texts.Add((text.Pair, text.Key), text.Text) });
    }

    /// <summary>This state, provided that the leases are held.</summary>
    public InMemoryStoreState Under(IReadOnlyCollection<Lease> leases) =>
        leases.FirstOrDefault(lease => !Holds(lease)) is { } lost ? throw new StoreException(StoreProblems.LeaseLost(lost)) : this;

    public InMemoryStoreState With(Intent intent)
    {
        var key = (intent.Pair, intent.Token);
        var order = Intents.TryGetValue(key, out var old) ? old.Order : LastOrder + 1;
        return this with { Intents = Intents.SetItem(key, (order, intent with { Expected = intent.Expected.ToArray() })), LastOrder = Math.Max(LastOrder, order) };
    }

    public InMemoryStoreState With(IList<JournalEntry> entries) => this with
    {
        Journal = Journal.AddRange(entries.Select((entry, index) => KeyValuePair.Create(LastEntry + index + 1, entry with { Number = LastEntry + index + 1 }))),
        LastEntry = LastEntry + entries.Count,
    };

    public bool Holds(Lease lease) => Leases.TryGetValue(lease.Name, out var held) && !held.Released && held.Lease.FencingToken == lease.FencingToken;

    public InMemoryStoreState Set(string pair, EntityKind kind, Func<InMemoryStoreScope, InMemoryStoreScope> change) =>
        this with { Scopes = Scopes.SetItem((pair, kind), change(Scope(pair, kind))) };

    private static LinkEnd Copy(LinkEnd end) => end with { Fingerprint = end.Fingerprint.ToArray(), Base = end.Base.ToArray() };

    private InMemoryStoreState Without(long number) => Links.TryGetValue(number, out var link)
        ? Set(link.Pair, link.Kind, scope => scope.Without(link)) with { Links = Links.Remove(number) }
        : this;

    private InMemoryStoreState With(Link link)
    {
        var state = this;
        if (link.Number != 0)
        {
            if (!Links.TryGetValue(link.Number, out var old) || old.Pair != link.Pair || old.Kind != link.Kind)
                throw new StoreException(StoreProblems.LinkMissing(link));
            if (old.First.Id == link.First.Id && old.Second.Id == link.Second.Id)
                return Set(link.Pair, link.Kind, scope => scope.Changed(old, link)) with { Links = Links.SetItem(link.Number, link with { First = Copy(link.First), Second = Copy(link.Second) }) };
            state = Without(link.Number);
        }
        foreach (var side in (ReadOnlySpan<Side>)[Side.First, Side.Second])
        {
            if (state.Scope(link.Pair, link.Kind).Ids(side).TryGetValue(link.End(side).Id, out var taken))
                throw new StoreException(StoreProblems.LinkExists(link, side, state.Links[taken]));
        }
        var stored = link with { Number = link.Number == 0 ? LastLink + 1 : link.Number, First = Copy(link.First), Second = Copy(link.Second) };
        return state.Set(link.Pair, link.Kind, scope => scope.With(stored)) with
        {
            Links = state.Links.Add(stored.Number, stored),
            LastLink = Math.Max(LastLink, stored.Number),
        };
    }

    private InMemoryStoreState With(ParkedRecord record)
    {
        var key = new RecordKey(record.Pair, record.Kind, record.Side, record.Id);
        var order = Parked.TryGetValue(key, out var old) ? old.Order : LastOrder + 1;
        return this with { Parked = Parked.SetItem(key, (order, record with { Problem = StoreProblems.Bounded(record.Problem) })), LastOrder = Math.Max(LastOrder, order) };
    }
}
