using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>The recorded descriptions that come along as resources.</summary>
internal static class SchemaFiles
{
    private static readonly string[] Simulated =
    [
        "Accounts", "Contacts", "Leads", "Potentials", "Products", "Services", "PriceBooks", "Vendors", "Quotes", "SalesOrder", "Invoice", "PurchaseOrder", "Documents", "Users", "Groups",
        "Currency", "DocumentFolders", "CompanyDetails", "LineItem", "Tax", "ProductTaxes",
    ];

    /// <summary>The simulated modules by name.</summary>
    public static Dictionary<string, Module> Modules() => Simulated.ToDictionary(name => name, name => new Module(Read(name).AsObject()), StringComparer.Ordinal);

    /// <summary>What listtypes tells an administrator.</summary>
    public static JsonObject ListTypes() => Read("listtypes").AsObject();

    /// <summary>What relatedtypes tells; null for a module without a recording.</summary>
    public static JsonObject? RelatedTypes(string module) => module is "Accounts" or "Products" ? Read("relatedtypes-" + module.ToLowerInvariant()).AsObject() : null;

    private static JsonNode Read(string name)
    {
        using var stream = typeof(SchemaFiles).Assembly.GetManifestResourceStream($"ErpSync.Sandbox.Vtiger.Schema.Data.{name}.json")!;
        return JsonNode.Parse(stream)!;
    }
}
