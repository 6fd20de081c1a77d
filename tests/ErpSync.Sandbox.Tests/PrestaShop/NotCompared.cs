using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>Recordings that the stand-in is not compared with, each with its reason.</summary>
internal static class NotCompared
{
    private const string NoResource = "the resource is not simulated";
    private const string VirtualPrice = "computed prices are not simulated";
    private const string NotWebservice = "not the webservice";

    public static readonly IReadOnlyDictionary<string, string> ByName = new Dictionary<string, string>
    {
        ["combinations-price-virtual"] = VirtualPrice,
        ["products-price-customer"] = VirtualPrice,
        ["products-price-decimals"] = VirtualPrice,
        ["products-price-virtual"] = VirtualPrice,
        ["products-price-virtual-list"] = VirtualPrice,
        ["images-general"] = "pictures of the shop itself are not simulated",
    };

    private static readonly string[] Segments =
    [
        "attachments", "contacts", "customizations", "deliveries", "employees", "image_types", "order_returns", "price_ranges", "product_customization_fields", "search",
        "specific_price_rules", "stock_movement_reasons", "stock_movements", "stocks", "stores", "warehouses", "weight_ranges",
    ];

    /// <summary>The reason, or null when the recording has to be compared.</summary>
    public static string? Reason(Recording recording, string version)
    {
        if (ByName.TryGetValue(recording.Name, out var reason))
            return reason;
        var path = recording.Request.Path.Trim('/').Split('/');
        if (recording.Name.StartsWith("invoice-pdf", StringComparison.Ordinal) || recording.Name.StartsWith("order-slip-pdf", StringComparison.Ordinal))
            return null;
        if (path[0] != "api")
            return NotWebservice;
        if (path.Length < 2 || recording.Name is "auth-no-permission-resource" or "method-forbidden-stocks-put")
            return null;
        if (path[1] == "order_returns" && version.StartsWith('8'))
            return null;
        if (path[1] is "supply_orders" or "warehouse_product_locations")
            return version.StartsWith('9') ? null : NoResource;
        return Segments.Contains(path[1]) ? NoResource : null;
    }
}
