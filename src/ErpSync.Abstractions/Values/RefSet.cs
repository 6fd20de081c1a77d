using System.Collections;
using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>An immutable set of pointers; order and repetition do not count.</summary>
[CollectionBuilder(typeof(RefSet), nameof(Create))]
public sealed class RefSet : IReadOnlyCollection<Ref>, IEquatable<RefSet>
{
    private readonly Ref[] _items;

    private RefSet(Ref[] sorted) => _items = sorted;

    /// <summary>The set without pointers.</summary>
    public static RefSet Empty { get; } = new([]);

    /// <summary>How many pointers there are.</summary>
    public int Count => _items.Length;

    /// <summary>Makes a set.</summary>
    /// <param name="items">The pointers, in any order, repetitions allowed.</param>
    /// <returns>The set.</returns>
    public static RefSet Create(ReadOnlySpan<Ref> items)
    {
        if (items.IsEmpty)
            return Empty;
        var distinct = new HashSet<Ref>(items.Length);
        foreach (var item in items)
            distinct.Add(item);
        var sorted = distinct.ToArray();
        Array.Sort(sorted, Compare);
        return new RefSet(sorted);
    }

    /// <summary>Makes a set.</summary>
    /// <param name="items">The pointers.</param>
    /// <returns>The set.</returns>
    public static RefSet From(IEnumerable<Ref> items) => Create([.. items]);

    /// <summary>True when the pointer is in the set.</summary>
    /// <param name="item">The pointer.</param>
    /// <returns>Whether it is.</returns>
    public bool Contains(Ref item) => Array.IndexOf(_items, item) >= 0;

    /// <summary>True when the other set holds the same pointers.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(RefSet? other) => other is not null && _items.AsSpan().SequenceEqual(other._items);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RefSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
            hash.Add(item);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<Ref> GetEnumerator() => ((IEnumerable<Ref>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>The pointers joined by commas.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(", ", _items);

    private static int Compare(Ref one, Ref other)
    {
        var kinds = string.CompareOrdinal(one.Kind.Name, other.Kind.Name);
        if (kinds != 0)
            return kinds;
        var ids = one.Id.CompareTo(other.Id);
        return ids != 0 ? ids : one.IsForeign.CompareTo(other.IsForeign);
    }
}
