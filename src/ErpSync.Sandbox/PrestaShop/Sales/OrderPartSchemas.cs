namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The resources that hang on an order.</summary>
internal static class OrderPartSchemas
{
    public static Resource Details { get; } = new("order_details", "order_detail", "OrderDetail", """
        id_order int isUnsignedId required index link:orders
        product_id int isUnsignedId link:products
        product_attribute_id int isUnsignedId link:combinations
        product_quantity_reinjected int isUnsignedInt
        group_reduction percent isFloat
        discount_quantity_applied int isInt
        download_hash text isGenericName max:255
        download_deadline datetime isDateFormat
        id_order_invoice int isUnsignedId
        id_warehouse int isUnsignedId required
        id_shop int isUnsignedId required
        id_customization int isUnsignedId
        product_name text isGenericName max:4194303 required
        product_quantity int isInt required
        product_quantity_in_stock int isInt
        product_quantity_return int isUnsignedInt
        product_quantity_refunded int isUnsignedInt
        product_price decimal isPrice required
        reduction_percent percent isFloat
        reduction_amount decimal isPrice
        reduction_amount_tax_incl decimal isPrice
        reduction_amount_tax_excl decimal isPrice
        product_quantity_discount decimal isFloat
        product_ean13 text isEan13 max:13
        product_isbn text isIsbn max:32
        product_upc text isUpc max:12
        product_mpn text isMpn max:40
        product_reference text isReference max:64
        product_supplier_reference text isReference max:64
        product_weight decimal isFloat
        tax_computation_method int isUnsignedId
        id_tax_rules_group int isInt
        ecotax decimal isFloat
        ecotax_tax_rate rate isFloat
        download_nb int isInt
        unit_price_tax_incl decimal isPrice
        unit_price_tax_excl decimal isPrice
        total_price_tax_incl decimal isPrice
        total_price_tax_excl decimal isPrice
        total_shipping_price_tax_excl decimal isPrice
        total_shipping_price_tax_incl decimal isPrice
        purchase_supplier_price decimal isPrice
        original_product_price decimal isPrice
        original_wholesale_price decimal isPrice
        total_refunded_tax_excl decimal isPrice
        total_refunded_tax_incl decimal isPrice
        """,
        new Association("taxes", "tax", "taxes", "id"));

    public static Resource Histories { get; } = new("order_histories", "order_history", "OrderHistory", """
        id_employee int isUnsignedId
        id_order_state int isUnsignedId required link:order_states
        id_order int isUnsignedId required index link:orders
        date_add datetime isDate filled
        """)
    { Writes = ["POST"] };

    public static Resource Payments { get; } = new("order_payments", "order_payment", "OrderPayment", """
        order_reference text max:255 index
        id_currency int isUnsignedId required
        amount decimal isPrice required
        payment_method text isGenericName max:255
        conversion_rate decimal isFloat
        transaction_id text max:254
        card_number text max:254
        card_brand text max:254
        card_expiration text max:254
        card_holder text max:254
        date_add datetime isDate filled
        id_employee int isUnsignedId nullempty
        """);

    public static Resource Invoices { get; } = new("order_invoices", "order_invoice", "OrderInvoice", """
        id_order int isUnsignedId required index
        number int isUnsignedId required
        delivery_number int isUnsignedId
        delivery_date datetime isDateFormat
        total_discount_tax_excl decimal
        total_discount_tax_incl decimal
        total_paid_tax_excl decimal
        total_paid_tax_incl decimal
        total_products decimal
        total_products_wt decimal
        total_shipping_tax_excl decimal
        total_shipping_tax_incl decimal
        shipping_tax_computation_method int
        total_wrapping_tax_excl decimal
        total_wrapping_tax_incl decimal
        shop_address text isCleanHtml max:4194303
        note text max:4194303
        date_add datetime isDate filled
        """)
    { Writes = [] };

    public static Resource Carriers { get; } = new("order_carriers", "order_carrier", "OrderCarrier", """
        id_order int isUnsignedId required index link:orders
        id_carrier int isUnsignedId required link:carriers
        id_order_invoice int isUnsignedId
        weight decimal isFloat
        shipping_cost_tax_excl decimal isFloat
        shipping_cost_tax_incl decimal isFloat
        tracking_number text isTrackingNumber max:64
        date_add datetime isDate filled
        """)
    { Writes = ["POST", "PUT", "PATCH"] };

    public static Resource CartRules { get; } = new("order_cart_rules", "order_cart_rule", "OrderCartRule", """
        id_order int isUnsignedId required index link:orders
        id_cart_rule int isUnsignedId required
        id_order_invoice int isUnsignedId
        name text max:254 required
        value decimal isFloat required
        value_tax_excl decimal isFloat required
        free_shipping bool isBool
        deleted bool isBool
        """)
    { Writes = [] };
}
