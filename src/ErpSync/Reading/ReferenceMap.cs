namespace ErpSync.Reading;

/// <summary>The counterparts of reference data, as the host told them.</summary>
internal sealed class ReferenceMap
{
    private readonly Dictionary<RemoteId, RemoteId> _toSecond = [];
    private readonly Dictionary<RemoteId, RemoteId> _toFirst = [];

    public ReferenceMap(ReferenceMapBuilder builder)
    {
        Parks = builder.Parks;
        foreach (var (first, second) in builder.Rows)
        {
            _toSecond.TryAdd(first, second);
            _toFirst.TryAdd(second, first);
        }

        Signature = string.Join(',', builder.Rows.Select(row => $"{row.First}={row.Second}"));
    }

    /// <summary>Whether a value without a row parks the record.</summary>
    public bool Parks { get; }

    /// <summary>Changes whenever a row does.</summary>
    public string Signature { get; }

    /// <summary>The ids of a side that have a row.</summary>
    public IReadOnlyCollection<RemoteId> IdsAt(Side side) => (side == Side.First ? _toSecond : _toFirst).Keys;

    /// <summary>The counterpart at the other side; null for none.</summary>
    public RemoteId? Find(Side from, RemoteId id) => (from == Side.First ? _toSecond : _toFirst).TryGetValue(id, out var other) ? other : null;

    /// <summary>The record that stands for all with the same counterpart.</summary>
    public RemoteId Canonical(Side from, RemoteId id) =>
        Find(from, id) is { } other && Find(from == Side.First ? Side.Second : Side.First, other) is { } back ? back : id;
}
