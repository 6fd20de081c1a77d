namespace ErpSync;

/// <summary>Reads parked records. Writing goes through <see cref="ISyncStore.CommitAsync"/>.</summary>
public interface IParkedStore
{
    /// <summary>Reads parked records.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind; null for all kinds.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records, oldest first.</returns>
    IAsyncEnumerable<ParkedRecord> ReadParkedAsync(string pair, EntityKind? kind, CancellationToken cancellationToken);
}
