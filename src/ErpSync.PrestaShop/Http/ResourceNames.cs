namespace ErpSync.PrestaShop;

/// <summary>The node names of records: usually the resource without its plural, but not always.</summary>
internal static class ResourceNames
{
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["addresses"] = "address",
        ["categories"] = "category",
        ["countries"] = "country",
        ["currencies"] = "currency",
        ["deliveries"] = "delivery",
        ["order_histories"] = "order_history",
        ["order_slip"] = "order_slip",
        ["search"] = "search",
        ["stock_availables"] = "stock_available",
        ["stock_movement_reasons"] = "stock_movement_reason",
        ["supply_order_histories"] = "supply_order_history",
        ["supply_order_receipt_histories"] = "supply_order_receipt_history",
        ["taxes"] = "tax",
        ["content_management_system"] = "content",
    };

    /// <summary>The name of one record's node.</summary>
    public static string Item(string resource) => Irregular.TryGetValue(resource, out var item) ? item : resource.EndsWith('s') ? resource[..^1] : resource;

    /// <summary>The name of the list's node in JSON: the resource, except for order slips.</summary>
    public static string List(string resource) => resource == "order_slip" ? "order_slips" : resource;
}
