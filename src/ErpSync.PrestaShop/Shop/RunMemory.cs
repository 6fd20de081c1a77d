using System.Collections.Concurrent;

namespace ErpSync.PrestaShop;

/// <summary>What a run has read and may use again in the same run: small values by id.</summary>
internal sealed class RunMemory
{
    private readonly ConcurrentDictionary<string, long> _newest = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> _looked = new(StringComparer.Ordinal);

    /// <summary>Price and weight of products, because variants hold only the difference.</summary>
    public BaseTable Bases { get; } = new();

    /// <summary>What combinations add to the price of their product, as far as they were read.</summary>
    public ConcurrentDictionary<long, decimal> Impacts { get; } = new();

    /// <summary>True when <see cref="Bases"/> holds all products that had a price when they were listed.</summary>
    public bool KnowsAllBases { get; set; }

    /// <summary>The names of options; null until they were read.</summary>
    public Variants.OptionCatalog? Options { get; set; }

    /// <summary>The names of features; null until they were read.</summary>
    public Products.FeatureBook? Features { get; set; }

    /// <summary>The words by which products are found; null until they were read.</summary>
    public Products.TagBook? Tags { get; set; }

    /// <summary>The products that were read as changed, and since when; null when none were asked for or there were too many to keep.</summary>
    public ChangedProducts? ChangedProducts { get; set; }

    /// <summary>Which combinations show which pictures, as far as combinations were read.</summary>
    public Images.PictureBook Pictures { get; } = new();

    /// <summary>The groups, customers and countries that prices name, as far as they were read.</summary>
    public Prices.PriceNames PriceNames { get; } = new();

    /// <summary>The names of suppliers; null until they were read.</summary>
    public IReadOnlyDictionary<long, string>? Suppliers { get; set; }

    /// <summary>The categories' names and parents; null until they were read, and again after a write.</summary>
    public Categories.CategoryTree? Categories { get; set; }

    /// <summary>The e-mail addresses of customers that the run has read, at most <see cref="MostEmails"/>: orders show them.</summary>
    public ConcurrentDictionary<long, string> Emails { get; } = new();

    /// <summary>The orders that documents asked for in this run, at most <see cref="MostHeads"/>.</summary>
    public ConcurrentDictionary<long, WireRow> OrderHeads { get; } = new();

    /// <summary>How many orders are kept, so that memory does not grow with the shop.</summary>
    public const int MostHeads = 1_000;

    /// <summary>How many addresses are kept, so that memory does not grow with the shop.</summary>
    public const int MostEmails = 20_000;

    /// <summary>The id of the first order of the day from which orders are read; null until it was looked up.</summary>
    public long? FirstOrder { get; set; }

    /// <summary>The id of the first payment since that order was placed; null until it was looked up.</summary>
    public long? FirstPayment { get; set; }

    /// <summary>The orders of the own shop among several; null until they were read.</summary>
    public Documents.OwnOrders? OwnOrders { get; set; }

    /// <summary>What documents refer to; null until it was read.</summary>
    public Sales.SalesReference? Sales { get; set; }

    /// <summary>
    /// True when everything that rows name of a list, and that a book read before lacks, was looked for already in this run: what does not exist is not asked for again and again.
    /// Notes what this call looks for.
    /// </summary>
    public bool Lacks(IEnumerable<WireRow> rows, string association, bool wasRead)
    {
        var isKnown = wasRead;
        foreach (var row in rows)
        {
            foreach (var one in row.Association(association))
                isKnown &= !_looked.TryAdd($"{association} {one.Id} {one.Text("id_feature_value")}", 0);
        }

        return isKnown;
    }

    /// <summary>True when this run has read the product, and the combination unless it is 0.</summary>
    public bool HasRead(long product, long combination) => product > 0 && Bases.ContainsKey(product) && (combination == 0 || Impacts.ContainsKey(combination));

    /// <summary>True the first time in this run that a record is looked for.</summary>
    public bool LooksFor(string what, long id) => _looked.TryAdd($"{what} {id}", 0);

    /// <summary>The highest id that the run has seen of a resource; null for none.</summary>
    public long? Newest(string resource) => _newest.TryGetValue(resource, out var id) ? id : null;

    /// <summary>Keeps an order that a document asked for.</summary>
    public WireRow Note(WireRow order)
    {
        if (OrderHeads.Count < MostHeads)
            OrderHeads[order.Id] = order;
        return order;
    }

    /// <summary>Notes an id.</summary>
    public void Saw(string resource, long id) => _newest.AddOrUpdate(resource, id, (_, known) => Math.Max(known, id));
}

/// <summary>The products that changed in a range of dates.</summary>
/// <param name="Range">The range, as the filter names it.</param>
/// <param name="Ids">Their ids.</param>
internal sealed record ChangedProducts(string Range, IReadOnlyList<long> Ids)
{
    /// <summary>The most ids that are kept.</summary>
    public const int Most = 5000;

    /// <summary>True when everything that changed in another range is among these: both go on to the end of time.</summary>
    public bool Cover(string range) => string.CompareOrdinal(Range, range) <= 0;
}

/// <summary>What variants add to.</summary>
/// <param name="Price">The product's price without tax.</param>
/// <param name="Weight">Its weight in the shop's unit.</param>
/// <param name="TaxGroup">Its tax rules group; 0 for none.</param>
internal readonly record struct ProductBase(decimal Price, decimal Weight, long TaxGroup = 0);
