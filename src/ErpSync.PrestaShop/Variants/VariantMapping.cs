using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Variants;

/// <summary>Combinations: from rows to records, and what the shop makes of a record. PrestaShop stores the difference to the product, records hold the final price and weight.</summary>
internal static class VariantMapping
{
    /// <summary>The record in a row.</summary>
    public static Remote<ProductVariant> Read(WireRow row, ProductBase? product, OptionCatalog options, ShopData shop)
    {
        var variant = new ProductVariant
        {
            Product = product is null ? null : new Ref(EntityKind.Product, RemoteId.From(VariantRow.Product(row))),
            Reference = row.Filled("reference"),
            Options = VariantRow.ValueIds(row).Select(options.Of).OrderBy(option => option.Name, StringComparer.Ordinal).ToValueList(),
            PriceNet = product is { } price ? new Money(price.Price + (row.Number("price") ?? 0), shop.Currency) : null,
            Barcode = row.Filled("ean13"),
            Upc = row.Filled("upc"),
            Isbn = row.Filled("isbn"),
            Mpn = row.Filled("mpn"),
            CostNet = row.Number("wholesale_price") is { } cost and not 0 ? new Money(cost, shop.Currency) : null,
            MinimalQuantity = Math.Max(1, row.Number("minimal_quantity") ?? 1),
            LowStock = row.Number("low_stock_threshold") is { } low and not 0 ? low : null,
            IsDefault = row.Flag("default_on") ?? false,
            WeightKg = product is { } weight ? shop.Weight?.ToKilograms(weight.Weight + (row.Number("weight") ?? 0)) : null,
        };
        return new Remote<ProductVariant>(RemoteId.From(row.Id), variant)
        {
            Label = variant.Reference ?? string.Join(", ", variant.Options.Select(option => option.Value)),
            Stamp = VariantRow.StampOf(row, product),
            Native = new NativeVariant(row, product),
        };
    }

    /// <summary>What the shop would hold.</summary>
    public static ProductVariant Normalise(ProductVariant variant, ShopData shop) => variant with
    {
        Reference = TextRules.Reference(variant.Reference),
        Options = variant.Options.Select(option => new VariantOption(TextRules.OptionName(option.Name), TextRules.OptionName(option.Value))).ToValueList(),
        PriceNet = variant.PriceNet?.Round(6),
        Barcode = TextRules.Barcode(variant.Barcode),
        WeightKg = shop.Weight is { } unit ? unit.Stored(variant.WeightKg) : variant.WeightKg,
        Upc = TextRules.Barcode(variant.Upc),
        Isbn = variant.Isbn?.Trim() is { Length: > 0 } isbn ? isbn : null,
        Mpn = TextRules.Mpn(variant.Mpn),
        CostNet = variant.CostNet?.Round(6) is { Amount: not 0 } cost ? cost : null,
        MinimalQuantity = Math.Clamp(Math.Floor(variant.MinimalQuantity ?? 1), 1, int.MaxValue),
        LowStock = variant.LowStock is { } low && Math.Clamp(Math.Floor(low), int.MinValue, int.MaxValue) is not 0 and var whole ? whole : null,
    };
}
