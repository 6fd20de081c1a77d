using System.Collections.Concurrent;

namespace ErpSync.PrestaShop;

/// <summary>What a run has read and may use again in the same run: small values by id.</summary>
internal sealed class RunMemory
{
    private readonly ConcurrentDictionary<string, long> _newest = new(StringComparer.Ordinal);

    /// <summary>Price and weight of products, because variants hold only the difference.</summary>
    public ConcurrentDictionary<long, ProductBase> Bases { get; } = new();

    /// <summary>True when <see cref="Bases"/> holds all products that had a price when they were listed.</summary>
    public bool KnowsAllBases { get; set; }

    /// <summary>The names of options; null until they were read.</summary>
    public Variants.OptionCatalog? Options { get; set; }

    /// <summary>The categories' names and parents; null until they were read, and again after a write.</summary>
    public Categories.CategoryTree? Categories { get; set; }

    /// <summary>What documents refer to; null until it was read.</summary>
    public Sales.SalesReference? Sales { get; set; }

    /// <summary>The highest id that the run has seen of a resource; null for none.</summary>
    public long? Newest(string resource) => _newest.TryGetValue(resource, out var id) ? id : null;

    /// <summary>Notes an id.</summary>
    public void Saw(string resource, long id) => _newest.AddOrUpdate(resource, id, (_, known) => Math.Max(known, id));
}

/// <summary>What variants add to.</summary>
/// <param name="Price">The product's price without tax.</param>
/// <param name="Weight">Its weight in the shop's unit.</param>
internal readonly record struct ProductBase(decimal Price, decimal Weight);
