namespace ErpSync;

/// <summary>Reads the journal. Writing goes through <see cref="ISyncStore.CommitAsync"/>.</summary>
public interface IJournalStore
{
    /// <summary>Reads entries in the order in which they were written, or the other way round.</summary>
    /// <param name="query">Which ones.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The entries.</returns>
    IAsyncEnumerable<JournalEntry> ReadJournalAsync(JournalQuery query, CancellationToken cancellationToken);
}
