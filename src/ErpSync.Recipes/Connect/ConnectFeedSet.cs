namespace ErpSync.Recipes.Connect;

/// <summary>
/// The twelve feeds: what they carry, what must come first, when they run. The retry feed writes to the hub only: during set-up nothing may reach the shop, and what a feed into the shop
/// could not write it tries again by itself.
/// </summary>
internal static class ConnectFeedSet
{
    private static readonly EntityKind[] Catalogue = [EntityKind.Category, EntityKind.Product, EntityKind.ProductVariant];

    public static void Configure(FeedSetBuilder feeds, string shop, string hub, ConnectOptions options)
    {
        var when = options.Schedules;
        feeds
            .Add(ConnectFeedNames.ImportNewProducts, f => Every(f.Kinds(Catalogue).Into(hub).Only(SyncWrites.Creates), when.NewProducts))
            .Add(ConnectFeedNames.UpdateProducts, f => Every(f.Kinds(Catalogue).Into(hub).Only(SyncWrites.Updates).After(ConnectFeedNames.ImportNewProducts), when.UpdatedProducts))
            .Add(ConnectFeedNames.ImportProductImages, f => Every(f.Kinds(EntityKind.ProductImage).Into(hub).After(ConnectFeedNames.ImportNewProducts), when.ProductImages))
            .Add(ConnectFeedNames.ImportNewOrders, f => Every(f.Kinds(EntityKind.Order).Into(hub).Only(SyncWrites.Creates).After(ConnectFeedNames.ImportNewProducts), when.NewOrders))
            .Add(ConnectFeedNames.UpdateOrders, f => Every(f.Kinds(EntityKind.Order).Into(hub).Only(SyncWrites.Updates).After(ConnectFeedNames.ImportNewOrders).WhenLive(), when.UpdatedOrders))
            .Add(ConnectFeedNames.ImportStockLevels, f => f.Kinds(EntityKind.StockLevel).Into(hub).Keeping(shop).Full().Once().After(ConnectFeedNames.ImportNewProducts)
                .Lacking(options.StockImportWarehouse is null ? "No warehouse is chosen that takes the shop's quantities: set StockImportWarehouse." : null))
            .Add(ConnectFeedNames.ImportSuppliers, f => Every(f.Kinds(EntityKind.Supplier).Into(hub), when.Suppliers))
            .Add(ConnectFeedNames.ImportProductSuppliers, f => Every(f.Kinds(EntityKind.SupplierPrice).Into(hub).After(ConnectFeedNames.ImportNewProducts, ConnectFeedNames.ImportSuppliers), when.ProductSuppliers))
            .Add(ConnectFeedNames.ExportStockLevels, f => Every(f.Kinds(EntityKind.StockLevel).Into(shop).After(ConnectFeedNames.ImportStockLevels).WhenLive(), when.StockExport))
            .Add(ConnectFeedNames.StockCheck, f => Every(f.Kinds(EntityKind.StockLevel).Into(shop).Full().After(ConnectFeedNames.ImportStockLevels), when.StockCheck))
            .Add(ConnectFeedNames.ShippingConfirmation, f => Every(f.Kinds(EntityKind.Order, EntityKind.Shipment).Into(shop).After(ConnectFeedNames.ImportNewOrders).WhenLive(), when.ShippingConfirmation))
            .Add(ConnectFeedNames.Retry, f => Every(f.Retrying().Into(hub), when.Retry));
    }

    private static void Every(FeedBuilder feed, TimeSpan? interval)
    {
        if (interval is { } span)
            feed.Every(span);
    }
}
