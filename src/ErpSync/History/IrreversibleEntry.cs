namespace ErpSync;

/// <summary>A write that cannot be taken back.</summary>
/// <param name="Entry">The entry of the journal.</param>
/// <param name="Problem">Why, and in <see cref="SyncProblem.Remedy"/> the correcting document or step.</param>
public sealed record IrreversibleEntry(HistoryEntry Entry, SyncProblem Problem);
