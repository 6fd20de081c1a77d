namespace ErpSync.PrestaShop.Stock;

/// <summary>Stock rows: from rows to records, and what the shop makes of a record.</summary>
internal static class StockMapping
{
    /// <summary>The record in a row. PrestaShop keeps what can be sold, not what lies on the shelf.</summary>
    public static Remote<StockLevel> Read(WireRow row)
    {
        var variant = StockRow.Variant(row);
        var owner = variant > 0 ? new Ref(EntityKind.ProductVariant, RemoteId.From(variant)) : new Ref(EntityKind.Product, RemoteId.From(StockRow.Product(row)));
        return new Remote<StockLevel>(StockRow.Id(row), new StockLevel { Owner = owner, Quantity = row.Number("quantity") ?? 0 })
        {
            Stamp = StockRow.StampOf(row),
            Native = row,
        };
    }

    /// <summary>What the shop would hold: whole pieces, never more than there are; one place.</summary>
    public static StockLevel Normalise(StockLevel level) => level with
    {
        Quantity = Math.Clamp(Math.Floor(level.Quantity), int.MinValue, int.MaxValue),
        Warehouse = null,
        Physical = null,
        Reserved = null,
    };
}
