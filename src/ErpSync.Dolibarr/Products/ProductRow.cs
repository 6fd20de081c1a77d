using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>One product, service, or child of variants, as the server gives it. Travels as native content so that a write knows units and price levels.</summary>
internal sealed record ProductRow
{
    /// <summary>The properties that are read of a product, for servers that can leave the others out.</summary>
    public const string Properties =
        "id,ref,ref_ext,label,description,note_private,type,status,price,price_base_type,multiprices,multiprices_ttc,multiprices_base_type,multiprices_min,multiprices_min_ttc,multiprices_tva_tx,"
        + "multilangs,default_vat_code,tva_tx,localtax1_tx,localtax2_tx,localtax1_type,localtax2_type,cost_price,weight,weight_units,width,width_units,height,height_units,length,length_units,seuil_stock_alerte,fk_unit,status_batch,barcode,barcode_type,array_options,date_modification";

    /// <summary>The properties that are read of a stock level, with <c>includestockdata=1</c>.</summary>
    public const string StockProperties = "id,ref,ref_ext,type,status_batch,stock_reel,stock_theorique,stock_warehouse";

    /// <summary>The properties that are read of prices.</summary>
    public const string PriceProperties = "id,ref,type,multiprices,multiprices_ttc,multiprices_base_type,multiprices_min,multiprices_min_ttc,multiprices_tva_tx,date_modification";

    public required long Id { get; init; }

    public string? Reference { get; init; }

    public string? RefExt { get; init; }

    public string Label { get; init; } = "";

    public string Description { get; init; } = "";

    public string? NotePrivate { get; init; }

    public bool IsService { get; init; }

    public bool IsOnSale { get; init; }

    public decimal? Price { get; init; }

    public string? PriceBaseType { get; init; }

    public SortedDictionary<int, PriceLevelRow> Levels { get; init; } = [];

    /// <summary>Label and description per locale; empty where translations are off.</summary>
    public IReadOnlyDictionary<string, (string Label, string Description)> Translations { get; init; } = new Dictionary<string, (string, string)>(StringComparer.Ordinal);

    public decimal VatPercent { get; init; }

    public string? VatCode { get; init; }

    public LocalTax? Local1 { get; init; }

    public LocalTax? Local2 { get; init; }

    public decimal? CostPrice { get; init; }

    public decimal? Weight { get; init; }

    /// <summary>The power of ten of a kilogram; 98 ounces, 99 pounds; null means kilograms.</summary>
    public int? WeightUnits { get; init; }

    public (decimal? Value, int? Units) Width { get; init; }

    public (decimal? Value, int? Units) Height { get; init; }

    public (decimal? Value, int? Units) Depth { get; init; }

    /// <summary>The stock below which somebody is warned; 0 for none.</summary>
    public decimal? LowStock { get; init; }

    public long? UnitId { get; init; }

    /// <summary>True when stock is kept in lots or serial numbers.</summary>
    public bool HasLots { get; init; }

    public string? Barcode { get; init; }

    /// <summary>Extra fields by code, without <c>options_</c>.</summary>
    public IReadOnlyDictionary<string, string> Extra { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public decimal? StockReal { get; init; }

    public decimal? StockVirtual { get; init; }

    /// <summary>The quantity per warehouse id.</summary>
    public IReadOnlyDictionary<long, decimal> Stock { get; init; } = new Dictionary<long, decimal>();

    /// <summary>The parent, in answers that were asked for it; null otherwise.</summary>
    public long? ParentId { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>The parent's id when the row is a separate product that stands for a variant.</summary>
    public long? MarkedParentId => VariantMark.ParentOf(RefExt);

    /// <summary>Reads a row.</summary>
    /// <param name="json">The row.</param>
    /// <param name="offset">The server's offset, for versions that write times as local text; null when unknown.</param>
    /// <exception cref="ConnectorException">A field cannot be read; the problem names it.</exception>
    public static ProductRow Read(JsonElement json, TimeSpan? offset)
    {
        var reader = new RowReader(json, EntityKind.Product);
        return new ProductRow
        {
            Id = reader.Id,
            Reference = reader.Text("ref"),
            RefExt = reader.Text("ref_ext"),
            Label = TextRules.Decoded(reader.Text("label") ?? ""),
            Description = reader.Text("description") ?? "",
            NotePrivate = reader.Text("note_private"),
            IsService = reader.Flag("type"),
            IsOnSale = reader.Flag("status"),
            Price = reader.Number("price"),
            PriceBaseType = reader.Text("price_base_type"),
            Levels = PriceLevelRow.ReadAll(reader),
            Translations = json.Entries("multilangs").ToDictionary(entry => entry.Name, entry => (entry.Value.Text("label") ?? "", entry.Value.Text("description") ?? ""), StringComparer.Ordinal),
            VatPercent = reader.Number("tva_tx") ?? 0,
            VatCode = reader.Text("default_vat_code"),
            Local1 = LocalTax.Read(json, "localtax1_tx", "localtax1_type"),
            Local2 = LocalTax.Read(json, "localtax2_tx", "localtax2_type"),
            CostPrice = reader.Number("cost_price"),
            Weight = reader.Number("weight"),
            WeightUnits = (int?)reader.Whole("weight_units"),
            Width = (reader.Number("width"), (int?)reader.Whole("width_units")),
            Height = (reader.Number("height"), (int?)reader.Whole("height_units")),
            Depth = (reader.Number("length"), (int?)reader.Whole("length_units")),
            LowStock = reader.Number("seuil_stock_alerte"),
            UnitId = reader.Whole("fk_unit"),
            HasLots = reader.Whole("status_batch") is > 0,
            Barcode = reader.Text("barcode"),
            Extra = json.Entries("array_options")
                .Where(entry => entry.Name.StartsWith("options_", StringComparison.Ordinal) && entry.Value.AsText() is { Length: > 0 })
                .ToDictionary(entry => entry.Name["options_".Length..], entry => entry.Value.AsText()!, StringComparer.Ordinal),
            StockReal = reader.Number("stock_reel"),
            StockVirtual = reader.Number("stock_theorique"),
            Stock = StockRows(json.Entries("stock_warehouse").Concat(json.Entries("stock_warehouses")), reader),
            ParentId = reader.Whole("fk_product_parent") is { } parent and > 0 ? parent : null,
            ModifiedAt = reader.Instant("date_modification", offset),
        };
    }

    private static Dictionary<long, decimal> StockRows(IEnumerable<JsonProperty> entries, RowReader reader)
    {
        var rows = new Dictionary<long, decimal>();
        foreach (var entry in entries)
        {
            if (long.TryParse(entry.Name, System.Globalization.CultureInfo.InvariantCulture, out var warehouse))
                rows[warehouse] = reader.Number(entry.Value.Get("real"), "stock_warehouse") ?? 0;
        }

        return rows;
    }
}
