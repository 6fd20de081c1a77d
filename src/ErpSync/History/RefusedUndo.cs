namespace ErpSync;

/// <summary>An entry of an undo that was not carried out.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Problem">Why; its code begins with <c>undo.</c>.</param>
public sealed record RefusedUndo(UndoEntry Entry, SyncProblem Problem);
