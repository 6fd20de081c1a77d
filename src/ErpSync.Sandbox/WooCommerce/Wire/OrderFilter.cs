using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The filters of lists of orders and customers.</summary>
internal static class OrderFilter
{
    public static IEnumerable<JsonObject> Apply(ApiCall call, IEnumerable<JsonObject> orders)
    {
        if (call.List("status") is { } statuses && !statuses.Contains("any", StringComparer.Ordinal))
            orders = orders.Where(order => statuses.Contains(order.Text("status"), StringComparer.Ordinal));
        else
            orders = orders.Where(order => order.Text("status") != "trash");
        if (call["customer"] is { } customer)
            orders = orders.Where(order => order.Text("customer_id") == customer);
        if (call["product"] is { } product)
            orders = orders.Where(order => order.Objects("line_items").Any(line => line.Text("product_id") == product));
        if (call["created_via"] is { } way)
            orders = orders.Where(order => way.Split(',').Contains(order.Text("created_via"), StringComparer.Ordinal));
        return call["search"] is { } text
            ? orders.Where(order => order.Text("id") == text || ((JsonObject)order["billing"]!).Text("email").Contains(text, StringComparison.OrdinalIgnoreCase) || ((JsonObject)order["billing"]!).Text("last_name").Contains(text, StringComparison.OrdinalIgnoreCase))
            : orders;
    }

    public static IEnumerable<JsonObject> Customers(ApiCall call, IEnumerable<JsonObject> customers)
    {
        if (call["email"] is { } email)
            customers = customers.Where(customer => string.Equals(customer.Text("email"), email, StringComparison.OrdinalIgnoreCase));
        var role = call["role"] ?? "customer";
        if (role != "all")
            customers = customers.Where(customer => customer.Text("role") == role);
        return call["search"] is { } text ? customers.Where(customer => customer.Text("email").Contains(text, StringComparison.OrdinalIgnoreCase)) : customers;
    }
}
