namespace ErpSync;

/// <summary>A record of a pair with its colour.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Colour">The colour.</param>
/// <param name="FirstId">Its id at the pair's first connection; null when it is not there.</param>
/// <param name="SecondId">Its id at the second connection; null when it is not there.</param>
public sealed record RecordView(EntityKind Kind, LinkColour Colour, RemoteId? FirstId, RemoteId? SecondId)
{
    /// <summary>What a person recognises it by; the id when nothing better is known.</summary>
    public string Label { get; init; } = "";

    /// <summary>Orange: the fields that differ; red and green: empty.</summary>
    public IReadOnlyList<FieldDifference> Differences { get; init; } = [];

    /// <summary>Why it has this colour, in words of the configured language.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The stable code of the reason; null where an older version stored words only.</summary>
    public string? ReasonCode { get; init; }

    /// <summary>Ambiguous red records: the ids of the candidates at the other connection or, for repeated keys, at the same one.</summary>
    public IReadOnlyList<RemoteId> Candidates { get; init; } = [];

    /// <summary>Not empty for the one line, without ids, that comes first where the brake holds the kind: the mass changes that a person must confirm.</summary>
    public IReadOnlyList<MassChangeCount> MassChanges { get; init; } = [];

    /// <summary>True for red records that fit several others, which must not be guessed.</summary>
    public bool IsAmbiguous => Candidates.Count > 0;

    /// <summary>Since when it is orange, in UTC; null when unknown or not orange.</summary>
    public DateTimeOffset? Since { get; init; }
}
