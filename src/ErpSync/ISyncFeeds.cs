namespace ErpSync;

/// <summary>
/// The feeds of pairs: what runs when, what must come first, and what came of it. All members throw <see cref="ErpSyncConfigurationException"/> when a pair or feed is unknown
/// or cannot work, and <see cref="StoreException"/> when the store cannot be used.
/// </summary>
public interface ISyncFeeds
{
    /// <summary>The pairs that have feeds.</summary>
    IReadOnlyList<string> Pairs { get; }

    /// <summary>The feeds of a pair as they stand. Sends no request to a system.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The feeds in the order in which they were added.</returns>
    Task<IReadOnlyList<FeedStatus>> ListAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>The latest starts of a feed.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="feed">The feed's name; null for all feeds of the pair.</param>
    /// <param name="count">How many at most, at least 1.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The starts, latest first. At least the latest 100 of each feed are kept.</returns>
    Task<IReadOnlyList<FeedRun>> ReadRunsAsync(string pair, string? feed = null, int count = 50, CancellationToken cancellationToken = default);

    /// <summary>Starts a feed now. A feed that is under way is skipped, one that needs something first is refused; both are told by the result, not by an exception.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="feed">The feed's name.</param>
    /// <param name="start">Who starts it and how.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>What came of it.</returns>
    Task<FeedRun> RunNowAsync(string pair, string feed, FeedStart start, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Carries over what was signalled, then runs every feed of a pair that is due, each once, by rank. Hosts call it again and again; the hosting package does.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>The starts, in their order; empty when nothing was due.</returns>
    Task<IReadOnlyList<FeedRun>> RunDueAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>When the next feed of a pair is due.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The time in UTC, which may have passed; null when nothing is scheduled.</returns>
    Task<DateTimeOffset?> NextDueAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>Switches a feed on or off; it survives a restart. A feed that is off can still be started by hand.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="feed">The feed's name.</param>
    /// <param name="on">True for on.</param>
    /// <param name="who">Who switches it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task SwitchAsync(string pair, string feed, bool on, string who, string reason, CancellationToken cancellationToken = default);

    /// <summary>Where a pair stands.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The stage.</returns>
    Task<PairStage> ReadStageAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>Lets a pair go live, so that feeds that write to a filled system may run.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="who">Who lets it.</param>
    /// <param name="because">Why it shall be live although feeds that come first were never completed; it is kept. Null to be refused then.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A task that ends when it is stored.</returns>
    /// <exception cref="FeedRefusedException">Feeds that come first were never completed; the message names them.</exception>
    Task GoLiveAsync(string pair, string who, string? because = null, CancellationToken cancellationToken = default);
}
