namespace ErpSync;

/// <summary>The type of a business record, by name; third parties may add their own.</summary>
/// <param name="Name">The name in lower case, words joined by hyphens, for example <c>product-variant</c>. It is stored: never rename one.</param>
public readonly record struct EntityKind(string Name)
{
    /// <summary>A node of the category tree.</summary>
    public static EntityKind Category => new("category");

    /// <summary>A product or service.</summary>
    public static EntityKind Product => new("product");

    /// <summary>A combination of options of a product, sold and stocked by itself.</summary>
    public static EntityKind ProductVariant => new("product-variant");

    /// <summary>A price beside the product's own: for a customer group, a quantity, a period.</summary>
    public static EntityKind Price => new("price");

    /// <summary>How much of a product or variant there is, in one warehouse or in all.</summary>
    public static EntityKind StockLevel => new("stock-level");

    /// <summary>A picture of a product.</summary>
    public static EntityKind ProductImage => new("product-image");

    /// <summary>What a supplier asks for a product.</summary>
    public static EntityKind SupplierPrice => new("supplier-price");

    /// <summary>Who makes a product, or its brand.</summary>
    public static EntityKind Manufacturer => new("manufacturer");

    /// <summary>A company or person that buys.</summary>
    public static EntityKind Customer => new("customer");

    /// <summary>A person at a customer or supplier.</summary>
    public static EntityKind Contact => new("contact");

    /// <summary>A postal address of a customer or supplier.</summary>
    public static EntityKind Address => new("address");

    /// <summary>A company that is bought from.</summary>
    public static EntityKind Supplier => new("supplier");

    /// <summary>A person who has not bought yet.</summary>
    public static EntityKind Lead => new("lead");

    /// <summary>A sale that is hoped for.</summary>
    public static EntityKind Deal => new("deal");

    /// <summary>An order of a customer.</summary>
    public static EntityKind Order => new("order");

    /// <summary>An invoice to a customer.</summary>
    public static EntityKind Invoice => new("invoice");

    /// <summary>A credit note or refund to a customer.</summary>
    public static EntityKind CreditNote => new("credit-note");

    /// <summary>Money received from a customer, or paid back.</summary>
    public static EntityKind Payment => new("payment");

    /// <summary>Goods sent to a customer.</summary>
    public static EntityKind Shipment => new("shipment");

    /// <summary>A status of documents; mapped, not synchronised.</summary>
    public static EntityKind OrderStatus => new("order-status");

    /// <summary>A way of shipping; mapped, not synchronised.</summary>
    public static EntityKind Carrier => new("carrier");

    /// <summary>A way of paying; mapped, not synchronised.</summary>
    public static EntityKind PaymentMethod => new("payment-method");

    /// <summary>Where money arrives; mapped, not synchronised.</summary>
    public static EntityKind BankAccount => new("bank-account");

    /// <summary>A set of taxes that sales can have; mapped, not synchronised.</summary>
    public static EntityKind Tax => new("tax");

    /// <summary>A currency in use; mapped, not synchronised.</summary>
    public static EntityKind Currency => new("currency");

    /// <summary>A place where stock lies; mapped, not synchronised.</summary>
    public static EntityKind Warehouse => new("warehouse");

    /// <summary>A language in use; mapped, not synchronised.</summary>
    public static EntityKind Language => new("language");

    /// <summary>A country in use; mapped, not synchronised.</summary>
    public static EntityKind Country => new("country");

    /// <summary>A state or province of a country; mapped, not synchronised.</summary>
    public static EntityKind CountryState => new("country-state");

    /// <summary>One of the shops of an installation; looked at, not synchronised.</summary>
    public static EntityKind Storefront => new("storefront");

    /// <summary>A group of customers or a price level; mapped, not synchronised.</summary>
    public static EntityKind CustomerGroup => new("customer-group");

    /// <summary>A voucher; looked at, not synchronised.</summary>
    public static EntityKind Coupon => new("coupon");

    /// <summary>The name.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;
}
