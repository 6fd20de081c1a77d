namespace ErpSync.Recipes;

/// <summary>
/// The switches of the CyberOffice kind of synchronisation, PrestaShop to Dolibarr, with its own defaults: services <c>PrestaShipping</c>, <c>PrestaDiscount</c> and <c>PrestaWrapping</c>, variants as
/// products of their own. The reverse direction is <see cref="Reverse"/>.
/// </summary>
public sealed class CyberOfficeOptions : OrderToCashOptions
{
    /// <summary>Makes the options with CyberOffice's defaults.</summary>
    public CyberOfficeOptions()
    {
        Products = false;
        (Services.Shipping, Services.Discount, Services.Wrapping) = ("PrestaShipping", "PrestaDiscount", "PrestaWrapping");
    }

    /// <summary>Whether categories are carried, with their tree. Default true.</summary>
    public bool Categories { get; set; } = true;

    /// <summary>Whether products and combinations are carried. Default true.</summary>
    public bool Catalogue { get; set; } = true;

    /// <summary>Whether customers, orders, invoices and payments are carried. Default true; false leaves a catalogue-only pair.</summary>
    public bool Documents { get; set; } = true;

    /// <summary>Whether stock is kept in step. Default true. What counts in the ERP is the sellable quantity, so that it does not matter at which step Dolibarr takes goods off.</summary>
    public bool Stock { get; set; } = true;

    /// <summary>Whether descriptions are left alone: the ERP's are then never touched. Default false.</summary>
    public bool NoDescriptions { get; set; }

    /// <summary>Whether combinations become variants of Dolibarr's module. Default false: products of their own, with their attributes as first line of the description.</summary>
    public bool Variants { get; set; }

    /// <summary>Whether barcodes are carried. Default true.</summary>
    public bool Barcodes { get; set; } = true;

    /// <summary>Whether special prices are carried: those of customer groups become price levels. Default true.</summary>
    public bool Prices { get; set; } = true;

    /// <summary>Whether pictures are carried. Default true.</summary>
    public bool Images { get; set; } = true;

    /// <summary>Products that were not saved in the shop since this instant carry their cover only, so that a first load is short; saving a product completes it. Null (default): all pictures.</summary>
    public DateTimeOffset? CoverOnlyBefore { get; set; }

    /// <summary>The code of an extra field of Dolibarr's products for the shop's long description; the description then gets the short one. Null (default): the description gets the long one.</summary>
    public string? LongDescriptionField { get; set; }

    /// <summary>The code of an extra field of Dolibarr's products for each feature of the shop, by its name. Default none.</summary>
    public IDictionary<string, string> Features { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How the ERP's reference is made of the shop's: <c>{ref}</c> stands for it, <c>{id}</c> for the product's id. Default <c>{ref}</c>.</summary>
    public string ReferencePattern { get; set; } = "{ref}";

    /// <summary>How the reference of a product without one is made. Default <c>PS{id}</c>.</summary>
    public string MissingReferencePattern { get; set; } = "PS{id}";

    /// <summary>The ids of products of the shop that are loaded, from and to, both included; null (default) for all. For long first loads, part by part.</summary>
    public (long From, long To)? ProductRange { get; set; }

    /// <summary>Whether the PDF of the ERP's invoice is offered to its customer. Default true; without it the host's page answers as if there were none.</summary>
    public bool InvoiceLink { get; set; } = true;

    /// <summary>What comes back from Dolibarr. Default nothing but tracking numbers.</summary>
    public CyberOfficeReverse Reverse { get; } = new();
}
