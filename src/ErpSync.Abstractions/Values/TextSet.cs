using System.Collections;
using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>An immutable set of words; order, repetition, case and surrounding blanks do not count, empty words are left out.</summary>
[CollectionBuilder(typeof(TextSet), nameof(Create))]
public sealed class TextSet : IReadOnlyCollection<string>, IEquatable<TextSet>
{
    private readonly string[] _items;

    private TextSet(string[] sorted) => _items = sorted;

    /// <summary>The set without words.</summary>
    public static TextSet Empty { get; } = new([]);

    /// <summary>How many words there are.</summary>
    public int Count => _items.Length;

    /// <summary>Makes a set; of words that differ in case only, the first stays.</summary>
    /// <param name="items">The words, in any order.</param>
    /// <returns>The set.</returns>
    public static TextSet Create(ReadOnlySpan<string> items)
    {
        var distinct = new SortedSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (!string.IsNullOrWhiteSpace(item))
                distinct.Add(item.Trim());
        }

        return distinct.Count == 0 ? Empty : new TextSet([.. distinct]);
    }

    /// <summary>Makes a set.</summary>
    /// <param name="items">The words.</param>
    /// <returns>The set.</returns>
    public static TextSet From(IEnumerable<string> items) => Create([.. items]);

    /// <summary>True when the word is in the set.</summary>
    /// <param name="item">The word.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(string item) => Array.Exists(_items, mine => string.Equals(mine, item?.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>True when the other set holds the same words.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(TextSet? other) => other is not null && _items.SequenceEqual(other._items, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TextSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
            hash.Add(item, StringComparer.OrdinalIgnoreCase);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The words joined by commas.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _items);
}
