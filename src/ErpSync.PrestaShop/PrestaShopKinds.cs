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

    private static readonly string[] ProductFields =
    [
        nameof(Product.Reference), nameof(Product.Name), nameof(Product.Summary), nameof(Product.Description), nameof(Product.PriceNet), nameof(Product.CostNet), nameof(Product.Taxes),
        nameof(Product.Barcode), nameof(Product.WeightKg), nameof(Product.Active), nameof(Product.IsService), nameof(Product.Categories), nameof(Product.Custom),
    ];

    private static readonly string[] VariantFields =
        [nameof(ProductVariant.Reference), nameof(ProductVariant.Options), nameof(ProductVariant.PriceNet), nameof(ProductVariant.Barcode), nameof(ProductVariant.WeightKg)];

    private static readonly string[] ImageFields = [nameof(ProductImage.Content)];

    KindProfile<Category> IKind<Category>.Profile => new()
    {
        Normalise = category => session.Shop is { } shop ? CategoryMapping.Normalise(category, shop) : category,
        DateTrust = DateTrust.Partial,
        FindBatch = FindBatch,
        WriteBatch = Math.Min(options.WriteBatch, 50),
    };

    KindProfile<Product> IKind<Product>.Profile => new()
    {
        ReadFields = Names(ProductFields, Without(options.CustomFields.Count == 0 ? nameof(Product.Custom) : null, WeightOrNull(nameof(Product.WeightKg)))),
        Normalise = product => session.Shop is { } shop ? ProductMapping.Normalise(product, shop, options) : product,
        DateTrust = DateTrust.Partial,
        FindBatch = FindBatch,
        WriteBatch = options.WriteBatch,
    };

    KindProfile<ProductVariant> IKind<ProductVariant>.Profile => new()
    {
        ReadFields = Names(VariantFields, Without(WeightOrNull(nameof(ProductVariant.WeightKg)))),
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

    KindProfile<ProductImage> IKind<ProductImage>.Profile => new() { ReadFields = Names(ImageFields, []), FindBatch = FindBatch, WriteBatch = 20 };

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

    private static HashSet<string> Names(string[] fields, HashSet<string> left) => fields.Where(name => !left.Contains(name)).ToHashSet(StringComparer.Ordinal);
}
