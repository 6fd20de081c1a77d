using System.Text.Json;
using Fields = System.Collections.Generic.Dictionary<string, System.Action<System.Text.Json.Utf8JsonWriter, ErpSync.Sandbox.Dolibarr.ProductView>>;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes the fields of a product that differ from product to product.</summary>
internal static class ProductFields
{
    /// <summary>Columns that are kept as text and shown as they were sent.</summary>
    public static readonly string[] Others =
    [
        "note_public", "country_id", "default_vat_code", "localtax1_tx", "localtax2_tx", "localtax1_type", "localtax2_type", "packaging", "lifetime", "qc_frequency",
        "seuil_stock_alerte", "desiredstock", "finished", "status_batch", "batch_mask", "customcode", "length", "width", "height", "surface", "volume",
        "net_measure", "net_measure_units", "accountancy_code_sell", "accountancy_code_sell_intra", "accountancy_code_sell_export", "accountancy_code_buy",
        "accountancy_code_buy_intra", "accountancy_code_buy_export", "fk_default_warehouse", "fk_unit", "mandatory_period", "stockable_product",
    ];

    private static readonly string[] Units = ["length_units", "width_units", "height_units", "surface_units", "volume_units"];

    public static Fields Of23() => new(Common(hasUnits: true), StringComparer.Ordinal)
    {
        ["date_creation"] = (w, v) => w.WriteNumberValue(v.Product.Created.ToUnixTimeSeconds()),
        ["date_modification"] = (w, v) => WriteModified(w, v.Product),
        ["level"] = (w, v) => WriteNumberOrNull(w, v.Echo?.Level),
        ["multiprices_default_vat_code"] = ProductPriceFields.WriteVatCodes,
        ["duration"] = (w, v) => w.WriteStringValue(v.Product.WasUpdated ? "0" : ""),
        ["weight_units"] = (w, v) => WriteUnit(w, v.Product.WeightUnits is { } unit ? Numbers.Text(unit) : v.Product.WasUpdated ? "0" : null),
    };

    public static Fields Of18() => new(Common(hasUnits: false), StringComparer.Ordinal)
    {
        ["date_creation"] = (w, v) => w.WriteStringValue(v.State.Local(v.Product.Created)),
        ["date_modification"] = (w, v) => w.WriteStringValue(v.State.Local(v.Product.Modified)),
        ["weight_units"] = (w, v) => w.WriteText(v.Product.WeightUnits is { } unit ? Numbers.Text(unit) : null),
    };

    private static Fields Common(bool hasUnits)
    {
        var fields = new Fields(StringComparer.Ordinal)
        {
            ["id"] = (w, v) => w.WriteStringValue(Numbers.Text(v.Product.Id)),
            ["array_options"] = WriteExtraFields,
            ["ref"] = (w, v) => w.WriteStringValue(v.Product.Ref),
            ["ref_ext"] = (w, v) => w.WriteText(v.Product.RefExt),
            ["status"] = (w, v) => w.WriteStringValue(Numbers.Flag(v.Product.OnSale)),
            ["status_buy"] = (w, v) => w.WriteStringValue(Numbers.Flag(v.Product.OnPurchase)),
            ["barcode"] = (w, v) => w.WriteText(v.Product.Barcode),
            ["barcode_type"] = (w, v) => w.WriteText(v.Product.BarcodeType is { } type ? Numbers.Text(type) : null),
            ["note_private"] = (w, v) => w.WriteText(v.Product.NotePrivate),
            ["label"] = (w, v) => w.WriteStringValue(v.Product.Label),
            ["description"] = (w, v) => w.WriteText(v.Product.Description),
            ["type"] = (w, v) => w.WriteStringValue(Numbers.Text(v.Product.Type)),
            ["price"] = (w, v) => w.WriteStringValue(Numbers.Eight(v.Product.Price)),
            ["price_ttc"] = (w, v) => w.WriteStringValue(Numbers.Eight(v.Product.PriceTtc)),
            ["price_min"] = (w, v) => w.WriteStringValue(Numbers.Eight(v.Product.PriceMin)),
            ["price_min_ttc"] = (w, v) => w.WriteStringValue(Numbers.Eight(v.Product.PriceMinTtc)),
            ["price_base_type"] = (w, v) => w.WriteStringValue(v.Product.PriceBaseType),
            ["tva_tx"] = (w, v) => w.WriteStringValue(Numbers.Four(v.Product.VatRate)),
            ["multilangs"] = ProductTranslations.Write,
            ["cost_price"] = (w, v) => w.WriteText(v.Product.CostPrice is { } cost ? Numbers.Eight(cost) : null),
            ["pmp"] = (w, v) => w.WriteStringValue(Numbers.Eight(v.Product.AveragePrice)),
            ["weight"] = (w, v) => w.WriteText(v.Product.Weight is { } weight ? Numbers.Short(weight) : null),
            ["url"] = (w, v) => w.WriteText(v.Product.Url),
            ["stock_reel"] = WriteStock,
            ["stock_theorique"] = (w, v) =>
            {
                if (v.WithStock)
                    w.WriteRawValue(Numbers.Short(VirtualStock.Of(v.State, v.Product)));
                else
                    w.WriteNullValue();
            },
            ["stock_warehouse"] = WriteWarehouses,
            ["stats_expedition"] = (w, v) => w.WriteRawValue(v.WithStock ? """{"customers":"0","nb":"0","rows":"0","qty":0}""" : "[]"),
        };
        ProductPriceFields.AddTo(fields);
        foreach (var name in hasUnits ? Units : [])
            fields[name] = (w, v) => WriteUnit(w, v.Product.OtherColumns.GetValueOrDefault(name) ?? (v.Product.WasUpdated ? "0" : null));
        return fields;
    }

    /// <summary>Writes the levels per warehouse: the highest warehouse first, as recorded.</summary>
    public static void WriteWarehouses(Utf8JsonWriter writer, IReadOnlyCollection<DolibarrStockLevel> levels) =>
        writer.WriteMap(
            [.. levels.OrderByDescending(l => l.WarehouseId).Select(l => KeyValuePair.Create(Numbers.Text(l.WarehouseId), l))],
            static (w, level) =>
            {
                w.WriteStartObject();
                w.WriteString("real", Numbers.Short(level.Quantity));
                w.WriteString("id", Numbers.Text(level.Id));
                w.WriteEndObject();
            });

    private static void WriteWarehouses(Utf8JsonWriter writer, ProductView view) => WriteWarehouses(writer, view.WithStock ? view.Product.Levels : []);

    private static void WriteStock(Utf8JsonWriter writer, ProductView view)
    {
        if (view.WithStock)
            writer.WriteRawValue(Numbers.Short(view.Product.Stock ?? 0m));
        else
            writer.WriteText(view.Product.Stock is { } stock ? Numbers.Short(stock) : null);
    }

    private static void WriteExtraFields(Utf8JsonWriter writer, ProductView view) =>
        writer.WriteMap(
            [.. view.State.ProductExtraFields.Select(code => KeyValuePair.Create("options_" + code, code))],
            (w, code) => ExtraFieldValues.Write(w, view.State.ExtraFieldType("product", code), view.Product.ExtraFields.GetValueOrDefault(code), view.State));

    /// <summary>The later of the row's and its extra fields' dates; empty when it has no row of extra fields.</summary>
    private static void WriteModified(Utf8JsonWriter writer, DolibarrProduct product)
    {
        if (product.ExtraFieldsModified is { } extra)
            writer.WriteNumberValue(Math.Max(extra.ToUnixTimeSeconds(), product.Modified.ToUnixTimeSeconds()));
        else
            writer.WriteStringValue("");
    }

    private static void WriteUnit(Utf8JsonWriter writer, string? stored)
    {
        if (stored is null)
            writer.WriteNumberValue(0);
        else
            writer.WriteStringValue(stored);
    }

    private static void WriteNumberOrNull(Utf8JsonWriter writer, int? value)
    {
        if (value is { } number)
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }
}
