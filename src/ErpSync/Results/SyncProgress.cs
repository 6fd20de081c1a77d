namespace ErpSync;

/// <summary>How far a run, a plan or an inspection is.</summary>
/// <param name="Kind">The kind being worked on.</param>
/// <param name="Phase">What is being done with it.</param>
/// <param name="Done">How many records are done in this phase.</param>
/// <param name="Total">How many there are in this phase; null while unknown.</param>
public readonly record struct SyncProgress(EntityKind Kind, SyncPhase Phase, long Done, long? Total);
