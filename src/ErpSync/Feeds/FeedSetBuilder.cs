namespace ErpSync;

/// <summary>The feeds of a pair.</summary>
public sealed class FeedSetBuilder
{
    private readonly List<FeedBuilder> _feeds = [];

    internal FeedSetBuilder()
    {
    }

    internal IReadOnlyList<FeedBuilder> Feeds => _feeds;

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
