using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Between rows and records of variations: pure functions.</summary>
internal static class VariantMapping
{
    public static Remote<ProductVariant> Read(ProductRow row, ShopSetup setup, string? parentClass)
    {
        var factor = Factor(row, setup, parentClass);
        return new Remote<ProductVariant>(VariantId.Of(row.Parent, row.Id), new ProductVariant
        {
            Product = new Ref(EntityKind.Product, RemoteId.From(row.Parent)),
            Reference = row.Sku,
            Options = row.Attributes.Where(attribute => attribute.Options.Count > 0).Select(attribute => new VariantOption(attribute.Name, attribute.Options[0])).ToValueList(),
            PriceNet = Prices.Net(row.Regular, setup, factor),
            SalePriceNet = Prices.Net(row.Sale, setup, factor),
            SaleFrom = row.SaleFrom,
            SaleUntil = row.SaleUntil,
            Barcode = row.Gtin,
            WeightKg = Units.Read(row.Weight, Units.Weight(setup.WeightUnit)),
            Active = row.Status == "publish",
            CountsStock = row.ManagesStock,
            Backorders = ProductMapping.BackordersOf(row.Backorders),
            LowStock = row.LowStock,
            Custom = ProductMapping.Custom(row.Meta),
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Sku,
            Native = row,
        };
    }

    public static ProductVariant Normalise(ProductVariant value, ShopSetup setup)
    {
        var factor = setup.ClassOf("")?.Factor ?? 1;
        return value with
        {
            Reference = ProductMapping.Sku(value.Reference),
            Options = value.Options.Select(option => new VariantOption(option.Name.Trim(), option.Value.Replace('|', '/').Trim())).ToValueList(),
            PriceNet = Prices.Normalise(value.PriceNet, setup, factor),
            SalePriceNet = Prices.Normalise(value.SalePriceNet, setup, factor),
            SaleFrom = ProductMapping.Seconds(value.SaleFrom),
            SaleUntil = ProductMapping.Seconds(value.SaleUntil),
            Barcode = ProductMapping.Gtin(value.Barcode),
            WeightKg = Units.Normalise(value.WeightKg, Units.Weight(setup.WeightUnit)),
            Active = value.Active ?? true,
            Backorders = value.CountsStock == false ? Backorders.Refused : value.Backorders ?? Backorders.Refused,
            LowStock = value.CountsStock != false && value.LowStock is { } low ? decimal.Truncate(low) : null,
            Custom = TextMap.From(value.Custom.Where(entry => setup.CustomFields.Contains(entry.Key, StringComparer.Ordinal))),
        };
    }

    public static decimal Factor(ProductRow row, ShopSetup setup, string? parentClass) =>
        row.TaxStatus == "none" ? 1 : setup.ClassOf(row.TaxClass == "parent" ? parentClass : row.TaxClass)?.Factor ?? 1;

    /// <summary>The named fields; null for all.</summary>
    public static JsonObject Body(ProductVariant value, IReadOnlyCollection<string>? fields, ProductRow? row, ShopSetup setup, decimal factor, bool managesStock)
    {
        var body = new JsonObject();
        Set(nameof(ProductVariant.Reference), "sku", () => ProductMapping.Sku(value.Reference) ?? "");
        Set(nameof(ProductVariant.PriceNet), "regular_price", () => Prices.ToText(value.PriceNet, setup, factor, nameof(ProductVariant.PriceNet)));
        Set(nameof(ProductVariant.SalePriceNet), "sale_price", () => Prices.ToText(value.SalePriceNet, setup, factor, nameof(ProductVariant.SalePriceNet)));
        Set(nameof(ProductVariant.SaleFrom), "date_on_sale_from_gmt", () => value.SaleFrom is { } from ? JsonValues.Naive(from) : "");
        Set(nameof(ProductVariant.SaleUntil), "date_on_sale_to_gmt", () => value.SaleUntil is { } until ? JsonValues.Naive(until) : "");
        if (setup.HasGtin)
            Set(nameof(ProductVariant.Barcode), "global_unique_id", () => ProductMapping.Gtin(value.Barcode) ?? "");
        Set(nameof(ProductVariant.WeightKg), "weight", () => Units.ToText(value.WeightKg, Units.Weight(setup.WeightUnit)));
        Set(nameof(ProductVariant.Active), "status", () => value.Active == false ? "private" : "publish");
        Set(nameof(ProductVariant.Backorders), "backorders", () => ProductMapping.BackordersText(value.Backorders));
        Set(nameof(ProductVariant.LowStock), "low_stock_amount", () => value.LowStock is { } low ? (long)decimal.Truncate(low) : null);
        Set(nameof(ProductVariant.CountsStock), "manage_stock", () => value.CountsStock ?? managesStock);
        if (fields?.Contains(nameof(ProductVariant.Custom)) != false)
            ProductBodies.Custom(body, value.Custom, row?.Meta ?? [], setup);
        return body;

        void Set(string field, string name, Func<JsonNode?> make)
        {
            if (fields?.Contains(field) != false)
                body[name] = make();
        }
    }
}
