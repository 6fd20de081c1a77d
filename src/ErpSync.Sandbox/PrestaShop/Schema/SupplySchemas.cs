namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources of purchasing, of tags, and of what holds several shops together.</summary>
internal static class SupplySchemas
{
    public static Resource Suppliers { get; } = new("suppliers", "supplier", "Supplier", """
        link_rewrite text
        name text isCatalogName max:64 required
        active bool
        date_add datetime isDate filled
        date_upd datetime isDate filled
        description html isCleanHtml max:4194303 lang
        meta_title text isGenericName max:255 lang
        meta_description text isGenericName max:512 lang
        meta_keywords text isGenericName max:255 lang until8
        """);

    public static Resource ProductSuppliers { get; } = new("product_suppliers", "product_supplier", "ProductSupplier", """
        id_product int isUnsignedId required index link:products
        id_product_attribute int isUnsignedId required index link:combinations
        id_supplier int isUnsignedId required index link:suppliers
        id_currency int isUnsignedId link:currencies
        product_supplier_reference text isReference max:64
        product_supplier_price_te decimal isPrice
        """);

    public static Resource Tags { get; } = new("tags", "tag", "Tag", """
        id_lang int isUnsignedId required link:languages
        name text isGenericName max:32 required
        """);

    public static Resource ShopGroups { get; } = new("shop_groups", "shop_group", "ShopGroup", """
        name text isGenericName max:64 required
        color text isColor max:50
        share_customer int isBool
        share_order int isBool
        share_stock int isBool
        active int isBool
        deleted int isBool
        """)
    { Writes = [] };

    public static Resource ShopUrls { get; } = new("shop_urls", "shop_url", "ShopUrl", """
        id_shop int required
        active bool isBool
        main bool isBool
        domain text isCleanHtml max:255
        domain_ssl text isCleanHtml max:255
        physical_uri text isString max:64
        virtual_uri text isString max:64
        """)
    { Writes = [] };
}
