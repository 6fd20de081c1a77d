namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The types of categories by name.</summary>
internal static class CategoryTypes
{
    public const int Product = 0;
    public const int Customer = 2;

    /// <summary>The names in the order of their numbers; empty where a number has no name.</summary>
    private static readonly string[] Names =
    [
        "product", "supplier", "customer", "member", "contact", "bank_account", "project", "user", "bank_line", "warehouse", "actioncomm", "website_page", "ticket",
        "knowledgemanagement", "fichinter", "", "order", "invoice", "", "", "supplier_order", "supplier_invoice", "supplier_proposal", "propal", "project_task",
    ];

    /// <summary>The number of a type given by name or number.</summary>
    public static int Of(string text) => text.Length > 0 && Array.IndexOf(Names, text) is var number and >= 0 ? number : Numbers.ReadInt(text);
}
