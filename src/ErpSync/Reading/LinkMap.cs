namespace ErpSync.Reading;

/// <summary>The links that a batch of records points at.</summary>
/// <param name="map">From a pointer of one side to its link.</param>
/// <param name="from">The side of the pointers.</param>
internal sealed class LinkMap(Dictionary<Ref, Link> map, Side from) : IRefTranslator
{
    public Ref Translate(Ref source) =>
        source.IsForeign ? source with { IsForeign = false }
        : map.TryGetValue(source, out var link) ? source with { Id = link.End(from == Side.First ? Side.Second : Side.First).Id }
        : source with { IsForeign = true };

    /// <summary>The side at which ErpSync created the record pointed to; null when it existed at both.</summary>
    public Side? CreatedAt(Ref source) => map.TryGetValue(source, out var link) ? link.CreatedAt : null;
}
