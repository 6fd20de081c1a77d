namespace ErpSync;

/// <summary>What an undo did. It is a run of its own, which can be undone again.</summary>
/// <param name="Report">What was done, counted as in any run; <see cref="SyncReport.Run"/> is the run to undo if the undo itself is to be taken back.</param>
/// <param name="Refused">The entries that were not carried out: later edits are never destroyed.</param>
public sealed record UndoReport(SyncReport Report, IReadOnlyList<RefusedUndo> Refused);
