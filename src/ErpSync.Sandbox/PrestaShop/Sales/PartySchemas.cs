namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources about who buys and where it goes.</summary>
internal static class PartySchemas
{
    public static Resource Customers { get; } = new("customers", "customer", "Customer", """
        id_default_group int filled link:groups
        id_lang int isUnsignedId filled link:languages
        newsletter_date_add datetime filled
        ip_registration_newsletter text max:15
        last_passwd_gen datetime readonly filled
        secure_key text isMd5 max:32 readonly filled
        deleted bool isBool
        passwd text isHashedPassword max:255 required
        lastname text isCustomerName max:255 required
        firstname text isCustomerName max:255 required
        email text isEmail max:255 required index
        id_gender int isUnsignedId
        birthday date isBirthDate
        newsletter bool isBool
        optin bool isBool
        website text isUrl max:128
        company text isGenericName max:255
        siret text isGenericName max:14
        ape text isApe max:6
        outstanding_allow_amount decimal isFloat
        show_public_prices bool isBool
        id_risk int isUnsignedInt
        max_payment_days int isUnsignedInt
        active bool isBool
        note text max:4194303
        is_guest bool isBool
        id_shop int isUnsignedId filled
        id_shop_group int isUnsignedId filled
        date_add datetime isDate filled
        date_upd datetime isDate filled
        reset_password_token text isSha1 max:40
        reset_password_validity datetime isDateOrNull
        """,
        new Association("groups", "group", "groups", "id") { Input = AssociationInput.Stored });

    public static Resource Addresses { get; } = new("addresses", "address", "Address", """
        id_customer int isNullOrUnsignedId index link:customers
        id_manufacturer int isNullOrUnsignedId link:manufacturers
        id_supplier int isNullOrUnsignedId link:suppliers
        id_country int isUnsignedId required link:countries
        id_state int isNullOrUnsignedId link:states
        id_warehouse int isNullOrUnsignedId link:warehouse oldbefore:id_country
        alias text isGenericName max:32 required
        company text isGenericName max:255
        lastname text isName max:255 required
        firstname text isName max:255 required
        vat_number text isGenericName max:32
        address1 text isAddress max:128 required
        address2 text isAddress max:128
        postcode text isPostCode max:12
        city text isCityName max:64 required
        other text isMessage max:4194303
        phone text isPhoneNumber max:32
        phone_mobile text isPhoneNumber max:32
        dni text isDniLite max:16
        deleted bool isBool
        date_add datetime isDate filled
        date_upd datetime isDate filled
        """);

    public static Resource Groups { get; } = new("groups", "group", "Group", """
        reduction percent isFloat
        price_display_method int isPriceDisplayMethod required
        show_prices bool isBool cached
        date_add datetime isDate filled
        date_upd datetime isDate filled
        name text isGenericName max:32 lang required
        """);

    public static Resource Guests { get; } = new("guests", "guest", "Guest", """
        id_customer int isUnsignedId link:customers
        id_operating_system int isUnsignedId
        id_web_browser int isUnsignedId
        javascript bool isBool
        screen_resolution_x int isInt
        screen_resolution_y int isInt
        screen_color int isInt
        sun_java bool isBool
        adobe_flash bool isBool
        adobe_director bool isBool
        apple_quicktime bool isBool
        real_player bool isBool
        windows_media bool isBool
        accept_language text isGenericName max:8
        mobile_theme bool isBool
        """)
    { Writes = [] };

    public static Resource States { get; } = new("states", "state", "State", """
        id_zone int isUnsignedId required link:zones
        id_country int isUnsignedId required link:countries
        iso_code text isStateIsoCode max:7 required
        name text isGenericName max:80 required
        active bool isBool
        """)
    { Writes = [] };

    public static Resource Zones { get; } = new("zones", "zone", "Zone", """
        name text isGenericName max:64 required
        active bool isBool
        """)
    { Writes = [] };

    public static Resource Carriers { get; } = new("carriers", "carrier", "Carrier", """
        deleted bool isBool
        is_module bool isBool
        id_tax_rules_group int computed whole link:tax_rule_groups
        id_reference int
        name text isCarrierName max:64 required
        active bool isBool required
        is_free bool isBool
        url text isAbsoluteUrl max:255
        shipping_handling bool isBool
        shipping_external bool
        range_behavior bool isBool
        shipping_method int isUnsignedInt
        max_width int isUnsignedInt
        max_height int isUnsignedInt
        max_depth int isUnsignedInt
        max_weight decimal isFloat
        grade int isUnsignedInt max:1
        external_module_name text max:64
        need_range bool
        position int filled
        delay text isGenericName max:512 lang required
        """);

    public static Resource Messages { get; } = new("messages", "message", "Message", """
        id_cart int isUnsignedId
        id_order int isUnsignedId index
        id_customer int isUnsignedId
        id_employee int isUnsignedId
        message text isCleanHtml max:4194303 required
        private bool isBool
        date_add datetime isDate filled
        """);

    public static Resource CustomerThreads { get; } = new("customer_threads", "customer_thread", "CustomerThread", """
        id_lang int isUnsignedId required link:languages
        id_shop int isUnsignedId link:shops
        id_customer int isUnsignedId link:customers
        id_order int isUnsignedId index link:orders
        id_product int isUnsignedId link:products
        id_contact int isUnsignedId required link:contacts
        email text isEmail max:255
        token text isGenericName required
        status text
        date_add datetime isDate filled
        date_upd datetime isDate filled
        """,
        new Association("customer_messages", "customer_message", "customer_messages", "id"));

    public static Resource CustomerMessages { get; } = new("customer_messages", "customer_message", "CustomerMessage", """
        id_employee int isUnsignedId link:employees
        id_customer_thread int index link:customer_threads
        ip_address text max:15
        message text isCleanHtml max:16777216 required
        file_name text
        user_agent text max:128
        private int
        date_add datetime isDate filled
        date_upd datetime isDate filled
        read bool isBool
        """);
}
