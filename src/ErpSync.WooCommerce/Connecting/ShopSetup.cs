using System.Collections.Frozen;

namespace ErpSync.WooCommerce;

/// <summary>What was read of the shop at the beginning of a run, the options laid over it.</summary>
internal sealed record ShopSetup
{
    private static readonly Version Variations = new(10, 3);
    private static readonly Version Gtin = new(9, 2);
    private static readonly Version BrandsInApi = new(9, 5);
    private static readonly Version Refunds = new(9, 0);

    public string VersionText { get; init; } = "";

    public Version? Version { get; init; }

    public string Language { get; init; } = "en";

    public CurrencyCode? Currency { get; init; }

    public TimeZoneInfo? Zone { get; init; }

    /// <summary>The shop's own country and state, by which prices with tax are reckoned.</summary>
    public string Country { get; init; } = "";

    public string State { get; init; } = "";

    public bool HasTaxes { get; init; }

    public bool PricesIncludeTax { get; init; }

    public bool RoundsAtSubtotal { get; init; }

    public string WeightUnit { get; init; } = "kg";

    public string DimensionUnit { get; init; } = "cm";

    /// <summary>The classes by slug, the standard one under the empty text; null when the rates may not be read.</summary>
    public FrozenDictionary<string, TaxClass>? TaxClasses { get; init; }

    /// <summary>All rates of the shop by id, as order lines name them.</summary>
    public FrozenDictionary<long, (TaxRate Rate, int Priority, string Name)> Rates { get; init; } = FrozenDictionary<long, (TaxRate, int, string)>.Empty;

    public bool HasFulfillments { get; init; }

    /// <summary>Whether orders lie in tables of their own; null when unknown.</summary>
    public bool? HasOrderTables { get; init; }

    public IReadOnlyList<string> Plugins { get; init; } = [];

    public string SiteName { get; init; } = "";

    public string StoreId { get; init; } = "";

    public IReadOnlyList<string> CustomFields { get; init; } = [];

    public bool HasVariationsRoute => Version is null || Version >= Variations;

    public bool HasGtin => Version is null || Version >= Gtin;

    public bool HasBrands => Version is null || Version >= BrandsInApi;

    public bool HasRefundsRoute => Version is null || Version >= Refunds;

    public RoundingRule Rounding => new(RoundsAtSubtotal ? RoundingBasis.Total : RoundingBasis.Line);

    public TaxClass? ClassOf(string? slug) => TaxClasses?.GetValueOrDefault(slug is null or "standard" ? "" : slug);
}
