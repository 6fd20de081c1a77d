namespace ErpSync;

/// <summary>
/// What was written, when and why; and how it is taken back. All members throw <see cref="ErpSyncConfigurationException"/> when a pair, kind or connection is unknown,
/// and <see cref="StoreException"/> when the store cannot be used.
/// </summary>
public partial interface ISyncHistory
{
    /// <summary>Reads the journal, answered from the store without a request.</summary>
    /// <param name="query">Which entries; newest first unless told.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The entries, read as they are needed: stop when you have enough.</returns>
    IAsyncEnumerable<HistoryEntry> ReadJournalAsync(HistoryQuery query, CancellationToken cancellationToken = default);

    /// <summary>The latest runs of a pair.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The runs, latest first.</returns>
    Task<IReadOnlyList<RunRecord>> ReadRunsAsync(string pair, int count = 20, CancellationToken cancellationToken = default);

    /// <summary>What undoing would do. Reads the records as they are now and writes nothing.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="scope">What to undo: a run, a record, a field or an entry.</param>
    /// <param name="cancellationToken">Cancels the planning.</param>
    /// <returns>The steps back, those that cannot be done because somebody edited since, and what cannot be taken back at all.</returns>
    Task<UndoPlan> PlanUndoAsync(string pair, UndoScope scope, CancellationToken cancellationToken = default);

    /// <summary>
    /// Carries out an undo. What is no longer what the journal says was written is refused and listed: later edits are never destroyed.
    /// It is journalled as a run of its own and can be undone itself. A field that was set back is not carried over again: it stays open
    /// (<see cref="OpenReason.Undone"/>) until either side is edited or a person decides.
    /// </summary>
    /// <param name="plan">The plan, perhaps filtered.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What was done and what was refused.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    Task<UndoReport> UndoAsync(UndoPlan plan, CancellationToken cancellationToken = default);

    /// <summary>
    /// Erases a person's data from everything that the store keeps: the record, its counterpart and what belongs to them, in the journal, among parked and red records, intents,
    /// labels, kept plans, errors of runs, tombstones and notes. The records in the two systems are not touched, and the link stays, without a label: delete the records there first, else
    /// the next run reads them again. What was erased can no longer be undone. Copies of the store that were made before (backups) are the host's to delete.
    /// </summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The record's kind.</param>
    /// <param name="connection">The name of the connection whose id is given.</param>
    /// <param name="id">The record's id there, whether it still exists or not.</param>
    /// <param name="cancellationToken">Cancels the search; what was begun to be erased is erased.</param>
    /// <returns>What was erased, by area.</returns>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    /// <exception cref="StoreException">Also when another process reads the store's file, so that it could not be cleaned: call it again.</exception>
    Task<ForgetReport> ForgetAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default);
}
