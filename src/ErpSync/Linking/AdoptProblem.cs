namespace ErpSync;

/// <summary>A pair of a source that was not linked.</summary>
/// <param name="Line">The number of the line, from 1; null when the source has no lines.</param>
/// <param name="FirstId">The id at the pair's first connection; null when it could not be understood.</param>
/// <param name="SecondId">The id at the second; null when it could not be understood.</param>
/// <param name="Problem">Why.</param>
public sealed record AdoptProblem(long? Line, RemoteId? FirstId, RemoteId? SecondId, SyncProblem Problem);
