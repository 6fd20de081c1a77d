namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources about what is bought: carts, orders and what hangs on them.</summary>
internal static class SalesSchemas
{
    public static Resource Carts { get; } = new("carts", "cart", "Cart", """
        id_address_delivery int isUnsignedId link:addresses
        id_address_invoice int isUnsignedId link:addresses
        id_currency int isUnsignedId required link:currencies
        id_customer int isUnsignedId link:customers
        id_guest int isUnsignedId link:guests
        id_lang int isUnsignedId required link:languages
        id_shop_group int isUnsignedId
        id_shop int isUnsignedId
        id_carrier int isUnsignedId
        recyclable bool isBool
        gift bool isBool
        gift_message text isCleanHtml max:4194303
        mobile_theme bool isBool
        delivery_option text max:4194303
        secure_key text max:32
        allow_seperated_package bool isBool
        date_add datetime isDate filled
        date_upd datetime isDate filled
        """,
        new Association("cart_rows", "cart_row", "", "id_product", "id_product_attribute", "id_address_delivery", "id_customization", "quantity")
        {
            Input = AssociationInput.Stored,
            Required = ["id_product", "id_product_attribute", "id_address_delivery", "quantity"],
            Links = ["products", "combinations", "addresses", "customizations", ""],
        });

    public static Resource CartRules { get; } = new("cart_rules", "cart_rule", "CartRule", """
        id_customer int isUnsignedId
        date_from datetime isDate required
        date_to datetime isDate required
        description text isCleanHtml max:4194303
        quantity int isUnsignedInt
        quantity_per_user int isUnsignedInt
        priority int isUnsignedInt
        partial_use bool isBool
        code text isCleanHtml max:254
        minimum_amount decimal isFloat
        minimum_amount_tax bool isBool
        minimum_amount_currency int isInt
        minimum_amount_shipping bool isBool
        minimum_product_quantity int isInt from9
        country_restriction bool isBool
        carrier_restriction bool isBool
        group_restriction bool isBool
        cart_rule_restriction bool isBool
        product_restriction bool isBool
        shop_restriction bool isBool
        free_shipping bool isBool
        reduction_percent percent isPercentage
        reduction_amount decimal isFloat
        reduction_tax bool isBool
        reduction_currency int isUnsignedId filled
        reduction_product int isInt
        reduction_exclude_special bool isBool
        gift_product int isUnsignedId
        gift_product_attribute int isUnsignedId
        highlight bool isBool
        active bool isBool
        date_add datetime isDate filled
        date_upd datetime isDate filled
        id_cart_rule_type int isUnsignedId from9
        name text format:defaultLanguageRequiredWhenActive max:255 lang
        """);

    public static Resource Orders { get; } = new("orders", "order", "Order", """
        id_address_delivery int isUnsignedId required link:addresses
        id_address_invoice int isUnsignedId required link:addresses
        id_cart int isUnsignedId required link:carts
        id_currency int isUnsignedId required link:currencies
        id_lang int isUnsignedId required link:languages
        id_customer int isUnsignedId required index link:customers
        id_carrier int isUnsignedId required link:carriers
        current_state int isUnsignedId link:order_states
        module text isModuleName max:255 required
        invoice_number int
        invoice_date datetime
        delivery_number int
        delivery_date datetime
        valid bool
        date_add datetime isDate
        date_upd datetime isDate
        shipping_number text computed
        note text max:4194303 from8
        id_shop_group int isUnsignedId
        id_shop int isUnsignedId
        secure_key text isMd5 max:32
        payment text isGenericName max:255 required
        recyclable bool isBool
        gift bool isBool
        gift_message text isCleanHtml max:4194303
        mobile_theme bool isBool
        total_discounts decimal isPrice
        total_discounts_tax_incl decimal isPrice
        total_discounts_tax_excl decimal isPrice
        total_paid decimal isPrice required
        total_paid_tax_incl decimal isPrice
        total_paid_tax_excl decimal isPrice
        total_paid_real decimal isPrice required
        total_products decimal isPrice required
        total_products_wt decimal isPrice required
        total_shipping decimal isPrice
        total_shipping_tax_incl decimal isPrice
        total_shipping_tax_excl decimal isPrice
        carrier_tax_rate rate isFloat
        total_wrapping decimal isPrice
        total_wrapping_tax_incl decimal isPrice
        total_wrapping_tax_excl decimal isPrice
        round_mode int isUnsignedId
        round_type int isUnsignedId
        conversion_rate decimal isFloat required
        reference text max:255 index
        """,
        new Association(
            "order_rows", "order_row", "", "id", "product_id", "product_attribute_id", "product_quantity", "product_name", "product_reference", "product_ean13", "product_isbn", "product_upc",
            "product_price", "id_customization", "unit_price_tax_incl", "unit_price_tax_excl")
        {
            Required = ["product_id", "product_attribute_id", "product_quantity"],
            ReadOnly = ["product_name", "product_reference", "product_ean13", "product_isbn", "product_upc", "product_price", "unit_price_tax_incl", "unit_price_tax_excl"],
            Texts = ["product_name", "product_reference", "product_ean13", "product_isbn", "product_upc", "product_price", "unit_price_tax_incl", "unit_price_tax_excl"],
            Links = ["", "products", "", "", "", "", "", "", "", "", "customizations", "", ""],
        });

    public static Resource OrderStates { get; } = new("order_states", "order_state", "OrderState", """
        unremovable bool isBool
        delivery bool isBool
        hidden bool isBool
        send_email bool isBool
        module_name text isModuleName max:255
        invoice bool isBool
        color text isColor max:32
        logable bool isBool
        shipped bool isBool
        paid bool isBool
        pdf_delivery bool isBool
        pdf_invoice bool isBool
        deleted bool isBool
        name text isGenericName max:64 lang required
        template text isTplName max:64 lang
        """)
    { Writes = [] };

    public static Resource OrderSlips { get; } = new("order_slip", "order_slip", "OrderSlip", """
        id_customer int isUnsignedId required link:customers
        id_order int isUnsignedId required index link:orders
        conversion_rate decimal isFloat required
        total_products_tax_excl decimal isFloat required
        total_products_tax_incl decimal isFloat required
        total_shipping_tax_excl decimal isFloat required
        total_shipping_tax_incl decimal isFloat required
        amount decimal isFloat
        shipping_cost bool
        shipping_cost_amount decimal isFloat
        partial int
        date_add datetime isDate filled
        date_upd datetime isDate filled
        order_slip_type int isInt
        """,
        new Association("order_slip_details", "order_slip_detail", "", "id", "id_order_detail", "product_quantity", "amount_tax_excl", "amount_tax_incl")
        {
            Input = AssociationInput.Stored,
            Required = ["id_order_detail", "product_quantity", "amount_tax_excl", "amount_tax_incl"],
            Texts = ["amount_tax_excl", "amount_tax_incl"],
            Links = ["", "", "", "", ""],
        })
    { ListNode = "order_slips" };
}
