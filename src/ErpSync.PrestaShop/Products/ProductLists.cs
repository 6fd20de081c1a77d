using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Products;

/// <summary>The lists of a product that a write replaces as a whole: categories, features, tags, the parts of a pack.</summary>
internal static class ProductLists
{
    /// <summary>The categories of a product: the wanted ones first, then the roots that it is in; a product in no category at all would be lost to customers.</summary>
    public static List<long> Categories(Product wanted, ShopData shop, WireRow? present)
    {
        var categories = wanted.Categories.Where(category => category.Kind == EntityKind.Category && !category.IsForeign).Select(category => Rows.Number(category.Id)).Where(id => id > 0 && !shop.IsRoot(id)).ToList();
        if (present is not null)
            categories.AddRange(ProductMapping.CategoryIds(present).Where(id => id > 0 && shop.IsRoot(id)));
        return categories.Count > 0 ? categories : [shop.HomeCategory];
    }

    /// <summary>The list of categories.</summary>
    public static XElement Of(IEnumerable<long> categories) => List("categories", categories.Select(id => Entry("category", ("id", id))));

    /// <summary>The list of features. A value that is there already stays the same one, also where it was typed for this product alone.</summary>
    public static XElement Features(Product wanted, WireRow? present, ProductContext context)
    {
        var stored = present is null || context.Books.Features is not { } known ? TextMap.Empty : known.Of(present);
        var entries = new List<XElement>();
        foreach (var (name, text) in wanted.Features)
        {
            if (present is not null && string.Equals(stored[name], text, StringComparison.Ordinal))
            {
                entries.AddRange(present.Association("product_features").Where(row => context.Books.Features!.Name(row.Id) == name)
                    .Select(row => Entry("product_feature", ("id", row.Id), ("id_feature_value", row.Whole("id_feature_value") ?? 0))));
                continue;
            }

            foreach (var value in FeatureBook.Values(text))
            {
                if (context.Books.Features is not { } book || book.Feature(name) is not { } feature || book.Value(name, value) is not { } id)
                    throw Missing(context, PrestaShopCodes.FeatureMissing, $"The feature {name} = {value} could not be created.", nameof(Product.Features));
                entries.Add(Entry("product_feature", ("id", feature), ("id_feature_value", id)));
            }
        }

        return List("product_features", entries);
    }

    /// <summary>The list of tags; those of other languages stay.</summary>
    public static XElement Tags(Product wanted, WireRow? present, ProductContext context)
    {
        var ids = present is null || context.Books.Tags is not { } known ? [] : known.Foreign(present).ToList();
        foreach (var tag in wanted.Tags)
            ids.Add(context.Books.Tags?.Id(tag) ?? throw Missing(context, PrestaShopCodes.TagMissing, $"The tag {tag} could not be created.", nameof(Product.Tags)));
        return List("tags", ids.Select(id => Entry("tag", ("id", id))));
    }

    /// <summary>The list of the parts of a pack. PrestaShop takes the combination of a part under another name than it gives it.</summary>
    public static XElement Items(Product wanted, ProductContext context) => List("product_bundle", wanted.Items.Select(item => Part(item, context)));

    private static XElement Part(PackItem item, ProductContext context)
    {
        var id = item.Product.IsForeign ? 0 : Rows.Number(item.Product.Id);
        var (product, variant) = item.Product.Kind == EntityKind.ProductVariant ? (context.ProductOf.GetValueOrDefault(id), id) : (id, 0);
        if (product == 0)
            throw Refused(PrestaShopCodes.PackItemMissing, $"The pack holds the {item.Product.Kind.Name} {item.Product.Id}, which the shop does not have.", nameof(Product.Items));
        if (item.Quantity < 1 || item.Quantity != decimal.Truncate(item.Quantity) || item.Quantity > int.MaxValue)
            throw Refused(PrestaShopCodes.PackItemMissing, $"The pack holds {item.Quantity.ToString(CultureInfo.InvariantCulture)} of the {item.Product.Kind.Name} {item.Product.Id}; PrestaShop takes whole pieces, one or more.", nameof(Product.Items));
        return Entry("product", ("id", product), ("id_product_attribute", variant), ("product_attribute_id", variant), ("quantity", (long)item.Quantity));
    }

    private static XElement List(string name, IEnumerable<XElement> entries) => new(name, entries);

    private static XElement Entry(string node, params ReadOnlySpan<(string Name, long Value)> values)
    {
        var entry = new XElement(node);
        foreach (var (name, value) in values)
            entry.Add(XmlBody.Value(name, value));
        return entry;
    }

    private static ConnectorException Missing(ProductContext context, string code, string message, string field) =>
        new((context.WordProblem ?? new SyncProblem(ProblemKind.Rejected, code, message)) with { Field = field });

    private static ConnectorException Refused(string code, string message, string field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
