namespace ErpSync.Recipes;

/// <summary>Composes the pair: nothing but public policies.</summary>
internal sealed class WpShopPair(WpShopOptions options, string shop, string erp)
{
    private readonly string[] _creating = [.. new[] { options.CreateInShop ? shop : null, options.CreateInErp ? erp : null }.OfType<string>()];

    /// <summary>Adds the catalogue and the customers.</summary>
    public void AddTo(PairBuilder pair)
    {
        if (options.Categories)
            pair.Sync<Category>(Both);
        if (options.Products)
            pair.Sync<Product>(Both);
        if (options.Variants)
            pair.Sync<ProductVariant>(Both);
        if (options.Images)
            pair.Sync<ProductImage>(kind => kind.From(shop));
        if (options.Customers)
            pair.Sync<Customer>(kind => Both(kind.Where(erp, customer => !string.IsNullOrWhiteSpace(customer.Email))));
    }

    /// <summary>Adds stock, which comes after orders.</summary>
    public void AddStock(PairBuilder pair)
    {
        if (options.Stock)
            pair.Sync<StockLevel>(kind => kind.From(erp).OnDrift(Drift.Restore));
    }

    /// <summary>Adds the feeds of what order to cash has none for.</summary>
    public void AddTo(FeedSetBuilder feeds)
    {
        var catalogue = Kinds((options.Categories, EntityKind.Category), (options.Products, EntityKind.Product), (options.Variants, EntityKind.ProductVariant), (options.Images, EntityKind.ProductImage), (options.Customers, EntityKind.Customer));
        feeds.Add("catalogue", feed => feed.Kinds(catalogue).Every(options.CatalogueEvery).Ranked(1));
        if (options.Stock)
            feeds.Add("stock", feed => feed.Kinds(EntityKind.StockLevel).Every(options.StockEvery).After("catalogue").Ranked(2));
    }

    private void Both<T>(KindBuilder<T> kind)
        where T : class, IEntity
    {
        kind.OnEdit(options.Edits)
            .OnConflict(options.ErpLeads ? Conflict.Keep(erp) : Conflict.Ask)
            .OnFirstRun(options.FirstMeeting switch { WpShopFirstMeeting.Shop => Conflict.Keep(shop), WpShopFirstMeeting.Erp => Conflict.Keep(erp), _ => Conflict.Ask })
            .OnDelete(options.Deletions)
            .CreateIn(options.LinkByKey ? _creating : []);
        if (!options.LinkByKey)
            kind.MatchBy(static _ => null);
    }

    private static EntityKind[] Kinds(params (bool IsOn, EntityKind Kind)[] kinds) => [.. kinds.Where(kind => kind.IsOn).Select(kind => kind.Kind)];
}
