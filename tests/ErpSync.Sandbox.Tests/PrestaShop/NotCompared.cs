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
        "addresses", "attachments", "carriers", "cart_rules", "carts", "contacts", "customer_threads", "customers", "customizations", "deliveries", "employees", "groups", "guests",
        "image_types", "messages", "order_carriers", "order_cart_rules", "order_details", "order_histories", "order_invoices", "order_payments", "order_returns", "order_slip",
        "order_states", "orders", "price_ranges", "product_customization_fields", "search", "specific_price_rules", "states",
        "stock_movement_reasons", "stock_movements", "stocks", "stores", "warehouses", "weight_ranges", "zones",
    ];

    /// <summary>The reason, or null when the recording has to be compared.</summary>
    public static string? Reason(Recording recording, string version)
    {
        if (ByName.TryGetValue(recording.Name, out var reason))
            return reason;
        var path = recording.Request.Path.Trim('/').Split('/');
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
