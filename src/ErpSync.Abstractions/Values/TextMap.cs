using System.Collections;

namespace ErpSync;

/// <summary>An immutable map from keys to texts, for custom fields. Keys compare exactly; the map compares by content.</summary>
public sealed class TextMap : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<TextMap>
{
    private readonly KeyValuePair<string, string>[] _entries;

    private TextMap(KeyValuePair<string, string>[] sorted) => _entries = sorted;

    /// <summary>The map without entries.</summary>
    public static TextMap Empty { get; } = new([]);

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Length;

    /// <summary>The text under a key; null when the key is missing.</summary>
    /// <param name="key">The key.</param>
    public string? this[string key]
    {
        get
        {
            foreach (var entry in _entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.Ordinal))
                    return entry.Value;
            }

            return null;
        }
    }

    /// <summary>Makes a map; a key given twice keeps the last text.</summary>
    /// <param name="entries">Keys and texts.</param>
    /// <returns>The map.</returns>
    public static TextMap From(IEnumerable<KeyValuePair<string, string>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var sorted = SortedPairs.Of(entries, lower: false);
        return sorted.Length == 0 ? Empty : new TextMap(sorted);
    }

    /// <summary>This map with the other's entries laid over it; keys that only this map has stay.</summary>
    /// <param name="other">The map that wins where both have a key.</param>
    /// <returns>The union.</returns>
    public TextMap Overlay(TextMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other.Count == 0 ? this : Count == 0 ? other : From(_entries.Concat(other._entries));
    }

    /// <summary>True when the other map has the same entries.</summary>
    /// <param name="other">The other map.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TextMap? other) => other is not null && _entries.AsSpan().SequenceEqual(other._entries);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextMap);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, text) in _entries)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    /// <summary>The entries as <c>key=text</c>, joined by commas.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _entries.Select(entry => $"{entry.Key}={entry.Value}"));
}
