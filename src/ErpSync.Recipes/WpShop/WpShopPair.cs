namespace ErpSync.Recipes;

/// <summary>Composes the pair: nothing but public policies.</summary>
internal sealed class WpShopPair(WpShopOptions options, string shop, string erp)
{
    private readonly string[] _creating = [.. new[] { options.CreateInShop ? shop : null, options.CreateInErp ? erp : null }.OfType<string>()];

    public void Build(PairBuilder pair)
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
        if (options.Orders)
            pair.Sync<Order>(kind => kind.From(shop));
        if (options.Shipments)
            pair.Sync<Shipment>(kind => kind.From(erp));
        if (options.Stock)
            pair.Sync<StockLevel>(kind => kind.From(erp).OnDrift(Drift.Restore));
    }

    public void Feeds(FeedSetBuilder feeds)
    {
        var catalogue = Kinds((options.Categories, EntityKind.Category), (options.Products, EntityKind.Product), (options.Variants, EntityKind.ProductVariant), (options.Images, EntityKind.ProductImage), (options.Customers, EntityKind.Customer));
        var sales = Kinds((options.Orders, EntityKind.Order), (options.Shipments, EntityKind.Shipment));
        if (sales.Length > 0)
            feeds.Add("orders", feed => feed.Kinds(sales).Every(options.OrdersEvery).Ranked(0));
        if (catalogue.Length > 0)
            feeds.Add("catalogue", feed => feed.Kinds(catalogue).Every(options.CatalogueEvery).Ranked(1));
        if (options.Stock)
            feeds.Add("stock", feed => feed.Kinds(EntityKind.StockLevel).Every(options.OrdersEvery).After("catalogue").Ranked(2));
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
