namespace ErpSync;

/// <summary>What the host has configured: connections and pairs.</summary>
internal sealed class ErpSyncRegistry
{
    public ErpSyncOptions Options { get; } = new();

    public Dictionary<string, Func<IServiceProvider, Connector>> Connectors { get; } = new(StringComparer.Ordinal);

    public List<PairBuilder> Pairs { get; } = [];

    /// <summary>What is done to connectors once they are made, in the order in which it was added.</summary>
    public List<(string Connection, Func<IServiceProvider, Connector, Connector> Adjust)> Adjustments { get; } = [];

    /// <summary>The feeds of each pair, by the pair's name.</summary>
    public List<(string Pair, FeedSetBuilder Feeds)> Feeds { get; } = [];

    /// <summary>The connector as the host wants it.</summary>
    public Connector Adjust(IServiceProvider provider, string name, Connector connector)
    {
        foreach (var (_, adjust) in Adjustments.Where(item => string.Equals(item.Connection, name, StringComparison.Ordinal)))
        {
            connector = adjust(provider, connector)
                ?? throw new ErpSyncConfigurationException($"What ConfigureConnector was given for '{name}' returned no connector.");
            if (!string.Equals(connector.Name, name, StringComparison.Ordinal))
                throw new ErpSyncConfigurationException($"What ConfigureConnector was given for '{name}' returned the connector '{connector.Name}': the name must stay.");
        }

        return connector;
    }

    /// <summary>Everything that is wrong with the configuration, in one message.</summary>
    public void Validate()
    {
        var errors = new List<string>();
        Options.Validate(errors);
        foreach (var unknown in Adjustments.Select(item => item.Connection).Where(name => !Connectors.ContainsKey(name)).Distinct(StringComparer.Ordinal))
            errors.Add($"ConfigureConnector names the connection '{unknown}', which was not added. Connections: {(Connectors.Count == 0 ? "none" : string.Join(", ", Connectors.Keys.Order(StringComparer.Ordinal)))}.");
        foreach (var repeated in Pairs.GroupBy(pair => pair.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add($"There are {repeated.Count()} pairs named '{repeated.Key}'; names must be unique.");
        foreach (var pair in Pairs)
        {
            foreach (var unknown in new[] { pair.First, pair.Second }.Where(name => !Connectors.ContainsKey(name)).Distinct(StringComparer.Ordinal))
                errors.Add($"Pair '{pair.Name}' names the connection '{unknown}', which was not added. Connections: {(Connectors.Count == 0 ? "none" : string.Join(", ", Connectors.Keys.Order(StringComparer.Ordinal)))}.");
            if (string.Equals(pair.First, pair.Second, StringComparison.Ordinal))
                errors.Add($"Pair '{pair.Name}' connects '{pair.First}' with itself.");
            foreach (var repeated in pair.Kinds.GroupBy(kind => kind.Kind).Where(group => group.Count() > 1))
                errors.Add($"Pair '{pair.Name}' syncs {repeated.Key.Name} {repeated.Count()} times.");
            foreach (var kind in pair.Kinds)
                kind.Validate(errors);
            foreach (var (kind, map) in pair.Maps)
            {
                map.Validate($"Pair '{pair.Name}', map of {kind.Name}", errors);
                if (pair.Kinds.Any(synced => synced.Kind == kind))
                    errors.Add($"Pair '{pair.Name}' both syncs and maps {kind.Name}; one of the two.");
            }
        }

        foreach (var feeds in Feeds.GroupBy(item => item.Pair, StringComparer.Ordinal))
            ErpSync.Feeds.FeedRules.Validate(feeds.Key, Pairs.Find(pair => pair.Name == feeds.Key), [.. feeds.SelectMany(item => item.Feeds.Feeds)], errors);
        if (errors.Count > 0)
            throw new ErpSyncConfigurationException("ErpSync is not configured correctly: " + string.Join(" ", errors));
    }
}
