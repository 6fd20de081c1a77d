namespace ErpSync;

/// <summary>The shapes of ErpSync's own records, by type.</summary>
internal static class KnownShapes
{
    private static readonly Dictionary<Type, object> Shapes = new()
    {
        [typeof(Category)] = CatalogShapes.Category,
        [typeof(Product)] = CatalogShapes.Product,
        [typeof(ProductVariant)] = CatalogShapes.ProductVariant,
        [typeof(StockLevel)] = CatalogShapes.StockLevel,
        [typeof(ProductImage)] = CatalogShapes.ProductImage,
        [typeof(Price)] = CatalogShapes.Price,
    };

    public static Shape<T> Of<T>()
        where T : class, IEntity =>
        Shapes.TryGetValue(typeof(T), out var shape)
            ? (Shape<T>)shape
            : throw new ErpSyncConfigurationException($"ErpSync has no shape for {typeof(T).Name}. Give one: pair.Sync(shape, ...).");
}
