namespace ErpSync;

/// <summary>Puts keys and texts in ordinal order of their keys. There are few of them and they mostly come in order, so each is put in its place.</summary>
internal static class SortedPairs
{
    /// <summary>The pairs in order; a key given twice keeps the last text.</summary>
    /// <param name="pairs">Keys and texts.</param>
    /// <param name="lower">True to make the keys lower case first.</param>
    public static KeyValuePair<string, string>[] Of(IEnumerable<KeyValuePair<string, string>> pairs, bool lower)
    {
        var sorted = pairs.TryGetNonEnumeratedCount(out var expected) ? new KeyValuePair<string, string>[expected] : [];
        var count = 0;
        foreach (var (key, text) in pairs)
        {
            var name = lower ? key.ToLowerInvariant() : key;
            var place = count;
            while (place > 0 && string.CompareOrdinal(sorted[place - 1].Key, name) >= 0)
                place--;
            if (place < count && string.Equals(sorted[place].Key, name, StringComparison.Ordinal))
            {
                sorted[place] = new(name, text);
                continue;
            }

            if (count == sorted.Length)
                Array.Resize(ref sorted, Math.Max(4, count * 2));
            sorted.AsSpan(place, count - place).CopyTo(sorted.AsSpan(place + 1));
            sorted[place] = new(name, text);
            count++;
        }

        Array.Resize(ref sorted, count);
        return sorted;
    }
}
