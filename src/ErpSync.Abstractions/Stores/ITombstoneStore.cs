namespace ErpSync;

/// <summary>Reads tombstones. Writing goes through <see cref="ISyncStore.CommitAsync"/>.</summary>
public interface ITombstoneStore
{
    /// <summary>Finds tombstones by the ids that the records had at one side.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="side">The side whose ids are given.</param>
    /// <param name="ids">The ids; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The tombstones, latest first; several may have held the same id.</returns>
    ValueTask<IReadOnlyList<Tombstone>> FindTombstonesAsync(string pair, EntityKind kind, Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken);

    /// <summary>Finds tombstones by the hash of the natural key.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="keyHashes">The hashes; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The tombstones, latest first; several may have the same hash.</returns>
    ValueTask<IReadOnlyList<Tombstone>> FindTombstonesByKeyAsync(string pair, EntityKind kind, IReadOnlyCollection<string> keyHashes, CancellationToken cancellationToken);
}
