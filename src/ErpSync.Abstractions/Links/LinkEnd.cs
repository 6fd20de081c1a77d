namespace ErpSync;

/// <summary>One end of a link: the record there, and what the two systems last agreed on as that system holds it.</summary>
/// <param name="Id">The record's id.</param>
public sealed record LinkEnd(RemoteId Id)
{
    /// <summary>The keyed, truncated hash of the whole record when it was last compared; empty when it never was. Decides "unchanged".</summary>
    public ReadOnlyMemory<byte> Fingerprint { get; init; }

    /// <summary>The engine's memory of the agreed fields, opaque to stores; empty when nothing was agreed yet.</summary>
    public ReadOnlyMemory<byte> Base { get; init; }

    /// <summary>The listing's stamp when the record was last compared; null when the listing tells none.</summary>
    public string? Stamp { get; init; }
}
