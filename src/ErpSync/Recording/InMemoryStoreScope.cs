using System.Collections.Immutable;

namespace ErpSync;

/// <summary>The links and red records of one kind in one pair.</summary>
internal sealed record InMemoryStoreScope
{
    public static InMemoryStoreScope Empty { get; } = new();

    public ImmutableDictionary<RemoteId, long> First { get; init; } = ImmutableDictionary<RemoteId, long>.Empty;

    public ImmutableDictionary<RemoteId, long> Second { get; init; } = ImmutableDictionary<RemoteId, long>.Empty;

    public ImmutableSortedSet<long> Numbers { get; init; } = [];

    public ImmutableSortedSet<long> Open { get; init; } = [];

    public ImmutableHashSet<long> GoneAtFirst { get; init; } = [];

    public ImmutableHashSet<long> GoneAtSecond { get; init; } = [];

    public ImmutableSortedSet<Unlinked> Unlinked { get; init; } = ImmutableSortedSet.Create<Unlinked>(UnlinkedOrder.Instance);

    public ImmutableDictionary<RemoteId, long> Ids(Side side) => side == Side.First ? First : Second;

    public InMemoryStoreScope Without(Link link) => this with
    {
        First = First.Remove(link.First.Id),
        Second = Second.Remove(link.Second.Id),
        Numbers = Numbers.Remove(link.Number),
        Open = Open.Remove(link.Number),
        GoneAtFirst = GoneAtFirst.Remove(link.Number),
        GoneAtSecond = GoneAtSecond.Remove(link.Number),
    };

    public InMemoryStoreScope With(Link link) => this with
    {
        First = First.Add(link.First.Id, link.Number),
        Second = Second.Add(link.Second.Id, link.Number),
        Numbers = Numbers.Add(link.Number),
        Open = link.Open.Count == 0 ? Open : Open.Add(link.Number),
        GoneAtFirst = link.GoneAt == Side.First ? GoneAtFirst.Add(link.Number) : GoneAtFirst,
        GoneAtSecond = link.GoneAt == Side.Second ? GoneAtSecond.Add(link.Number) : GoneAtSecond,
    };

    /// <summary>The same link between the same records, in another state.</summary>
    public InMemoryStoreScope Changed(Link old, Link now) => (old.Open.Count == 0) == (now.Open.Count == 0) && old.GoneAt == now.GoneAt ? this : this with
    {
        Open = now.Open.Count == 0 ? Open.Remove(now.Number) : Open.Add(now.Number),
        GoneAtFirst = now.GoneAt == Side.First ? GoneAtFirst.Add(now.Number) : GoneAtFirst.Remove(now.Number),
        GoneAtSecond = now.GoneAt == Side.Second ? GoneAtSecond.Add(now.Number) : GoneAtSecond.Remove(now.Number),
    };

    public InMemoryStoreScope With(Unlinked record) => this with { Unlinked = Unlinked.Remove(record).Add(record) };

    public InMemoryStoreScope WithoutUnlinked(RecordKey key) => this with { Unlinked = Unlinked.Remove(UnlinkedOrder.Probe(key)) };

    public InMemoryStoreScope WithoutUnlinkedBefore(DateTimeOffset instant) => this with { Unlinked = Unlinked.Except(Unlinked.Where(record => record.SeenAt < instant)) };

    /// <summary>By side, then by the bytes of the id's UTF-8 text, as databases order texts.</summary>
    private sealed class UnlinkedOrder : IComparer<Unlinked>
    {
        public static UnlinkedOrder Instance { get; } = new();

        public static Unlinked Probe(RecordKey key) => new(key.Pair, key.Kind, key.Side, key.Id, new SyncProblem(ProblemKind.NotFound, "", ""));

        public int Compare(Unlinked? x, Unlinked? y)
        {
            var bySide = x!.Side.CompareTo(y!.Side);
            return bySide != 0 ? bySide : CompareUtf8(x.Id.Value, y.Id.Value);
        }

        private static int CompareUtf8(string x, string y)
        {
            var same = x.AsSpan().CommonPrefixLength(y);
            return same == x.Length || same == y.Length
                ? x.Length.CompareTo(y.Length)
                : Rank(x[same]).CompareTo(Rank(y[same]));
        }

        // Surrogates stand for code points above U+FFFF, so they come behind all other characters.
        private static int Rank(char character) => char.IsSurrogate(character) ? character + 0x10000 : character;
    }
}
