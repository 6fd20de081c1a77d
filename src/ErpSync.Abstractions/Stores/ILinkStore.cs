namespace ErpSync;

/// <summary>Reads links and red records. Writing goes through <see cref="ISyncStore.CommitAsync"/>.</summary>
public interface ILinkStore
{
    /// <summary>Finds the links of records by their ids at one side.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="side">The side whose ids are given.</param>
    /// <param name="ids">The ids; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The links that exist, in any order.</returns>
    ValueTask<IReadOnlyList<Link>> FindLinksAsync(string pair, EntityKind kind, Side side, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken);

    /// <summary>Reads links by their numbers.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="numbers">The numbers; at most 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The links that exist, in any order.</returns>
    ValueTask<IReadOnlyList<Link>> GetLinksAsync(string pair, IReadOnlyCollection<long> numbers, CancellationToken cancellationToken);

    /// <summary>Reads a page of links in the order of their numbers.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="after">The number behind which to begin, exclusive; 0 for the beginning.</param>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    /// <param name="openOnly">True for the links that have open fields only.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The links; fewer than asked means the end.</returns>
    ValueTask<IReadOnlyList<Link>> ReadLinksAsync(string pair, EntityKind kind, long after, int count, bool openOnly, CancellationToken cancellationToken);

    /// <summary>Counts the links of a kind.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>All links, those with open fields, and the red records last seen.</returns>
    ValueTask<LinkCounts> CountAsync(string pair, EntityKind kind, CancellationToken cancellationToken);

    /// <summary>Reads a page of the red records last seen, ordered by side and id text.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="after">The last record of the page before; null for the beginning.</param>
    /// <param name="count">How many at most, 1 to 1,000.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The records; fewer than asked means the end.</returns>
    ValueTask<IReadOnlyList<Unlinked>> ReadUnlinkedAsync(string pair, EntityKind kind, Unlinked? after, int count, CancellationToken cancellationToken);
}
