namespace ErpSync;

/// <summary>A red record, as it was last seen.</summary>
/// <param name="Pair">The pair's name.</param>
/// <param name="Kind">The record's kind.</param>
/// <param name="Side">Where it is.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Problem">Why it is not linked.</param>
public sealed record Unlinked(string Pair, EntityKind Kind, Side Side, RemoteId Id, SyncProblem Problem)
{
    /// <summary>What a person recognises the record by; null when unknown.</summary>
    public string? Label { get; init; }

    /// <summary>The ids of the candidates at the other side; empty when there is none.</summary>
    public ValueList<RemoteId> Candidates { get; init; } = [];

    /// <summary>When it was last seen, in UTC.</summary>
    public DateTimeOffset SeenAt { get; init; }
}
