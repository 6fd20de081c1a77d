namespace ErpSync.WooCommerce;

/// <summary>Between rows and stock levels. A level has the id of its owner.</summary>
internal static class StockMapping
{
    /// <summary>The level of a row; null where it has none of its own.</summary>
    public static Remote<StockLevel>? Read(ProductRow row, WooCommerceOptions options)
    {
        if (!row.ManagesStock && !(options.StockOfAll && row.IsGoods))
            return null;
        var owner = row.Parent > 0 ? new Ref(EntityKind.ProductVariant, VariantId.Of(row.Parent, row.Id)) : new Ref(EntityKind.Product, RemoteId.From(row.Id));
        return new Remote<StockLevel>(owner.Id, new StockLevel { Owner = owner, Quantity = row.ManagesStock ? row.Stock ?? 0 : 0 })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Sku ?? Texts.Plain(row.Name),
            Native = row,
        };
    }

    /// <summary>WooCommerce counts whole pieces: what is left of a fraction is not sold.</summary>
    public static StockLevel Normalise(StockLevel value) => value with { Quantity = Math.Floor(value.Quantity) };
}
