using System.Collections.Frozen;

namespace ErpSync.WooCommerce;

/// <summary>What was read of the shop at the beginning of a run, the options laid over it.</summary>
internal sealed record ShopSetup
{
    private static readonly Version Variations = new(10, 3);
    private static readonly Version Gtin = new(9, 2);
    private static readonly Version Brands = new(9, 6);
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

    /// <summary>Whether stock is managed at all; when not, the shop passes over every quantity.</summary>
    public bool ManagesStock { get; init; } = true;

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

    /// <summary>How many decimals the shop keeps of the amounts of orders.</summary>
    public int Decimals { get; init; } = 2;

    public bool HasVariationsRoute => Version is null || Version >= Variations;

    public bool HasGtin => Version is null || Version >= Gtin;

    /// <summary>Whether there are brands: always from 9.6 on; before, where the plugin or the version's own route answers.</summary>
    public bool HasBrands { get; init; } = true;

    /// <summary>False when the version is too old to be sure, so that the route must be asked.</summary>
    public static bool SurelyHasBrands(Version? version) => version >= Brands;


    public bool HasRefundsRoute => Version is null || Version >= Refunds;

    public RoundingRule Rounding => new(RoundsAtSubtotal ? RoundingBasis.Total : RoundingBasis.Line, Decimals: Decimals == Currency?.Decimals ? null : Decimals);

    /// <summary>The day of an instant in the shop's own zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime((Zone is { } zone ? TimeZoneInfo.ConvertTime(instant, zone) : instant).DateTime);

    public TaxClass? ClassOf(string? slug) => TaxClasses?.GetValueOrDefault(slug is null or "standard" ? "" : slug);
}
