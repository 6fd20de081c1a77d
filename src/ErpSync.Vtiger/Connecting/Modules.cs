namespace ErpSync.Vtiger;

/// <summary>The names of modules; case counts.</summary>
internal static class Modules
{
    public const string Leads = "Leads";
    public const string Accounts = "Accounts";
    public const string Contacts = "Contacts";
    public const string Potentials = "Potentials";
    public const string Products = "Products";
    public const string Services = "Services";
    public const string Vendors = "Vendors";
    public const string PriceBooks = "PriceBooks";
    public const string Quotes = "Quotes";
    public const string SalesOrder = "SalesOrder";
    public const string Invoice = "Invoice";
    public const string PurchaseOrder = "PurchaseOrder";
    public const string Documents = "Documents";
    public const string LineItem = "LineItem";
    public const string Currency = "Currency";
    public const string Tax = "Tax";

    /// <summary>The modules behind a kind.</summary>
    public static IReadOnlyList<string> Of(EntityKind kind) => kind.Name switch
    {
        "lead" => [Leads],
        "customer" => [Accounts, Contacts],
        "address" => [Accounts],
        "contact" => [Contacts],
        "deal" => [Potentials],
        "product" => [Products, Services],
        "stock-level" => [Products],
        "supplier" => [Vendors],
        "order" => [SalesOrder, Products, Services],
        "invoice" => [Invoice, Products, Services],
        "quote" => [Quotes],
        "purchase-order" => [PurchaseOrder],
        "price-book" => [PriceBooks],
        "document" => [Documents],
        _ => [],
    };
}
