namespace ErpSync.Sandbox.Vtiger;

/// <summary>The columns behind the fields: scales of numbers, what stands there when nothing was given.</summary>
internal static class Columns
{
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
    public static string Initial(string module, ModuleField field)
    {
        if (field.Name is "hdnDiscountPercent" or "hdnDiscountAmount" or "filedownloadcount" || !field.IsNumeric)
            return "";
        return field.Name == "conversion_rate" ? "1.000" : Values.Fixed(0, Scale(module, field));
    }
}
