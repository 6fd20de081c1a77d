using ErpSync.PrestaShop.Categories;
using ErpSync.PrestaShop.Products;
using ErpSync.PrestaShop.Stock;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop;

/// <summary>What is declared about each kind; it depends on the shop's languages, version and unit of weight.</summary>
internal sealed class PrestaShopKinds(ShopSession session, PrestaShopOptions options)
    : IKind<Category>, IKind<Product>, IKind<ProductVariant>, IKind<StockLevel>, IKind<ProductImage>
{
    private const int FindBatch = 250;

    KindProfile<Category> IKind<Category>.Profile => new()
    {
        Normalise = category => session.Shop is { } shop ? CategoryMapping.Normalise(category, shop) : category,
        DateTrust = DateTrust.Partial,
        FindBatch = FindBatch,
        WriteBatch = Math.Min(options.WriteBatch, 50),
    };

    KindProfile<Product> IKind<Product>.Profile => new()
    {
        ReadFields = Names(CatalogShapes.Product, Without(options.CustomFields.Count == 0 ? nameof(Product.Custom) : null, WeightOrNull(nameof(Product.WeightKg)))),
        Normalise = product => session.Shop is { } shop ? ProductMapping.Normalise(product, shop, options) : product,
        DateTrust = DateTrust.Partial,
        FindBatch = FindBatch,
        WriteBatch = options.WriteBatch,
    };

    KindProfile<ProductVariant> IKind<ProductVariant>.Profile => new()
    {
        ReadFields = Names(CatalogShapes.ProductVariant, Without(WeightOrNull(nameof(ProductVariant.WeightKg)))),
        Normalise = variant => session.Shop is { } shop ? VariantMapping.Normalise(variant, shop) : variant,
        FindBatch = FindBatch,
        WriteBatch = options.WriteBatch,
    };

    KindProfile<StockLevel> IKind<StockLevel>.Profile => new()
    {
        Normalise = StockMapping.Normalise,
        FindBatch = 500,
        WriteBatch = options.StockBatch,
    };

    KindProfile<ProductImage> IKind<ProductImage>.Profile => new() { FindBatch = FindBatch, WriteBatch = 20 };

    private string? WeightOrNull(string field) => session.Shop is { Weight: null } ? field : null;

    private static HashSet<string> Without(params ReadOnlySpan<string?> fields)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            if (field is not null)
                names.Add(field);
        }

        return names;
    }

    private static HashSet<string>? Names<T>(Shape<T> shape, HashSet<string> left)
        where T : class, IEntity =>
        left.Count == 0 ? null : shape.Fields.Select(field => field.Name).Where(name => !left.Contains(name)).ToHashSet(StringComparer.Ordinal);
}
