namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The columns of the product table (alias t) and of its extra fields (alias ef).</summary>
internal static class ProductColumns
{
    private static readonly string[] Texts =
        ["note_public", "customcode", "default_vat_code", "accountancy_code_sell", "accountancy_code_buy", "finished", "fk_country", "fk_unit", "length", "width", "height", "surface", "volume"];

    public static Columns<DolibarrProduct> For(DolibarrState state)
    {
        var zone = state.Options.TimeZone;
        var columns = new Dictionary<string, Func<DolibarrProduct, Cell>>(StringComparer.OrdinalIgnoreCase)
        {
            ["t.rowid"] = p => Cell.Of(p.Id),
            ["t.ref"] = p => Cell.Of(p.Ref),
            ["t.entity"] = _ => Cell.Of(1),
            ["t.ref_ext"] = p => Cell.Of(p.RefExt),
            ["t.datec"] = p => Cell.Of(p.Created, zone),
            ["t.tms"] = p => Cell.Of(p.Modified, zone),
            ["t.label"] = p => Cell.Of(p.Label),
            ["t.description"] = p => Cell.Of(p.Description),
            ["t.note"] = p => Cell.Of(p.NotePrivate),
            ["t.price"] = p => Cell.Of(p.Price),
            ["t.price_ttc"] = p => Cell.Of(p.PriceTtc),
            ["t.price_min"] = p => Cell.Of(p.PriceMin),
            ["t.price_base_type"] = p => Cell.Of(p.PriceBaseType),
            ["t.cost_price"] = p => Cell.Of(p.CostPrice),
            ["t.tva_tx"] = p => Cell.Of(p.VatRate),
            ["t.tosell"] = p => Cell.Of(p.OnSale),
            ["t.tobuy"] = p => Cell.Of(p.OnPurchase),
            ["t.fk_product_type"] = p => Cell.Of(p.Type),
            ["t.barcode"] = p => Cell.Of(p.Barcode),
            ["t.fk_barcode_type"] = p => Cell.Of(p.BarcodeType),
            ["t.stock"] = p => Cell.Of(p.Stock),
            ["t.pmp"] = p => Cell.Of(p.AveragePrice),
            ["t.weight"] = p => Cell.Of(p.Weight),
            ["t.weight_units"] = p => Cell.Of(p.WeightUnits),
            ["t.url"] = p => Cell.Of(p.Url),
            ["ef.tms"] = p => Cell.Of(p.ExtraFieldsModified, zone),
            ["ef.fk_object"] = p => p.ExtraFieldsModified is null ? Cell.Null : Cell.Of(p.Id),
        };
        foreach (var name in Texts)
            columns["t." + name] = p => Cell.Of(p.OtherColumns.GetValueOrDefault(name));
        foreach (var code in state.ProductExtraFields)
            columns["ef." + code] = p => Cell.Of(p.ExtraFields.GetValueOrDefault(code));
        return new Columns<DolibarrProduct>(columns);
    }
}
