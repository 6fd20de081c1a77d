namespace ErpSync.Dolibarr;

/// <summary>Names the module and the right that an endpoint belongs to, for messages.</summary>
internal static class DolibarrResources
{
    private static readonly Dictionary<string, (string Module, string Right)> Known = new(StringComparer.Ordinal)
    {
        ["products"] = ("Products / Services", "products and services"),
        ["categories"] = ("Tags / Categories", "tags and categories"),
        ["stockmovements"] = ("Stocks", "stock movements"),
        ["warehouses"] = ("Stocks", "stocks and warehouses"),
        ["documents"] = ("the module of the document's record", "the record that the document belongs to"),
        ["orders"] = ("Sales orders", "sales orders"),
        ["invoices"] = ("Invoices", "customer invoices"),
        ["thirdparties"] = ("Third parties", "third parties"),
        ["contacts"] = ("Third parties", "contacts"),
        ["shipments"] = ("Shipments", "shipments"),
        ["supplierorders"] = ("Vendors", "purchase orders"),
        ["supplierinvoices"] = ("Vendors", "vendor invoices"),
        ["bankaccounts"] = ("Banks and cash", "bank accounts"),
        ["multicurrencies"] = ("Multi-currency", "currencies"),
        ["projects"] = ("Projects", "projects"),
        ["webhook"] = ("Webhook", "webhook targets"),
        ["setup"] = ("API", "setup: an administrator, or a login listed in API_LOGINS_ALLOWED_FOR_CONST_READ and API_LOGINS_ALLOWED_FOR_GET_COMPANY"),
    };

    /// <summary>The resource of a path: its first segment.</summary>
    public static string Of(string path) => path.TrimStart('/').Split('?', 2)[0].Split('/', 2)[0];

    public static string Module(string path) => IsVariants(path) ? "Product variants" : Known.TryGetValue(Of(path), out var names) ? names.Module : $"of '{Of(path)}'";

    public static string Right(string method, string path)
    {
        var action = method switch { "GET" => "read", "DELETE" => "delete", _ => "create and modify" };
        var subject = IsVariants(path) ? "product variants" : Known.TryGetValue(Of(path), out var names) ? names.Right : Of(path);
        return $"{action} {subject}";
    }

    private static bool IsVariants(string path) =>
        path.Contains("/variants", StringComparison.Ordinal) || path.TrimStart('/').StartsWith("products/attributes", StringComparison.Ordinal);
}
