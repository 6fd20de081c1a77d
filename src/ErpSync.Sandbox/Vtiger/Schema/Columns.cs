namespace ErpSync.Sandbox.Vtiger;

/// <summary>The columns behind the fields: scales of numbers, lengths of texts, what stands there when nothing was given.</summary>
internal static class Columns
{
    private static readonly Dictionary<string, int> Lengths = new(StringComparer.Ordinal)
    {
        ["Accounts.accountname"] = 100, ["Products.productname"] = 100, ["Products.productcode"] = 40, ["Services.servicename"] = 255, ["Vendors.vendorname"] = 100,
        ["Contacts.lastname"] = 80, ["Contacts.firstname"] = 40, ["Leads.lastname"] = 80, ["Leads.firstname"] = 40, ["Leads.company"] = 100, ["Potentials.potentialname"] = 120,
        ["SalesOrder.subject"] = 100, ["Invoice.subject"] = 100, ["Quotes.subject"] = 100, ["PurchaseOrder.subject"] = 100, ["PriceBooks.bookname"] = 100,
    };

    /// <summary>The length at which a text is cut; 255 for fields without a known one, none for long texts.</summary>
    public static int Length(string module, ModuleField field) =>
        Lengths.TryGetValue($"{module}.{field.Name}", out var length) ? length : field.Type == "text" ? int.MaxValue : 255;

    /// <summary>How many decimals the column of a numeric field has.</summary>
    public static int Scale(string module, ModuleField field) => (module, field.Type, field.Name) switch
    {
        (_, "integer" or "boolean", _) => 0,
        ("Invoice", _, "hdnS_H_Percent") => 8,
        ("Currency", _, "conversion_rate") => 5,
        ("LineItem", _, "listprice" or "discount_amount" or "purchase_cost" or "margin") => 8,
        (_, "currency", _) => 8,
        (_, _, "qty_per_unit") => 2,
        _ => 3,
    };

    /// <summary>What the column holds when nothing was given.</summary>
    public static string? Initial(string module, ModuleField field)
    {
        if (field.Name is "hdnDiscountPercent" or "hdnDiscountAmount" or "filedownloadcount" || !field.IsNumeric)
            return "";
        return field.Name == "conversion_rate" ? "1.000" : Values.Fixed(0, Scale(module, field));
    }
}
