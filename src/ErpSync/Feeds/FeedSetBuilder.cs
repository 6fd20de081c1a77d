namespace ErpSync;

/// <summary>The feeds of a pair.</summary>
public sealed class FeedSetBuilder
{
    private readonly List<FeedBuilder> _feeds = [];

    internal FeedSetBuilder()
    {
    }

    internal IReadOnlyList<FeedBuilder> Feeds => _feeds;

    internal string? Options { get; private set; }

    /// <summary>
    /// Shows a change of options as a plan first: what is scheduled waits for kinds whose policies, maps or <paramref name="options"/> are not those of the last time, until
    /// <see cref="ISyncEngine.MakePlanAsync"/> has planned these kinds, or a person started one of the feeds by hand. The options that a pair begins with are no change.
    /// </summary>
    /// <param name="options">What counts beside policies and maps, as text that is the same for the same options; null for nothing. Only a digest is stored.</param>
    /// <returns>This builder.</returns>
    public FeedSetBuilder PlanAfterChange(string? options = null)
    {
        Options = options ?? "";
        return this;
    }

    /// <summary>Adds a feed.</summary>
    /// <param name="name">Its name, unique in the pair: letters, digits, '-' and '_'. It is stored, so a renamed feed begins anew.</param>
    /// <param name="configure">Sets it up.</param>
    /// <returns>This builder.</returns>
    public FeedSetBuilder Add(string name, Action<FeedBuilder> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(configure);
        if (!name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_'))
            throw new ArgumentException($"'{name}' is not a feed name: letters, digits, '-' and '_' only.", nameof(name));
        var feed = new FeedBuilder(name);
        configure(feed);
        _feeds.Add(feed);
        return this;
    }
}
