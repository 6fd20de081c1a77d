namespace ErpSync;

/// <summary>Takes old or personal data out of a store.</summary>
public interface IErasure
{
    /// <summary>Removes some of what is older than a pair keeps: journal entries, ended runs and kept plans. Called again until nothing is left to remove.</summary>
    /// <param name="retention">What is kept.</param>
    /// <param name="lease">The lease under which it is done; the store refuses it when it has passed to another holder.</param>
    /// <param name="atMost">How many rows at most, 1 to 10,000, so that nobody waits long.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>How many rows were removed; fewer than asked means that nothing is left to remove.</returns>
    /// <exception cref="StoreException">Nothing was removed.</exception>
    Task<int> PruneAsync(Retention retention, Lease lease, int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Erases what is kept of records: journal entries, parked and red records, intents, the labels of links, and the errors of runs that name one of them. The links themselves stay.
    /// Afterwards no byte of it is left in the store's files, as far as no other process reads them at that moment.
    /// </summary>
    /// <param name="pair">The pair.</param>
    /// <param name="records">The records, both ends of each link.</param>
    /// <param name="cancellationToken">Cancels before anything is erased.</param>
    /// <returns>How many rows were erased in each area, by the area's name.</returns>
    /// <exception cref="StoreException">Nothing was erased, or the rows are erased and the files could not be cleaned (code <c>store.locked</c>): call it again.</exception>
    Task<IReadOnlyDictionary<string, long>> EraseAsync(string pair, IReadOnlyCollection<RecordKey> records, CancellationToken cancellationToken);
}
