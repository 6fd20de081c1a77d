namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources that the catalogue refers to.</summary>
internal static class ReferenceSchemas
{
    public static Resource ProductOptions { get; } = new("product_options", "product_option", "AttributeGroup", """
        is_color_group bool isBool
        group_type text required max:255
        position int isInt filled
        name text isGenericName max:128 lang required
        public_name text isGenericName max:64 lang required
        """,
        new Association("product_option_values", "product_option_value", "product_option_values", "id"));

    public static Resource ProductOptionValues { get; } = new("product_option_values", "product_option_value", "ProductAttribute", """
        id_attribute_group int isUnsignedId required index link:product_options
        color text isColor max:32
        position int isInt filled
        name text isGenericName max:128 lang required
        """);

    public static Resource ProductFeatures { get; } = new("product_features", "product_feature", "Feature", """
        position int isInt filled
        name text isGenericName max:128 lang required
        """);

    public static Resource ProductFeatureValues { get; } = new("product_feature_values", "product_feature_value", "FeatureValue", """
        id_feature int isUnsignedId required index link:product_features
        custom bool isBool
        position int isInt filled from9
        value text isGenericName max:255 lang required
        """);

    public static Resource Manufacturers { get; } = new("manufacturers", "manufacturer", "Manufacturer", """
        active bool
        link_rewrite text computed readonly
        name text isCatalogName max:64 required
        date_add datetime filled
        date_upd datetime filled
        description html isCleanHtml max:4194303 lang
        short_description html isCleanHtml max:4194303 lang
        meta_title text isGenericName max:255 lang
        meta_description text isGenericName max:512 lang
        meta_keywords text isGenericName lang until8
        """,
        new Association("addresses", "address", "addresses", "id") { Input = AssociationInput.NotSimulated });

    public static Resource Taxes { get; } = new("taxes", "tax", "Tax", """
        rate rate isFloat required
        active bool
        deleted bool
        name text isGenericName max:32 lang required
        """);

    public static Resource TaxRuleGroups { get; } = new("tax_rule_groups", "tax_rule_group", "TaxRulesGroup", """
        name text isGenericName max:64 required
        active bool isBool
        deleted bool isBool
        date_add datetime isDate filled
        date_upd datetime isDate filled
        """);

    public static Resource TaxRules { get; } = new("tax_rules", "tax_rule", "TaxRule", """
        id_tax_rules_group int isUnsignedId required index link:tax_rule_groups
        id_state int isUnsignedId link:states
        id_country int isUnsignedId required link:countries
        zipcode_from text isPostCode max:12
        zipcode_to text isPostCode max:12
        id_tax int isUnsignedId required
        behavior int isUnsignedInt
        description text isString max:100
        """);

    public static Resource Languages { get; } = new("languages", "language", "Language", """
        name text isGenericName max:32 required
        iso_code text isLanguageIsoCode max:2 required
        locale text isLocale max:5
        language_code text isLanguageCode max:5
        active bool isBool cached
        is_rtl bool isBool cached
        date_format_lite text isPhpDateFormat max:32 required
        date_format_full text isPhpDateFormat max:32 required
        """)
    { Writes = [] };

    public static Resource Currencies { get; } = new("currencies", "currency", "Currency", """
        names text lang
        name text isGenericName max:255 required computed
        symbol text max:255 lang
        iso_code text isLanguageIsoCode max:3 required
        numeric_iso_code text isNumericIsoCode max:3
        precision int isInt
        conversion_rate decimal isUnsignedFloat required
        deleted bool isBool cached
        active bool isBool cached
        unofficial bool isBool cached
        modified bool isBool cached
        pattern text max:255 lang
        """)
    { Writes = ["PATCH"] };

    public static Resource Countries { get; } = new("countries", "country", "Country", """
        id_zone int isUnsignedId required link:zones
        id_currency int isUnsignedId link:currencies
        call_prefix int isInt
        iso_code text isLanguageIsoCode max:3 required
        active bool isBool
        contains_states bool isBool required
        need_identification_number bool isBool required
        need_zip_code bool isBool
        zip_code_format text isZipCodeFormat max:12
        display_tax_label bool isBool required
        name text isGenericName max:64 lang required
        """)
    { Writes = [] };

    public static Resource Shops { get; } = new("shops", "shop", "Shop", """
        id_shop_group int required
        id_category int required
        active int isBool
        deleted int isBool
        name text isGenericName max:64 required
        color text isColor max:50
        theme_name text isThemeName max:255
        """)
    { Writes = [] };

    public static Resource Configurations { get; } = new("configurations", "configuration", "Configuration", """
        value text
        name text isConfigName max:254 required index
        id_shop_group int isUnsignedId nullempty
        id_shop int isUnsignedId nullempty
        date_add datetime isDate filled
        date_upd datetime isDate filled
        """)
    { Writes = [] };
}
