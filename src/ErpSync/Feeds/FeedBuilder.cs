namespace ErpSync;

/// <summary>Sets up a feed: some kinds of a pair in one direction, with a schedule of their own. Without any call it carries all kinds both ways and runs only when it is told to.</summary>
public sealed class FeedBuilder
{
    internal FeedBuilder(string name) => Name = name;

    internal string Name { get; }

    internal IReadOnlyList<EntityKind> Carried { get; private set; } = [];

    internal string? Target { get; private set; }

    internal IFeedSchedule? Schedule { get; private set; }

    internal SyncWrites Allowed { get; private set; } = SyncWrites.All;

    internal IReadOnlyList<string> Needs { get; private set; } = [];

    internal bool IsOnce { get; private set; }

    internal bool IsGated { get; private set; }

    internal bool IsFull { get; private set; }

    internal bool IsRetry { get; private set; }

    internal int? Rank { get; private set; }

    internal string? Kept { get; private set; }

    internal bool LeavesKnown { get; private set; }

    internal string? Lack { get; private set; }

    /// <summary>Says which kinds it carries; all of the pair unless told.</summary>
    /// <param name="kinds">The kinds; their order does not matter, what others depend on goes first.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Kinds(params ReadOnlySpan<EntityKind> kinds)
    {
        Carried = [.. kinds];
        return this;
    }

    /// <summary>Makes it one-way: it writes to this connection only. What a kind's policies would write to the other stays pending for a feed of that direction.</summary>
    /// <param name="connection">The connection's name.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Into(string connection)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        Target = connection;
        return this;
    }

    /// <summary>Says which writes it may make, for example only creates in a feed for new products.</summary>
    /// <param name="writes">The writes; all unless told.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Only(SyncWrites writes)
    {
        Allowed = writes;
        return this;
    }

    /// <summary>Lets it run again and again.</summary>
    /// <param name="interval">How long after its last start it is due again, at least a second.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Every(TimeSpan interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(interval, TimeSpan.FromSeconds(1));
        return On(new Feeds.IntervalSchedule(interval));
    }

    /// <summary>Lets it run by a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder On(IFeedSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        Schedule = schedule;
        return this;
    }

    /// <summary>Names feeds that must have been completed once before this one may run.</summary>
    /// <param name="feeds">Their names.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder After(params ReadOnlySpan<string> feeds)
    {
        Needs = [.. feeds];
        return this;
    }

    /// <summary>Lets it be completed once and never be scheduled; a second run wants a person's reason.</summary>
    /// <returns>This builder.</returns>
    public FeedBuilder Once()
    {
        IsOnce = true;
        return this;
    }

    /// <summary>Holds it back until the pair is live (<see cref="ISyncFeeds.GoLiveAsync"/>): for feeds that could zero or overwrite the other side during set-up.</summary>
    /// <returns>This builder.</returns>
    public FeedBuilder WhenLive()
    {
        IsGated = true;
        return this;
    }

    /// <summary>Reads every record each time, also those whose dates and listings tell no change; for checks that run rarely.</summary>
    /// <returns>This builder.</returns>
    public FeedBuilder Full()
    {
        IsFull = true;
        return this;
    }

    /// <summary>
    /// Lets one connection's version stay wherever linked records differ, whatever owners and policies say: for a feed that fills the other side once, such as the first import of stock
    /// into the system that owns stock from then on.
    /// </summary>
    /// <param name="connection">The connection's name.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Keeping(string connection)
    {
        ArgumentException.ThrowIfNullOrEmpty(connection);
        Kept = connection;
        return this;
    }

    /// <summary>
    /// Lets records that both sides have already, and that this feed links, keep what each side holds: that counts as agreed, and only later edits go over. For an export that creates what is
    /// missing and updates nothing.
    /// </summary>
    /// <returns>This builder.</returns>
    public FeedBuilder LeavingKnown()
    {
        LeavesKnown = true;
        return this;
    }

    /// <summary>Says that it cannot run at all until something is configured. Every start is refused with this sentence, and no reason overrides it.</summary>
    /// <param name="what">What is missing and where to set it, as a sentence; null for nothing.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Lacking(string? what)
    {
        Lack = what;
        return this;
    }

    /// <summary>Makes it the feed that tries parked records again, whatever their wait.</summary>
    /// <returns>This builder.</returns>
    public FeedBuilder Retrying()
    {
        IsRetry = true;
        return this;
    }

    /// <summary>Says where it stands among feeds that are due at the same time, as after an outage; lower goes first.</summary>
    /// <param name="rank">The rank. Unless told: documents and parties 0, catalogue 10, stock 20, retrying 30.</param>
    /// <returns>This builder.</returns>
    public FeedBuilder Ranked(int rank)
    {
        Rank = rank;
        return this;
    }
}
