using ErpSync;

namespace QuickStart.Steps;

/// <summary>What the first steps are about: everything that is sold, without the orders.</summary>
internal static class Catalogue
{
    public static SyncRequest Request { get; } = new("main") { Kinds = [EntityKind.Category, EntityKind.Product, EntityKind.ProductVariant, EntityKind.StockLevel, EntityKind.ProductImage] };
}
