using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The collections of the shop.</summary>
internal sealed class Resources(WooCommerceState state)
{
    private static readonly string[] ProductOrders = ["date", "id", "include", "title", "slug", "modified", "popularity", "rating", "price", "sales", "menu_order", "random"];

    public Resource Products { get; } = new("products")
    {
        All = call => ProductFilter.Apply(state, call, state.Products.Values),
        Find = id => state.Products.GetValueOrDefault(id),
        Create = (body, isBatch) => ProductRecords.Create(state, body, isBatch, null),
        Update = (item, body, isBatch) =>
        {
            if (ProductRecords.IsVariation(item))
                throw new RestProblem(404, "woocommerce_rest_invalid_product_id", "To manipulate product variations you should use the /products/<product_id>/variations/<id> endpoint.");
            ProductRecords.Update(state, item, body, isBatch);
        },
        Delete = (item, force) => ProductRecords.Delete(state, item, force),
        Show = (item, isEdit) => ProductRecords.Show(state, item, isEdit),
        MissingCode = "woocommerce_rest_product_invalid_id",
        Orders = ProductOrders,
    };

    public Resource AllVariations { get; } = new("variations")
    {
        All = call => ProductFilter.Status(call, state.Products.Values.Where(ProductRecords.IsVariation)),
        Find = static _ => null,
        Show = (item, isEdit) => ProductRecords.Show(state, item, isEdit),
        Orders = ProductOrders,
        HasBatch = false,
    };

    public Resource Orders { get; } = new("orders")
    {
        All = call => OrderFilter.Apply(call, state.Orders.Values),
        Find = id => state.Orders.GetValueOrDefault(id),
        Create = (body, _) => OrderRecords.Create(state, body),
        Update = (item, body, _) => OrderRecords.Update(state, item, body),
        Delete = (item, force) => OrderRecords.Delete(state, item, force),
        Show = (item, _) => OrderRecords.Show(state, item),
        MissingCode = "woocommerce_rest_shop_order_invalid_id",
    };

    public Resource Customers { get; } = new("customers")
    {
        All = call => OrderFilter.Customers(call, state.Customers.Values),
        Find = id => state.Customers.GetValueOrDefault(id),
        Create = (body, _) => CustomerRecords.Create(state, body),
        Update = (item, body, _) => CustomerRecords.Update(state, item, body),
        Delete = (item, force) => CustomerRecords.Delete(state, item, force),
        MissingCode = "wc_user_invalid_id",
        MissingMessage = "Invalid user ID.",
        TrashRefusal = "Customers do not support trashing.",
        DefaultOrder = "name",
        Orders = ["id", "include", "name", "registered_date"],
        HasDates = false,
    };

    public Resource Coupons { get; } = new("coupons")
    {
        All = call => call["code"] is { } code ? state.Coupons.Values.Where(coupon => string.Equals(coupon.Text("code"), code, StringComparison.OrdinalIgnoreCase)) : state.Coupons.Values,
        Find = id => state.Coupons.GetValueOrDefault(id),
        Create = (body, _) => CouponRecords.Create(state, body),
        Update = (item, body, _) => CouponRecords.Update(state, item, body),
        Delete = (item, _) => state.Coupons.Remove(item.Whole("id")),
        MissingCode = "woocommerce_rest_shop_coupon_invalid_id",
    };

    public Resource Attributes { get; } = new("products/attributes")
    {
        All = _ => state.Attributes.Values,
        Find = id => state.Attributes.GetValueOrDefault(id),
        Create = (body, _) => AttributeRecords.Create(state, body),
        Update = (item, body, _) => AttributeRecords.Update(item, body),
        Delete = (item, _) => state.Attributes.Remove(item.Whole("id")),
        MissingCode = "woocommerce_rest_taxonomy_invalid",
        MissingMessage = "Resource does not exist.",
        TrashRefusal = "Resource does not support trashing.",
        DefaultOrder = "name",
        Orders = ["name", "id"],
        HasDates = false,
    };

    public Resource Taxes { get; } = new("taxes")
    {
        All = call => call["class"] is { } name ? state.Taxes.Values.Where(rate => rate.Text("class") == name) : state.Taxes.Values,
        Find = id => state.Taxes.GetValueOrDefault(id),
        Create = (body, _) => state.AddTax(body.Text("country"), body.Text("rate"), body.Text("name"), body.Text("class") is { Length: > 0 } name ? name : "standard", body.Text("state"), Math.Max(1, (int)body.Whole("priority")), body.Flag("compound")),
        Update = (item, body, _) =>
        {
            foreach (var (name, value) in body.Where(pair => item.ContainsKey(pair.Key) && pair.Key != "id"))
                item[name] = name == "rate" ? Json.Number(value?.ToString() ?? "").Fixed(4) : value?.DeepClone();
        },
        Delete = (item, _) => state.Taxes.Remove(item.Whole("id")),
        MissingMessage = "Invalid resource ID.",
        TrashRefusal = "Taxes do not support trashing.",
        DefaultOrder = "order",
        Orders = ["id", "order", "priority"],
        HasDates = false,
    };

    public Resource Webhooks { get; } = new("webhooks")
    {
        All = call => state.Webhooks.Values.Select(entry => entry.Row).Where(row => call["status"] is null or "all" || row.Text("status") == call["status"]),
        Find = id => state.Webhooks.GetValueOrDefault(id)?.Row,
        Create = (body, _) => WebhookRecords.Create(state, body),
        Update = (item, body, _) => WebhookRecords.Update(state, item, body),
        Delete = (item, _) => state.Webhooks.Remove(item.Whole("id")),
        MissingCode = "woocommerce_rest_shop_webhook_invalid_id",
        MissingMessage = "ID is invalid.",
        TrashRefusal = "Webhooks do not support trashing.",
        Orders = ["date", "id", "title"],
    };

    public Resource Terms(string taxonomy, string path) => new(path)
    {
        All = call => Named(call, TermRecords.Table(state, taxonomy).Values),
        Find = id => TermRecords.Table(state, taxonomy).GetValueOrDefault(id),
        Create = (body, _) => TermRecords.Create(state, taxonomy, body),
        Update = (item, body, _) => TermRecords.Update(state, taxonomy, item, body),
        Delete = (item, _) => TermRecords.Delete(state, taxonomy, item),
        MissingCode = "woocommerce_rest_term_invalid",
        MissingMessage = "Resource does not exist.",
        TrashRefusal = "Resource does not support trashing.",
        DefaultOrder = "name",
        Orders = ["id", "include", "name", "slug", "term_group", "description", "count", "menu_order"],
        HasDates = false,
    };

    public Resource Variations(long product) => new($"products/{product}/variations")
    {
        All = call => ProductFilter.Status(call, state.Products.Values.Where(item => ProductRecords.IsVariation(item) && item.Whole("parent_id") == product)),
        Find = id => state.Products.GetValueOrDefault(id) is { } item && ProductRecords.IsVariation(item) && item.Whole("parent_id") == product ? item : null,
        Create = (body, isBatch) => state.Products.ContainsKey(product) ? ProductRecords.Create(state, body, isBatch, product) : throw new RestProblem(404, "woocommerce_rest_product_invalid_id", "Invalid ID."),
        Update = (item, body, isBatch) => ProductRecords.Update(state, item, body, isBatch),
        Delete = (item, force) => ProductRecords.Delete(state, item, force),
        Show = (item, isEdit) => ProductRecords.Show(state, item, isEdit),
        MissingCode = "woocommerce_rest_product_variation_invalid_id",
        Orders = ProductOrders,
    };

    private static IEnumerable<JsonObject> Named(ApiCall call, IEnumerable<JsonObject> terms)
    {
        if (call["search"] is { } text)
            terms = terms.Where(term => term.Text("name").Contains(TextForms.Html(text), StringComparison.OrdinalIgnoreCase));
        if (call["slug"] is { } slug)
            terms = terms.Where(term => term.Text("slug") == slug);
        return call["parent"] is { } parent ? terms.Where(term => term.Text("parent") == parent) : terms;
    }
}
