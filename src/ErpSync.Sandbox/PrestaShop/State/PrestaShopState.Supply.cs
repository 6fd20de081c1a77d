namespace ErpSync.Sandbox.PrestaShop;

/// <content>Purchasing, tags, and what holds several shops together.</content>
public sealed partial class PrestaShopState
{
    /// <summary>The suppliers.</summary>
    public PrestaShopTable<PrestaShopSupplier> Suppliers => Lazily(ref field, SupplySchemas.Suppliers, static () => new());

    /// <summary>What suppliers ask for products.</summary>
    public PrestaShopTable<PrestaShopProductSupplier> ProductSuppliers => Lazily(ref field, SupplySchemas.ProductSuppliers, static () => new());

    /// <summary>The words by which products are found.</summary>
    public PrestaShopTable<PrestaShopTag> Tags => Lazily(ref field, SupplySchemas.Tags, static () => new());

    /// <summary>The groups of shops: 1 from the start.</summary>
    public PrestaShopTable<PrestaShopShopGroup> ShopGroups => Lazily(ref field, SupplySchemas.ShopGroups, static () => new());

    /// <summary>The addresses of the shops: one of shop 1 from the start.</summary>
    public PrestaShopTable<PrestaShopShopUrl> ShopUrls => Lazily(ref field, SupplySchemas.ShopUrls, static () => new());

    /// <summary>Adds a supplier.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The stored supplier.</returns>
    public PrestaShopSupplier AddSupplier(string name)
    {
        var supplier = new PrestaShopSupplier { Name = name, Active = true };
        supplier["link_rewrite"] = Slug.From(name);
        supplier["date_add"] = supplier["date_upd"] = Now;
        return Suppliers.Insert(supplier);
    }

    /// <summary>Adds what a supplier asks for a product.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="supplierId">The supplier.</param>
    /// <param name="configure">Sets more of it.</param>
    /// <returns>The stored row.</returns>
    public PrestaShopProductSupplier AddProductSupplier(int productId, int supplierId, Action<PrestaShopProductSupplier>? configure = null)
    {
        var row = new PrestaShopProductSupplier { ProductId = productId, SupplierId = supplierId, CurrencyId = 1 };
        configure?.Invoke(row);
        return ProductSuppliers.Insert(row);
    }

    /// <summary>Adds a word by which products are found.</summary>
    /// <param name="name">The word.</param>
    /// <param name="languageId">Its language.</param>
    /// <returns>The stored word.</returns>
    public PrestaShopTag AddTag(string name, int languageId = 1) => Tags.Insert(new PrestaShopTag { Name = name, LanguageId = languageId });

    /// <summary>Adds a group of shops.</summary>
    /// <param name="name">The name.</param>
    /// <param name="sharesStock">Whether its shops sell from one stock.</param>
    /// <returns>The stored group.</returns>
    public PrestaShopShopGroup AddShopGroup(string name, bool sharesStock = false) => ShopGroups.Insert(Seeds.ShopGroup(name, sharesStock));

    /// <summary>Adds an address of a shop.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="domain">The host, with its port where it is not the usual one.</param>
    /// <param name="virtualUri">The part behind the folder that chooses the shop, ending with a slash.</param>
    /// <returns>The stored address.</returns>
    public PrestaShopShopUrl AddShopUrl(int shopId, string domain, string virtualUri = "") => ShopUrls.Insert(Seeds.ShopUrl(shopId, domain, virtualUri));

    private PrestaShopTable<TRow> Lazily<TRow>(ref PrestaShopTable<TRow>? table, Resource resource, Func<TRow> blank)
        where TRow : PrestaShopRow
    {
        lock (Gate)
            return table ??= new PrestaShopTable<TRow>(this, resource, blank);
    }
}
