namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources of the catalogue.</summary>
internal static class CatalogSchemas
{
    public static Resource Products { get; } = new("products", "product", "Product", """
        id_manufacturer int isUnsignedId link:manufacturers
        id_supplier int isUnsignedId link:suppliers
        id_category_default int isUnsignedId link:categories shop
        new int null computed
        cache_default_attribute int shop
        id_default_image int computed link:images/products/{id}
        id_default_combination int computed link:combinations
        id_tax_rules_group int isUnsignedId link:tax_rule_groups shop
        position_in_category int computed
        manufacturer_name text computed readonly
        quantity int computed readonly
        type text computed
        id_shop_default int isUnsignedId filled
        reference text isReference max:64 index
        supplier_reference text isReference max:64
        location text isString max:255
        width decimal isUnsignedFloat
        height decimal isUnsignedFloat
        depth decimal isUnsignedFloat
        weight decimal isUnsignedFloat
        quantity_discount bool isBool
        ean13 text isGtin max:14 oldformat:isEan13 oldmax:13 index
        isbn text isIsbn max:32
        upc text isUpc max:12
        mpn text isMpn max:40
        cache_is_pack bool isBool
        cache_has_attachments bool isBool
        is_virtual bool isBool
        state int isUnsignedId
        additional_delivery_times int isUnsignedId
        delivery_in_stock text isGenericName max:255 lang shop
        delivery_out_stock text isGenericName max:255 lang shop
        product_type text isGenericName
        on_sale bool isBool shop
        online_only bool isBool shop
        ecotax decimal isPrice shop
        minimal_quantity int isPositiveInt shop
        low_stock_threshold int isInt null shop
        low_stock_alert bool isBool shop
        price decimal isPrice required shop
        wholesale_price decimal isPrice shop
        unity text isString max:255 oldmax:0 shop
        unit_price decimal isPrice shop
        unit_price_ratio decimal shop
        additional_shipping_cost decimal isPrice shop
        customizable int isUnsignedInt shop
        text_fields int isUnsignedInt shop
        uploadable_files int isUnsignedInt shop
        active bool isBool shop
        redirect_type text isString shop
        id_type_redirected int isUnsignedId shop
        available_for_order bool isBool shop
        available_date date isDateFormat shop
        show_condition bool isBool shop
        condition text isGenericName default:new shop
        show_price bool isBool shop
        indexed bool isBool shop
        visibility text isProductVisibility default:both shop
        advanced_stock_management bool isBool shop
        date_add datetime isDate filled
        date_upd datetime isDate filled
        pack_stock_type int isUnsignedInt shop
        meta_description text isGenericName max:512 lang shop
        meta_keywords text isGenericName max:255 lang shop until8
        meta_title text isGenericName max:255 lang shop
        link_rewrite text isLinkRewrite max:128 lang shop
        name text isCatalogName max:128 lang shop
        description html isCleanHtml max:4194303 lang shop
        description_short html isCleanHtml max:4194303 lang shop
        available_now text isGenericName max:255 lang shop
        available_later text IsGenericName max:255 lang shop
        """,
        new Association("categories", "category", "categories", "id") { Input = AssociationInput.Stored, Required = ["id"] },
        new Association("images", "image", "images", "id"),
        new Association("combinations", "combination", "combinations", "id") { Input = AssociationInput.NotSimulated, Required = ["id"] },
        new Association("product_option_values", "product_option_value", "product_option_values", "id") { Required = ["id"] },
        new Association("product_features", "product_feature", "product_features", "id", "id_feature_value") { Input = AssociationInput.Stored, Required = ["id", "id_feature_value"] },
        new Association("tags", "tag", "tags", "id") { Input = AssociationInput.Stored, Required = ["id"] },
        new Association("stock_availables", "stock_available", "stock_availables", "id", "id_product_attribute") { Required = ["id", "id_product_attribute"] },
        new Association("attachments", "attachment", "attachments", "id") { Input = AssociationInput.NotSimulated, Required = ["id"] },
        new Association("accessories", "product", "products", "id") { Input = AssociationInput.Stored, Required = ["id"] },
        new Association("product_bundle", "product", "products", "id", "id_product_attribute", "quantity") { Input = AssociationInput.Stored, Required = ["id"] });

    public static Resource Combinations { get; } = new("combinations", "combination", "Combination", """
        id_product int isUnsignedId required index link:products
        ean13 text isEan13 max:13
        isbn text isIsbn max:32
        upc text isUpc max:12
        mpn text isMpn max:40
        reference text max:64 index
        supplier_reference text max:64
        wholesale_price decimal isNegativePrice max:27
        price decimal isNegativePrice max:20
        ecotax decimal isPrice max:20
        weight decimal isFloat
        unit_price_impact decimal isNegativePrice max:20
        minimal_quantity int isPositiveInt required
        low_stock_threshold int isInt null
        low_stock_alert bool isBool
        default_on bool isBool nullempty
        available_date date isDateFormat
        available_now text isGenericName max:255 lang
        available_later text IsGenericName max:255 lang
        """,
        new Association("product_option_values", "product_option_value", "product_option_values", "id") { Input = AssociationInput.Stored },
        new Association("images", "image", "images/products", "id") { Input = AssociationInput.Stored });

    public static Resource Categories { get; } = new("categories", "category", "Category", """
        id_parent int isUnsignedInt link:categories index
        level_depth int isUnsignedInt readonly filled
        nb_products_recursive int computed readonly
        active bool isBool required
        id_shop_default int isUnsignedId filled
        is_root_category bool isBool
        position int
        redirect_type text isString from9
        id_type_redirected int isUnsignedId from9
        date_add datetime isDate filled
        date_upd datetime isDate filled
        name text isCatalogName max:128 lang required
        link_rewrite text isLinkRewrite max:128 lang required
        description html isCleanHtml lang
        additional_description html isCleanHtml lang from8
        meta_title text isGenericName max:255 lang
        meta_description text isGenericName max:512 lang
        meta_keywords text isGenericName max:255 lang until8
        """,
        new Association("categories", "category", "categories", "id"),
        new Association("products", "product", "products", "id"));

    public static Resource StockAvailables { get; } = new("stock_availables", "stock_available", "StockAvailable", """
        id_product int isUnsignedId required index link:products
        id_product_attribute int isUnsignedId required index link:combinations
        id_shop int isUnsignedId link:shops
        id_shop_group int isUnsignedId link:shop_groups
        quantity int isInt required
        depends_on_stock bool isBool required
        out_of_stock int isInt required
        location text isString max:255
        """)
    { Writes = ["PUT", "PATCH"] };

    public static Resource SpecificPrices { get; } = new("specific_prices", "specific_price", "SpecificPrice", """
        id_shop_group int isUnsignedId link:shop_groups
        id_shop int isUnsignedId required link:shops
        id_cart int isUnsignedId required link:carts
        id_product int isUnsignedId required index link:products
        id_product_attribute int isUnsignedId link:product_attributes
        id_currency int isUnsignedId required link:currencies
        id_country int isUnsignedId required link:countries
        id_group int isUnsignedId required link:groups
        id_customer int isUnsignedId required link:customers
        id_specific_price_rule int isUnsignedId link:specific_price_rules
        price decimal isNegativePrice required
        from_quantity int isUnsignedInt required
        reduction decimal isPrice required
        reduction_tax int isBool required
        reduction_type text isReductionType required
        from datetime isDateFormat required
        to datetime isDateFormat required
        """);
}
