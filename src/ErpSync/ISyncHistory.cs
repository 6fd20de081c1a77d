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
}
