using System.Collections.Immutable;

namespace ErpSync;

/// <summary>The tombstones of one kind in one pair. There are few of them at a time, so hashes of keys are looked up by going through them once per call.</summary>
internal sealed record InMemoryTombstones
{
    private static readonly InMemoryTombstones Empty = new();

    private ImmutableDictionary<(RemoteId First, RemoteId Second), (long Order, Tombstone Tombstone)> All { get; init; } =
        ImmutableDictionary<(RemoteId First, RemoteId Second), (long Order, Tombstone Tombstone)>.Empty;

    private long LastOrder { get; init; }

    public static ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryTombstones> Apply(ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryTombstones> scopes, StoreChanges changes)
    {
        foreach (var (pair, kind, first, second) in changes.RemovedTombstones)
            scopes = Set(scopes, pair, kind, known => known with { All = known.All.Remove((first, second)) });
        foreach (var (pair, kind, usedBefore) in changes.ForgetTombstones)
            scopes = Set(scopes, pair, kind, known => known with { All = known.All.RemoveRange(known.All.Where(row => row.Value.Tombstone.UsedAt < usedBefore).Select(row => row.Key)) });
        foreach (var tombstone in changes.Tombstones)
            scopes = Set(scopes, tombstone.Pair, tombstone.Kind, known => known.With(tombstone));
        return scopes;
    }

    public IReadOnlyList<Tombstone> Find(Side side, IReadOnlyCollection<RemoteId> ids)
    {
        var wanted = ids.ToHashSet();
        return Latest(tombstone => wanted.Contains(tombstone.Id(side)));
    }

    public IReadOnlyList<Tombstone> FindByKey(IReadOnlyCollection<string> keyHashes)
    {
        var wanted = keyHashes.ToHashSet(StringComparer.Ordinal);
        return Latest(tombstone => tombstone.KeyHash is { } hash && wanted.Contains(hash));
    }

    private static ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryTombstones> Set(
        ImmutableDictionary<(string Pair, EntityKind Kind), InMemoryTombstones> scopes, string pair, EntityKind kind, Func<InMemoryTombstones, InMemoryTombstones> change) =>
        scopes.SetItem((pair, kind), change(scopes.GetValueOrDefault((pair, kind), Empty)));

    private InMemoryTombstones With(Tombstone tombstone)
    {
        var key = (tombstone.FirstId, tombstone.SecondId);
        var order = All.TryGetValue(key, out var known) ? known.Order : LastOrder + 1;
        var stored = tombstone with { FirstBase = tombstone.FirstBase.ToArray(), SecondBase = tombstone.SecondBase.ToArray() };
        return this with { All = All.SetItem(key, (order, stored)), LastOrder = Math.Max(LastOrder, order) };
    }

    private IReadOnlyList<Tombstone> Latest(Func<Tombstone, bool> wanted) =>
        [.. All.Values.Where(row => wanted(row.Tombstone)).OrderByDescending(row => row.Tombstone.At).ThenByDescending(row => row.Order).Select(row => row.Tombstone)];
}
