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
        nameof(Product.Type), nameof(Product.Items), nameof(Product.Upc), nameof(Product.Isbn), nameof(Product.Mpn), nameof(Product.Manufacturer), nameof(Product.Supplier), nameof(Product.SupplierReference),
        nameof(Product.MainCategory), nameof(Product.Features), nameof(Product.Tags), nameof(Product.Condition), nameof(Product.WidthCm), nameof(Product.HeightCm), nameof(Product.DepthCm),
        nameof(Product.MinimalQuantity), nameof(Product.LowStock), nameof(Product.Visibility), nameof(Product.Orderable), nameof(Product.Slug), nameof(Product.MetaTitle), nameof(Product.MetaDescription),
    ];

    private static readonly string[] VariantFields =
    [
        nameof(ProductVariant.Reference), nameof(ProductVariant.Options), nameof(ProductVariant.PriceNet), nameof(ProductVariant.Barcode), nameof(ProductVariant.WeightKg), nameof(ProductVariant.Upc),
        nameof(ProductVariant.Isbn), nameof(ProductVariant.Mpn), nameof(ProductVariant.CostNet), nameof(ProductVariant.MinimalQuantity), nameof(ProductVariant.LowStock), nameof(ProductVariant.IsDefault),
    ];

    private static readonly string[] ImageFields = [nameof(ProductImage.Content), nameof(ProductImage.IsCover), nameof(ProductImage.Position), nameof(ProductImage.Variants)];

    KindProfile<Category> IKind<Category>.Profile => new()
    {
        Normalise = category => session.Shop is { } shop ? CategoryMapping.Normalise(category, shop) : category,
        DateTrust = DateTrust.Partial,
        FindBatch = FindBatch,
        WriteBatch = Math.Min(options.WriteBatch, 50),
    };

    KindProfile<Product> IKind<Product>.Profile => new()
    {
        ReadFields = Names(ProductFields, Without(options.CustomFields.Count == 0 ? nameof(Product.Custom) : null, WeightOrNull(nameof(Product.WeightKg)), LengthOrNull(nameof(Product.WidthCm)), LengthOrNull(nameof(Product.HeightCm)), LengthOrNull(nameof(Product.DepthCm)))),
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
        FindBatch = 1000,
        WriteBatch = options.StockBatch,
    };

    KindProfile<ProductImage> IKind<ProductImage>.Profile => new()
    {
        ReadFields = Names(ImageFields, []),
        WrittenFields = Names(ImageFields, Without(nameof(ProductImage.Position))),
        Normalise = static image => image with { Position = image.IsCover ? 0 : image.Position, Legend = LocalizedText.Empty },
        DateTrust = DateTrust.Partial,
        FindBatch = FindBatch,
        WriteBatch = 20,
    };

    private string? LengthOrNull(string field) => session.Shop is { Length: null } ? field : null;

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
