namespace ErpSync;

/// <summary>Merges maps of texts key by key, from the hashes of the agreed entries.</summary>
internal static class MapMerge
{
    /// <summary>The memory of an agreed map: <c>key=hash</c> joined by blanks, keys escaped.</summary>
    public static string Base(IEnumerable<KeyValuePair<string, string>> entries, IElementHasher hasher) =>
        string.Join(' ', entries.Where(entry => entry.Value.Length > 0).Select(entry => $"{Uri.EscapeDataString(entry.Key)}={hasher.Hash(entry.Value)}"));

    /// <summary>The merged entries. Where both sides changed a key to different texts, the side that is kept stays; null where none is.</summary>
    public static IEnumerable<KeyValuePair<string, string>>? Merge(
        IEnumerable<KeyValuePair<string, string>> one,
        string oneBase,
        IEnumerable<KeyValuePair<string, string>> other,
        string otherBase,
        IElementHasher hasher,
        Func<string?, string?, bool> areSame,
        bool? keepsOne = null)
    {
        var mine = one.ToDictionary(StringComparer.Ordinal);
        var theirs = other.ToDictionary(StringComparer.Ordinal);
        var myBase = Parse(oneBase);
        var theirBase = Parse(otherBase);
        var merged = new List<KeyValuePair<string, string>>();
        foreach (var key in mine.Keys.Union(theirs.Keys, StringComparer.Ordinal))
        {
            var my = mine.GetValueOrDefault(key, "");
            var their = theirs.GetValueOrDefault(key, "");
            var iChanged = !string.Equals(Hash(my, hasher), myBase.GetValueOrDefault(key), StringComparison.Ordinal);
            var theyChanged = !string.Equals(Hash(their, hasher), theirBase.GetValueOrDefault(key), StringComparison.Ordinal);
            if (iChanged && theyChanged && !areSame(my, their) && keepsOne is null)
                return null;
            merged.Add(new(key, theyChanged && !(iChanged && keepsOne == true) ? their : my));
        }

        return merged;
    }

    /// <summary>The memory of one side once the other side's edits were sent there: those that were among what was sent count as agreed, its own do not.</summary>
    public static string Rebase(
        IEnumerable<KeyValuePair<string, string>> one,
        string oneBase,
        IEnumerable<KeyValuePair<string, string>> sent,
        IEnumerable<KeyValuePair<string, string>> other,
        string otherBase,
        IElementHasher hasher,
        Func<string?, string?, bool> areSame)
    {
        var mine = one.ToDictionary(StringComparer.Ordinal);
        var toMe = sent.ToDictionary(StringComparer.Ordinal);
        var theirs = other.ToDictionary(StringComparer.Ordinal);
        var theirBase = Parse(otherBase);
        var agreed = Parse(oneBase);
        foreach (var key in theirs.Keys.Union(theirBase.Keys, StringComparer.Ordinal))
        {
            if (string.Equals(Hash(theirs.GetValueOrDefault(key, ""), hasher), theirBase.GetValueOrDefault(key), StringComparison.Ordinal))
                continue;
            if (!areSame(toMe.GetValueOrDefault(key, ""), theirs.GetValueOrDefault(key, "")))
                continue; // the side's own edit was kept
            if (Hash(mine.GetValueOrDefault(key, ""), hasher) is { } arrived)
                agreed[key] = arrived;
            else
                agreed.Remove(key);
        }

        return string.Join(' ', agreed.Select(entry => $"{Uri.EscapeDataString(entry.Key)}={entry.Value}"));
    }

    private static string? Hash(string text, IElementHasher hasher) => text.Length == 0 ? null : hasher.Hash(text);

    private static Dictionary<string, string> Parse(string text)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
                entries[Uri.UnescapeDataString(part[..equals])] = part[(equals + 1)..];
        }

        return entries;
    }
}
