using ErpSync.Sandbox.Dolibarr;

namespace ErpSync.Sandbox;

/// <summary>A product or service. Children of variants are products too.</summary>
public sealed class DolibarrProduct : DolibarrRow
{
    private string _ref = "";
    private string? _refExt;
    private string? _barcode;

    /// <summary>The reference: unique, compared without case and accents.</summary>
    public string Ref
    {
        get => _ref;
        set
        {
            Table?.Forget(this);
            _ref = value;
            RefKey = Collation.Key(value);
            Table?.Index(this);
        }
    }

    /// <summary>The external reference; not unique; null for none.</summary>
    public string? RefExt
    {
        get => _refExt;
        set
        {
            Table?.Forget(this);
            _refExt = value;
            Table?.Index(this);
        }
    }

    /// <summary>The barcode: unique; null for none.</summary>
    public string? Barcode
    {
        get => _barcode;
        set
        {
            Table?.Forget(this);
            _barcode = value;
            Table?.Index(this);
        }
    }

    /// <summary>The row of the barcode type, 2 for EAN13; null for none.</summary>
    public int? BarcodeType { get; set; }

    /// <summary>The label.</summary>
    public string Label { get; set; } = "";

    /// <summary>The description in HTML.</summary>
    public string? Description { get; set; } = "";

    /// <summary>0 for goods, 1 for a service.</summary>
    public int Type { get; set; }

    /// <summary>True when it can be sold: the field status.</summary>
    public bool OnSale { get; set; }

    /// <summary>True when it can be bought: the field status_buy.</summary>
    public bool OnPurchase { get; set; }

    /// <summary>The selling price without tax, in the company's currency. With price levels: that of the level written last.</summary>
    public decimal Price { get; set; }

    /// <summary>The selling price with tax. Seeding leaves it 0 to have it computed.</summary>
    public decimal PriceTtc { get; set; }

    /// <summary>The lowest price without tax; 0 for none.</summary>
    public decimal PriceMin { get; set; }

    /// <summary>The lowest price with tax; 0 for none.</summary>
    public decimal PriceMinTtc { get; set; }

    /// <summary>Which price was entered: <c>HT</c> or <c>TTC</c>; empty when a product was created without a word on it.</summary>
    public string PriceBaseType { get; set; } = "";

    /// <summary>The tax rate in per cent.</summary>
    public decimal VatRate { get; set; }

    /// <summary>The prices per level, from 1; empty outside of level mode.</summary>
    public SortedList<int, DolibarrPriceLevel> PriceLevels { get; } = [];

    /// <summary>The cost price; null for none.</summary>
    public decimal? CostPrice { get; set; }

    /// <summary>The average price of the stock, from priced movements.</summary>
    public decimal AveragePrice { get; set; }

    /// <summary>The weight in units of ten to the power of <see cref="WeightUnits"/> kilograms; null for none.</summary>
    public decimal? Weight { get; set; }

    /// <summary>The scale of the weight: 0 for kilograms, -3 for grams; null for none.</summary>
    public int? WeightUnits { get; set; }

    /// <summary>The public address; null for none.</summary>
    public string? Url { get; set; }

    /// <summary>The private note; null for none.</summary>
    public string? NotePrivate { get; set; }

    /// <summary>The stock over all warehouses; null as long as it was never moved.</summary>
    public decimal? Stock { get; internal set; }

    /// <summary>Columns without a property of their own, by their JSON name, for example <c>customcode</c>.</summary>
    public SortedList<string, string?> OtherColumns { get; } = new(0, StringComparer.Ordinal);

    /// <summary>The extra fields by code (without <c>options_</c>); only those that the state defines are stored and shown.</summary>
    public SortedList<string, string?> ExtraFields { get; } = new(0, StringComparer.Ordinal);

    /// <summary>The texts per language code, for example <c>fr_FR</c>.</summary>
    public SortedList<string, DolibarrTranslation> Translations { get; } = new(0, StringComparer.Ordinal);

    /// <summary>When the row of extra fields last changed, in UTC; null when there is no such row: version 23 then shows no date_modification.</summary>
    public DateTimeOffset? ExtraFieldsModified { get; set; }

    /// <summary>True when an order or invoice uses it: it can't be deleted.</summary>
    public bool IsUsed { get; set; }

    /// <summary>True once an update wrote the row: lengths, surfaces and volumes then have units.</summary>
    public bool WasUpdated { get; set; }

    internal string RefKey { get; private set; } = "";

    internal DolibarrProductTable? Table { get; set; }

    internal List<DolibarrStockLevel> Levels { get; } = new(0);
}
