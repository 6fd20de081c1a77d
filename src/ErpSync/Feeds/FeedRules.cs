namespace ErpSync.Feeds;

/// <summary>What feeds must keep to work.</summary>
internal static class FeedRules
{
    /// <summary>Adds a line for each feed that cannot work.</summary>
    public static void Validate(string pairName, PairBuilder? pair, IReadOnlyList<FeedBuilder> feeds, ICollection<string> errors)
    {
        if (pair is null)
        {
            errors.Add($"Feeds were added to the pair '{pairName}', which does not exist.");
            return;
        }

        foreach (var repeated in feeds.GroupBy(feed => feed.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
            errors.Add($"Pair '{pairName}' has {repeated.Count()} feeds named '{repeated.Key}'; names must be unique.");
        foreach (var feed in feeds)
            Validate($"Feed '{feed.Name}' of pair '{pairName}'", pair, feed, feeds, errors);
    }

    private static void Validate(string place, PairBuilder pair, FeedBuilder feed, IReadOnlyList<FeedBuilder> feeds, ICollection<string> errors)
    {
        foreach (var kind in feed.Carried.Where(kind => !pair.Kinds.Any(known => known.Kind == kind)))
            errors.Add($"{place} carries {kind.Name}, which the pair does not sync. Kinds: {string.Join(", ", pair.Kinds.Select(known => known.Kind.Name))}.");
        if (feed.Target is { } target && target != pair.First && target != pair.Second)
            errors.Add($"{place} writes to '{target}', which is not one of the pair's connections ('{pair.First}', '{pair.Second}').");
        if (feed.Kept is { } kept && kept != pair.First && kept != pair.Second)
            errors.Add($"{place} keeps the version of '{kept}', which is not one of the pair's connections ('{pair.First}', '{pair.Second}').");
        foreach (var kind in pair.Kinds.Where(kind => feed.Target is not null && kind.ComesOnlyFrom(feed.Target) && feed.Carried.Contains(kind.Kind)))
            errors.Add($"{place} writes to '{feed.Target}', but {kind.Kind.Name} comes from there only.");
        foreach (var needed in feed.Needs.Where(needed => !feeds.Any(known => known.Name == needed)))
            errors.Add($"{place} comes after '{needed}', which does not exist. Feeds: {string.Join(", ", feeds.Select(known => known.Name))}.");
        if (feed is { IsOnce: true, Schedule: not null })
            errors.Add($"{place} runs once and can have no schedule.");
        if (Reaches(feed, feed.Name, feeds, []))
            errors.Add($"{place} comes after itself.");
    }

    private static bool Reaches(FeedBuilder from, string name, IReadOnlyList<FeedBuilder> feeds, HashSet<string> seen) =>
        from.Needs.Any(needed => needed == name || (seen.Add(needed) && feeds.FirstOrDefault(feed => feed.Name == needed) is { } next && Reaches(next, name, feeds, seen)));
}
