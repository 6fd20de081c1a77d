namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The types of categories by name.</summary>
internal static class CategoryTypes
{
    public const int Product = 0;

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.Ordinal)
    {
        ["product"] = 0, ["supplier"] = 1, ["customer"] = 2, ["member"] = 3, ["contact"] = 4, ["bank_account"] = 5, ["project"] = 6, ["user"] = 7,
        ["bank_line"] = 8, ["warehouse"] = 9, ["actioncomm"] = 10, ["website_page"] = 11, ["ticket"] = 12, ["knowledgemanagement"] = 13, ["fichinter"] = 14,
        ["order"] = 16, ["invoice"] = 17, ["supplier_order"] = 20, ["supplier_invoice"] = 21, ["supplier_proposal"] = 22, ["propal"] = 23, ["project_task"] = 24,
    };

    /// <summary>The number of a type given by name or number.</summary>
    public static int Of(string text) => Numbers.TryGetValue(text, out var number) ? number : Dolibarr.Numbers.ReadInt(text);
}
