using System.Globalization;

namespace ErpSync.Sandbox;

/// <summary>
/// The database of a simulated Dolibarr, for seeding and inspecting. It begins with one open warehouse (id 1), the tax rates of France, a French company
/// that keeps its books in EUR, single prices (PRODUCT_PRICE_UNIQ) and all simulated modules on. The seeding methods are safe beside running requests.
/// </summary>
public sealed partial class DolibarrState
{
    private readonly DolibarrSandboxOptions _options;
    private readonly TimeProvider _clock;

    internal DolibarrState(DolibarrSandboxOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        AddWarehouse(w => w.Label = "MAIN");
        AddCurrency(CompanyCurrency, 1m);
    }

    /// <summary>Products, services and the children of variants.</summary>
    public DolibarrProductTable Products { get; } = new();

    /// <summary>Categories and their links to products.</summary>
    public DolibarrTable<DolibarrCategory> Categories { get; } = new();

    /// <summary>Warehouses.</summary>
    public DolibarrTable<DolibarrWarehouse> Warehouses { get; } = new();

    /// <summary>Stock movements.</summary>
    public DolibarrTable<DolibarrStockMovement> StockMovements { get; } = new();

    /// <summary>Levels per product and warehouse.</summary>
    public DolibarrTable<DolibarrStockLevel> StockLevels { get; } = new();

    /// <summary>Variant attributes.</summary>
    public DolibarrTable<DolibarrAttribute> Attributes { get; } = new();

    /// <summary>Values of variant attributes.</summary>
    public DolibarrTable<DolibarrAttributeValue> AttributeValues { get; } = new();

    /// <summary>Combinations of parents and children.</summary>
    public DolibarrTable<DolibarrVariant> Variants { get; } = new();

    /// <summary>Files of products.</summary>
    public DolibarrTable<DolibarrDocument> Documents { get; } = new();

    /// <summary>The constants of the setup.</summary>
    public DolibarrConstants Constants { get; } = new();

    /// <summary>The modules that are on, as <c>/setup/modules</c> names them; taking one away makes its endpoints answer 403.</summary>
    public SortedSet<string> Modules { get; } = new(["api", "banque", "barcode", "categorie", "commande", "ecm", "expedition", "facture", "multicurrency", "product", "service", "societe", "stock", "syslog", "tax", "user", "variants"], StringComparer.Ordinal);

    /// <summary>The tax dictionary.</summary>
    public IList<DolibarrVatRate> VatRates { get; } =
    [
        new(46, 1, 0m, "VAT rate 0 ou non applicable"),
        new(47, 1, 20m, "VAT rate - standard (France hors DOM-TOM)"),
        new(48, 1, 10m, "VAT rate - reduced"),
        new(49, 1, 5.5m, "VAT rate - reduced (France hors DOM-TOM)"),
        new(50, 1, 2.1m, "VAT rate - super-reduced"),
    ];

    /// <summary>The codes of the extra fields of products (without <c>options_</c>), in order; empty unless told.</summary>
    public IList<string> ProductExtraFields { get; } = [];

    /// <summary>The name of the own company.</summary>
    public string CompanyName { get; set; } = "Sandbox SARL";

    internal Lock Gate { get; } = new();

    internal bool Is18 => _options.Version.StartsWith("18.", StringComparison.Ordinal);

    internal DolibarrSandboxOptions Options => _options;

    /// <summary>Now, in UTC and whole seconds: the database keeps no fractions.</summary>
    internal DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(_clock.GetUtcNow().ToUnixTimeSeconds());

    internal string LocalNow => Local(Now);

    internal bool SinglePrice => Constants.IsOn("PRODUCT_PRICE_UNIQ");

    internal bool LevelPrices => Constants.IsOn("PRODUIT_MULTIPRICES");

    internal int PriceLevelCount => Math.Max(1, Constants.Int("PRODUIT_MULTIPRICES_LIMIT"));

    internal int UnitDecimals => Constants["MAIN_MAX_DECIMALS_UNIT"] is null ? 5 : Constants.Int("MAIN_MAX_DECIMALS_UNIT");

    internal int TotalDecimals => Constants["MAIN_MAX_DECIMALS_TOT"] is null ? 2 : Constants.Int("MAIN_MAX_DECIMALS_TOT");

    internal string Language => Constants["MAIN_LANG_DEFAULT"] ?? "en_US";

    internal bool Translates => Constants.IsOn("MAIN_MULTILANGS");

    /// <summary>An instant as the database writes it: local time of the server.</summary>
    internal string Local(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, _options.TimeZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    internal TRow Insert<TRow>(DolibarrTable<TRow> table, TRow row) where TRow : DolibarrRow
    {
        var now = Now;
        if (row.Created == default)
            row.Created = now;
        if (row.Modified == default)
            row.Modified = row.Created;
        return table.Add(row);
    }
}
