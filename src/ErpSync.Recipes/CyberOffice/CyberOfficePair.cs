namespace ErpSync.Recipes;

/// <summary>The catalogue's kinds and feeds of the CyberOffice recipe.</summary>
internal sealed class CyberOfficePair(CyberOfficeOptions options, string shop, string erp)
{
    public static IEnumerable<string> Check(CyberOfficeOptions options, string pair)
    {
        if (options.Reverse.Variants && !options.Variants)
            yield return $"Pair '{pair}': Reverse.Variants needs Variants: products of their own are not told apart from others in Dolibarr.";
        if (!options.Catalogue && (options.Stock || options.Images || options.Prices || options.Reverse.Products))
            yield return $"Pair '{pair}': Stock, Images, Prices and Reverse.Products need Catalogue.";
        if (options.ProductRange is { } products && products.From > products.To)
            yield return $"Pair '{pair}': ProductRange ends before it begins.";
        if (!options.ReferencePattern.Contains("{ref}", StringComparison.Ordinal) && !options.ReferencePattern.Contains("{id}", StringComparison.Ordinal))
            yield return $"Pair '{pair}': ReferencePattern needs {{ref}} or {{id}}, else all products get one reference.";
        if (!options.MissingReferencePattern.Contains("{id}", StringComparison.Ordinal))
            yield return $"Pair '{pair}': MissingReferencePattern needs {{id}}, else all products without a reference get one.";
        foreach (var field in options.Reverse.ErpOwns.Where(field => CatalogShapes.Product.Find(field) is null))
            yield return $"Pair '{pair}': Reverse.ErpOwns names '{field}', which is no field of a product.";
    }

    public void AddTo(PairBuilder pair)
    {
        if (options.Categories)
            pair.Sync<Category>(c => Way(c, options.Reverse.Categories).Brake(_ => { }));
        if (!options.Catalogue)
            return;
        pair.Sync<Product>(AddProducts);
        pair.Sync<ProductVariant>(v => Way(v, options.Reverse.Variants));
        if (options.Prices)
            pair.Sync<Price>(p => p.From(shop).OnFirstRun(Conflict.Keep(shop)));
        if (options.Images)
            pair.Sync<ProductImage>(AddImages);
    }

    /// <summary>Stock comes last: a sale is booked before the quantities are compared.</summary>
    public void AddStock(PairBuilder pair)
    {
        if (options is { Catalogue: true, Stock: true })
            pair.Sync<StockLevel>(s => s.From(options.Reverse.Stock ? erp : shop).OnFirstRun(Conflict.Keep(options.Reverse.Stock ? erp : shop)).OnDrift(Drift.Restore));
    }

    public void AddTo(FeedSetBuilder feeds)
    {
        EntityKind[] catalogue = [.. Kinds()];
        if (catalogue.Length == 0)
            return;
        feeds.Add("initial-catalogue", f => f.Kinds(catalogue).Full());
        feeds.Add("catalogue", f => f.Kinds(catalogue).Every(TimeSpan.FromMinutes(5)));
        if (options is { Catalogue: true, Stock: true })
            feeds.Add("stock", f => f.Kinds(EntityKind.StockLevel).Every(TimeSpan.FromMinutes(1)).After("initial-catalogue"));
    }

    private IEnumerable<EntityKind> Kinds()
    {
        if (options.Categories)
            yield return EntityKind.Category;
        if (!options.Catalogue)
            yield break;
        yield return EntityKind.Product;
        yield return EntityKind.ProductVariant;
        if (options.Prices)
            yield return EntityKind.Price;
        if (options.Images)
            yield return EntityKind.ProductImage;
    }

    private void AddProducts(KindBuilder<Product> product)
    {
        var services = options.Services.All().Select(service => service.Reference).ToHashSet(StringComparer.OrdinalIgnoreCase);
        product.OnFirstRun(Conflict.Keep(shop)).Where(erp, value => value.Reference is null || !services.Contains(value.Reference));
        if (options.ProductRange is var (from, to))
            product.StartAfter(shop, RemoteId.From(from - 1)).EndAt(shop, RemoteId.From(to));
        if (options.NoDescriptions)
            product.Ignore(x => x.Description).Ignore(x => x.Summary);
        if (!options.Barcodes)
            product.Ignore(x => x.Barcode);
        if (!options.Categories)
            product.Ignore(x => x.Categories).Ignore(x => x.MainCategory);
        if (!options.Reverse.Products && !options.Reverse.Prices)
        {
            product.From(shop);
            return;
        }

        if (!options.Reverse.Products)
            product.CreateIn(erp);
        foreach (var field in CatalogShapes.Product.Fields)
            product.Owner(x => x.Name, Owns(field.Name) ? erp : shop, "x => x." + field.Name);
    }

    private bool Owns(string field) => options.Reverse.ErpOwns.Contains(field) || (options.Reverse.Prices && field == nameof(Product.PriceNet));

    private void AddImages(KindBuilder<ProductImage> image)
    {
        if (options.Reverse.Images)
            image.OnFirstRun(Conflict.Keep(shop));
        else
            image.From(shop).OnFirstRun(Conflict.Keep(shop));
        if (options.CoverOnlyBefore is { } since)
            image.Where<Product>(shop, value => value.Owner, (value, owner) => value.IsCover || owner.ModifiedAt >= since);
    }

    /// <summary>From the shop, or both ways with the shop's word where the two differ.</summary>
    private KindBuilder<T> Way<T>(KindBuilder<T> kind, bool bothWays)
        where T : class, IEntity
    {
        kind.OnFirstRun(Conflict.Keep(shop));
        return bothWays ? kind.OnConflict(Conflict.Keep(shop)) : kind.From(shop);
    }
}
