namespace ErpSync;

/// <summary>Two records without a link that may be the same.</summary>
/// <param name="Kind">Their kind.</param>
/// <param name="FirstId">The id at the pair's first connection.</param>
/// <param name="SecondId">The id at the second.</param>
/// <param name="Score">How sure it is, 0 to 1 with two decimals; 1 when a natural key matches them and nothing else does.</param>
public sealed record MatchProposal(EntityKind Kind, RemoteId FirstId, RemoteId SecondId, decimal Score)
{
    /// <summary>What a person recognises the first record by.</summary>
    public string FirstLabel { get; init; } = "";

    /// <summary>What a person recognises the second record by.</summary>
    public string SecondLabel { get; init; } = "";

    /// <summary>What speaks for it, in words, for example <c>same barcode, similar name (0.92)</c>.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What speaks against it, in words, for example <c>different price</c>; empty when nothing does.</summary>
    public string Against { get; init; } = "";

    /// <summary>True when another proposal with one of the two records is about as good: a person must choose.</summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>True when the next run links the two by itself, by the pair's policy.</summary>
    public bool IsByPolicy { get; init; }
}
