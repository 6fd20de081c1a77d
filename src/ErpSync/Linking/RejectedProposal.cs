namespace ErpSync;

/// <summary>Two records of which a person said that they are not the same.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="FirstId">The id at the pair's first connection.</param>
/// <param name="SecondId">The id at the second.</param>
/// <param name="At">When, in UTC.</param>
public sealed record RejectedProposal(EntityKind Kind, RemoteId FirstId, RemoteId SecondId, DateTimeOffset At);
