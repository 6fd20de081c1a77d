namespace ErpSync.Sandbox;

/// <content>Extra fields and special prices.</content>
public sealed partial class DolibarrState
{
    /// <summary>The definitions of extra fields. Those of products are in <see cref="ProductExtraFields"/> too; a code that stands there alone is a <c>varchar</c>.</summary>
    public DolibarrTable<DolibarrExtraField> ExtraFieldDefinitions { get; } = new();

    /// <summary>Prices for single customers; shown where the constant <c>PRODUIT_CUSTOMER_PRICES</c> is on.</summary>
    public DolibarrTable<DolibarrCustomerPrice> CustomerPrices { get; } = new();

    /// <summary>Prices by quantity; shown where the constant <c>PRODUIT_CUSTOMER_PRICES_BY_QTY</c> is on.</summary>
    public DolibarrTable<DolibarrQuantityPrice> QuantityPrices { get; } = new();

    /// <summary>What suppliers ask for products.</summary>
    public DolibarrTable<DolibarrSupplierPrice> SupplierPrices { get; } = new();

    /// <summary>Adds a supplier's price, as the screen does.</summary>
    /// <param name="configure">Sets its fields.</param>
    /// <returns>The price with its id.</returns>
    public DolibarrSupplierPrice AddSupplierPrice(Action<DolibarrSupplierPrice> configure) => Configure(SupplierPrices, new DolibarrSupplierPrice(), configure);

    /// <summary>Defines an extra field.</summary>
    /// <param name="element">The kind of object, for example <c>product</c>.</param>
    /// <param name="code">The code, without <c>options_</c>.</param>
    /// <param name="type">The type, for example <c>varchar</c> or <c>date</c>.</param>
    /// <param name="label">The label; null takes the code.</param>
    /// <param name="size">The length of texts.</param>
    /// <returns>The definition with its id.</returns>
    public DolibarrExtraField AddExtraField(string element, string code, string type = "varchar", string? label = null, string size = "")
    {
        ArgumentNullException.ThrowIfNull(element);
        lock (Gate)
        {
            if (element == "product" && !ProductExtraFields.Contains(code))
                ProductExtraFields.Add(code);
            // Third parties and contacts are kept under the names of their tables.
            var stored = element switch { "thirdparty" => "societe", "contact" => "socpeople", _ => element };
            var owner = stored == "societe" ? "thirdparty" : stored;
            if (owner != "product" && !ExtraFieldsOf(owner).Contains(code))
                ExtraFields[owner] = [.. ExtraFieldsOf(owner), code];
            return Insert(ExtraFieldDefinitions, new DolibarrExtraField { Element = stored, Code = code, Type = type, Label = label ?? code, Size = size });
        }
    }

    /// <summary>Adds a price for one customer, as the screen does.</summary>
    /// <param name="configure">Sets its fields.</param>
    /// <returns>The price with its id.</returns>
    public DolibarrCustomerPrice AddCustomerPrice(Action<DolibarrCustomerPrice> configure) => Configure(CustomerPrices, new DolibarrCustomerPrice(), configure);

    /// <summary>Adds a price by quantity, as the screen does.</summary>
    /// <param name="configure">Sets its fields.</param>
    /// <returns>The price with its id.</returns>
    public DolibarrQuantityPrice AddQuantityPrice(Action<DolibarrQuantityPrice> configure) => Configure(QuantityPrices, new DolibarrQuantityPrice(), configure);

    internal string ExtraFieldType(string element, string code) =>
        ExtraFieldDefinitions.FirstOrDefault(field => field.Element == element && field.Code == code)?.Type ?? "varchar";
}
