namespace ErpSync;

/// <summary>Which proposals are accepted.</summary>
/// <param name="Kind">The kind.</param>
public sealed record Acceptance(EntityKind Kind)
{
    /// <summary>The least score; 0 for any.</summary>
    public decimal MinScore { get; init; }

    /// <summary>Which of them; null for all.</summary>
    public Func<MatchProposal, bool>? Where { get; init; }

    /// <summary>True to accept ambiguous ones too, the best for each record; false unless told.</summary>
    public bool IncludeAmbiguous { get; init; }
}
