using System.Collections.Concurrent;

namespace ErpSync.Http;

/// <summary>
/// The page sizes that work on one connection, per resource; safe for parallel use. A page that breaks halves the size.
/// It recovers slowly: 20 full pages in a row double it, up to the start size; each further break doubles those 20, up to 640.
/// A resource that never broke has no entry.
/// </summary>
public sealed class PageSizeMemory
{
    private const int FirstNeed = 20;
    private const int LargestNeed = 640;

    private readonly ConcurrentDictionary<string, PageSize> _sizes = new(StringComparer.Ordinal);

    /// <summary>What is known now, for a store to keep.</summary>
    /// <returns>A copy: resource and size.</returns>
    public IReadOnlyDictionary<string, PageSize> Snapshot() => new Dictionary<string, PageSize>(_sizes, StringComparer.Ordinal);

    /// <summary>Takes over what a store kept; entries of the same resource are replaced.</summary>
    /// <param name="sizes">Resource and size, as <see cref="Snapshot"/> gave it.</param>
    public void Restore(IEnumerable<KeyValuePair<string, PageSize>> sizes)
    {
        ArgumentNullException.ThrowIfNull(sizes);
        foreach (var (resource, size) in sizes)
            _sizes[resource] = size;
    }

    /// <summary>The size to use now; null: no limit.</summary>
    internal int? Current(string resource, PageOptions options)
    {
        var largest = options.UnlimitedFirst ? (int?)null : options.Size;
        if (!_sizes.TryGetValue(resource, out var known))
            return largest;
        return known.Size is { } size ? Math.Clamp(size, Math.Min(options.MinSize, options.Size), options.Size) : largest;
    }

    internal int Broke(string resource, int? size, PageOptions options)
    {
        var smaller = size is { } broken ? Math.Max(options.MinSize, broken / 2) : options.Size;
        var entry = _sizes.AddOrUpdate(
            resource,
            _ => new PageSize(smaller, 0, FirstNeed),
            (_, known) => new PageSize(Math.Min(smaller, known.Size ?? smaller), 0, known.Size is null || known.Size >= size ? Math.Min(known.GoodPagesNeeded * 2, LargestNeed) : known.GoodPagesNeeded));
        return entry.Size ?? smaller;
    }

    internal void Worked(string resource, int size, PageOptions options)
    {
        if (!_sizes.TryGetValue(resource, out var known) || known.Size != size)
            return;
        var good = known with { GoodPages = known.GoodPages + 1 };
        _sizes.TryUpdate(resource, good.GoodPages < good.GoodPagesNeeded ? good : Grown(good, size, options), known);
    }

    private static PageSize Grown(PageSize known, int size, PageOptions options)
    {
        if (size < options.Size)
            return known with { Size = Math.Min(size * 2, options.Size), GoodPages = 0 };
        return known with { Size = options.UnlimitedFirst ? null : size, GoodPages = 0 };
    }
}
