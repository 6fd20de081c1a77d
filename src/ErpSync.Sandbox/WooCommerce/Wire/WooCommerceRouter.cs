using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Finds what answers a path.</summary>
internal sealed class WooCommerceRouter(WooCommerceState state)
{
    private readonly Resources _resources = new(state);
    private readonly ShopRoutes _shop = new(state);

    /// <exception cref="RestProblem">There is no such route, or it refuses.</exception>
    public Answer Route(ApiCall call) => call.Path switch
    {
        ["products", "categories", .. var rest] => _resources.Terms("product_cat", "products/categories").Route(call, state, rest),
        ["products", "tags", .. var rest] => _resources.Terms("product_tag", "products/tags").Route(call, state, rest),
        ["products", "brands", .. var rest] when state.Version.HasBrands => _resources.Terms("product_brand", "products/brands").Route(call, state, rest),
        ["products", "shipping_classes", .. var rest] => _resources.Terms("product_shipping_class", "products/shipping_classes").Route(call, state, rest),
        ["products", "attributes", var id, "terms", .. var rest] => Attribute(id, call, rest),
        ["products", "attributes", .. var rest] => _resources.Attributes.Route(call, state, rest),
        ["products", "reviews"] when call.IsRead => new Answer(200) { Items = [] },
        ["products", var id, "variations", .. var rest] when Number(id) is { } product => _resources.Variations(product).Route(call, state, rest),
        ["products", var id, "duplicate"] when Number(id) is { } product && call.Method == "POST" => Duplicate(product),
        ["products", .. var rest] => _resources.Products.Route(call, state, rest),
        ["variations"] when state.Version.HasAllVariations && call.IsRead => _resources.AllVariations.Route(call, state, []),
        ["orders", "statuses"] when call.IsRead => Items(OrderRecords.Statuses.Select(status => new JsonObject { ["slug"] = status.Slug, ["name"] = status.Name })),
        ["orders", var id, "notes", .. var rest] when Number(id) is { } order => Notes(call, order, rest),
        ["orders", var id, "refunds", .. var rest] when Number(id) is { } order => Refunds(call, order, rest),
        ["orders", var id, "fulfillments", .. var rest] when Number(id) is { } order && state.Options.Fulfillments && state.Version.HasFulfillments => FulfillmentRecords.Route(state, call, Order(order), rest),
        ["orders", .. var rest] => _resources.Orders.Route(call, state, rest),
        ["refunds"] when state.Version.HasAllRefunds && call.IsRead => ListPage.Cut(call, state.Refunds.Values, state),
        ["customers", var id, "downloads"] when Number(id) is not null && call.IsRead => new Answer(200) { Items = [] },
        ["customers", .. var rest] => _resources.Customers.Route(call, state, rest),
        ["coupons", .. var rest] => _resources.Coupons.Route(call, state, rest),
        ["taxes", "classes", .. var rest] => _shop.TaxClasses(call, rest),
        ["taxes", .. var rest] => _resources.Taxes.Route(call, state, rest),
        ["webhooks", .. var rest] => _resources.Webhooks.Route(call, state, rest),
        _ => _shop.Route(call),
    };

    private Answer Attribute(string id, ApiCall call, string[] rest)
    {
        if (Number(id) is not { } number || !state.Attributes.TryGetValue(number, out var attribute))
            throw new RestProblem(404, "woocommerce_rest_taxonomy_invalid", "Resource does not exist.");
        return _resources.Terms(attribute.Text("slug"), $"products/attributes/{id}/terms").Route(call, state, rest);
    }

    private Answer Duplicate(long product)
    {
        if (!state.Products.TryGetValue(product, out var original))
            throw new RestProblem(404, "woocommerce_rest_product_invalid_id", "Invalid ID.");
        var body = new JsonObject { ["name"] = original.Text("name") + " (Copy)", ["status"] = "draft", ["regular_price"] = original.Text("regular_price"), ["sku"] = original.Text("sku") is { Length: > 0 } sku ? sku + "-1" : "" };
        var copy = ProductRecords.Create(state, body, isBatch: false, null);
        copy["meta_data"] = original["meta_data"]!.DeepClone();
        return new Answer(200, copy) { Self = $"products/{copy.Text("id")}" };
    }

    private Answer Notes(ApiCall call, long order, string[] rest)
    {
        Order(order);
        var notes = state.Notes.TryGetValue(order, out var known) ? known : state.Notes[order] = [];
        if (rest is [])
        {
            if (call.IsRead)
                return Items(notes.AsEnumerable().Reverse());
            var note = new JsonObject { ["id"] = state.NextLine(), ["author"] = call.Flag("added_by_user") ? "shopmanager" : "WooCommerce" };
            state.Date(note, "date_created", state.Now);
            note["note"] = TextForms.Html(call.Body.Text("note"));
            note["customer_note"] = call.Body.Flag("customer_note");
            notes.Add(note);
            return new Answer(201, note) { Self = $"orders/{order}/notes/{note.Text("id")}" };
        }

        var found = notes.Find(note => note.Text("id") == rest[0]) ?? throw new RestProblem(404, "woocommerce_rest_invalid_id", "Invalid resource ID.");
        if (call.Method == "DELETE")
            notes.Remove(found);
        return new Answer(200, found);
    }

    private Answer Refunds(ApiCall call, long id, string[] rest)
    {
        var order = Order(id);
        if (rest is [])
        {
            if (call.IsRead)
                return ListPage.Cut(call, state.Refunds.Values.Where(refund => refund.Whole("parent_id") == id), state);
            var made = RefundRecords.Create(state, order, call.Body);
            return new Answer(201, Shown(made)) { Self = $"orders/{id}/refunds/{made.Text("id")}" };
        }

        if (Number(rest[0]) is not { } number || !state.Refunds.TryGetValue(number, out var refund) || refund.Whole("parent_id") != id)
            throw new RestProblem(404, "woocommerce_rest_shop_order_refund_invalid_id", "Invalid ID.");
        if (call.Method == "DELETE")
            state.Refunds.Remove(number);
        return new Answer(200, Shown(refund)) { Self = $"orders/{id}/refunds/{number}" };
    }

    private static JsonObject Shown(JsonObject refund)
    {
        var shown = (JsonObject)refund.DeepClone();
        shown.Remove("parent_id");
        return shown;
    }

    private JsonObject Order(long id) => state.Orders.GetValueOrDefault(id) ?? throw new RestProblem(404, "woocommerce_rest_order_invalid_id", "Invalid order ID.");

    private static Answer Items(IEnumerable<JsonObject> items)
    {
        var list = items.ToList();
        return new Answer(200) { Items = list, Total = list.Count, Pages = 1 };
    }

    private static long? Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
