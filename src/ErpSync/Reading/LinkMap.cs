namespace ErpSync.Reading;

/// <summary>The links that a batch of records points at.</summary>
/// <param name="map">From a pointer of one side to its link.</param>
/// <param name="from">The side of the pointers.</param>
/// <param name="planned">Links that a run would have made by now; null in runs.</param>
/// <param name="reference">Reference data that the host mapped.</param>
internal sealed class LinkMap(Dictionary<Ref, Link> map, Side from, PlannedLinks? planned, IReadOnlyDictionary<EntityKind, ReferenceMap> reference) : IRefTranslator
{
    public static LinkMap None { get; } = new([], Side.First, null, new Dictionary<EntityKind, ReferenceMap>());

    public Ref Translate(Ref source)
    {
        if (source.IsForeign)
            return source with { IsForeign = false };
        if (reference.TryGetValue(source.Kind, out var known))
            return known.Find(from, source.Id) is { } mapped ? source with { Id = mapped } : source with { IsForeign = true };
        if (map.TryGetValue(source, out var link) && link.GoneAt is null)
            return source with { Id = link.End(from == Side.First ? Side.Second : Side.First).Id };
        return planned is not null && planned.TryFind(source.Kind, from, source.Id, out var other)
            ? source with { Id = other ?? new RemoteId($"+{source.Id.Value}") } // to be created there, under an id that nobody knows yet
            : source with { IsForeign = true };
    }

    /// <summary>The pointer that stands for all of its side with the same counterpart; the pointer itself unless several reference records are mapped to one.</summary>
    public Ref Canonical(Ref source) => !source.IsForeign && reference.TryGetValue(source.Kind, out var known) ? source with { Id = known.Canonical(from, source.Id) } : source;

    /// <summary>The side at which ErpSync created the record pointed to; null when it existed at both.</summary>
    public Side? CreatedAt(Ref source) => map.TryGetValue(source, out var link) ? link.CreatedAt : null;

    /// <summary>True when a run would create the counterpart of the record pointed to.</summary>
    public bool WillBeCreated(Ref source) => planned is not null && planned.TryFind(source.Kind, from, source.Id, out var other) && other is null;
}
