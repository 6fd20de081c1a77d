using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The lines of orders: added without id, changed by id, deleted by quantity 0 or null.</summary>
internal static class OrderLines
{
    private static readonly string[] Lists = ["line_items", "shipping_lines", "fee_lines", "coupon_lines"];

    /// <summary>Applies the lines of a body; true when there were any.</summary>
    public static bool Apply(WooCommerceState state, JsonObject order, JsonObject body)
    {
        var any = false;
        foreach (var list in Lists)
        {
            if (body[list] is not JsonArray given)
                continue;
            any = true;
            if (list == "line_items")
                Check(given);
            var lines = order[list] as JsonArray ?? [];
            order[list] = lines;
            foreach (var entry in given.OfType<JsonObject>())
            {
                var known = entry.Whole("id") > 0 ? lines.OfType<JsonObject>().FirstOrDefault(line => line.Whole("id") == entry.Whole("id")) : null;
                if (known is not null && entry["quantity"] is not null && entry.Whole("quantity") == 0)
                    lines.Remove(known);
                else if (known is not null)
                    Change(state, known, entry);
                else
                    lines.Add(New(state, order, list, entry));
            }
        }

        if (body["coupon_lines"] is JsonArray)
            Discount(state, order);
        return any;
    }

    public static void MoveStock(WooCommerceState state, JsonObject order, bool isTaken)
    {
        foreach (var line in order.Objects("line_items"))
        {
            var meta = line["meta_data"] as JsonArray ?? [];
            var mark = meta.OfType<JsonObject>().FirstOrDefault(entry => entry.Text("key") == "_reduced_stock");
            if (isTaken == mark is not null)
                continue;
            var id = line.Whole("variation_id") > 0 ? line.Whole("variation_id") : line.Whole("product_id");
            if (!state.Products.TryGetValue(id, out var product) || !product.Flag("manage_stock"))
                continue;
            product["stock_quantity"] = product.Whole("stock_quantity") + (isTaken ? -1 : 1) * line.Whole("quantity");
            ProductRecords.Saved(state, product);
            if (mark is not null)
                meta.Remove(mark);
            else
                meta.Add(Shown(state, "_reduced_stock", line.Text("quantity")));
        }
    }

    private static void Check(JsonArray lines)
    {
        for (var place = 0; place < lines.Count; place++)
        {
            if (lines[place] is JsonObject line && line["quantity"] is { } quantity && !long.TryParse(quantity.ToString(), CultureInfo.InvariantCulture, out _))
                throw RestProblem.Invalid("line_items", $"line_items[{place}][quantity] is not of type integer.", place: $"line_items[{place}][quantity]");
        }
    }

    private static JsonObject New(WooCommerceState state, JsonObject order, string list, JsonObject entry)
    {
        var id = state.NextLine();
        switch (list)
        {
            case "line_items":
                return Item(state, id, entry);
            case "shipping_lines":
                return new JsonObject { ["id"] = id, ["method_title"] = entry.Text("method_title"), ["method_id"] = entry.Text("method_id"), ["instance_id"] = entry.Text("instance_id"), ["total"] = entry.Number("total").Fixed(), ["total_tax"] = "0.00", ["taxes"] = new JsonArray(), ["tax_status"] = "taxable", ["meta_data"] = Meta(state, entry) };
            case "fee_lines":
                return new JsonObject { ["id"] = id, ["name"] = entry.Text("name"), ["tax_class"] = entry.Text("tax_class"), ["tax_status"] = entry["tax_status"]?.ToString() ?? "taxable", ["amount"] = entry.Text("amount"), ["total"] = entry.Number("total").Fixed(), ["total_tax"] = "0.00", ["taxes"] = new JsonArray(), ["meta_data"] = Meta(state, entry) };
            default:
                var code = entry.Text("code").ToLowerInvariant();
                var coupon = CouponRecords.Find(state, code) ?? throw new RestProblem(400, "woocommerce_rest_invalid_coupon", $"Coupon \"{code}\" does not exist!", new JsonObject { ["new_draft_order_id"] = Draft(state, order) });
                return new JsonObject { ["id"] = id, ["code"] = code, ["discount"] = "0.00", ["discount_tax"] = "0.00", ["meta_data"] = new JsonArray(), ["discount_type"] = coupon.Text("discount_type"), ["nominal_amount"] = coupon.Number("amount"), ["free_shipping"] = coupon.Flag("free_shipping") };
        }
    }

    // A bad coupon leaves a draft of the order behind.
    private static long Draft(WooCommerceState state, JsonObject order)
    {
        var draft = (JsonObject)order.DeepClone();
        var id = state.NextPost();
        draft["id"] = id;
        draft["number"] = id.ToString(CultureInfo.InvariantCulture);
        draft["status"] = "checkout-draft";
        state.Touch(draft);
        state.Orders[id] = draft;
        return id;
    }

    private static JsonObject Item(WooCommerceState state, long id, JsonObject entry)
    {
        var wanted = entry.Whole("variation_id") > 0 ? entry.Whole("variation_id") : entry.Whole("product_id");
        if (wanted == 0 && entry.Text("sku").Length == 0)
            throw new RestProblem(400, "woocommerce_rest_required_product_reference", "Product ID or SKU is required.");
        var product = wanted > 0 ? state.Products.GetValueOrDefault(wanted) : state.Products.Values.FirstOrDefault(candidate => candidate.Text("sku") == entry.Text("sku"));
        var isVariation = product is not null && ProductRecords.IsVariation(product);
        var parent = isVariation ? state.Products.GetValueOrDefault(product!.Whole("parent_id")) : null;
        var quantity = entry["quantity"] is null ? 1 : entry.Whole("quantity");
        var line = new JsonObject
        {
            ["id"] = id,
            ["name"] = product is null ? entry.Text("name") : parent is null ? product.Text("name") : $"{parent.Text("name")} - {product.Text("name")}",
            ["product_id"] = parent?.Whole("id") ?? product?.Whole("id") ?? 0,
            ["variation_id"] = isVariation ? product!.Whole("id") : 0,
            ["quantity"] = quantity,
            ["tax_class"] = entry["tax_class"]?.ToString() ?? Class(product, parent),
            ["subtotal"] = "0.00",
            ["subtotal_tax"] = "0.00",
            ["total"] = "0.00",
            ["total_tax"] = "0.00",
            ["taxes"] = new JsonArray(),
            ["meta_data"] = Meta(state, entry),
            ["sku"] = product?.Text("sku"),
            ["global_unique_id"] = product?.Text("global_unique_id"),
            ["price"] = 0,
            ["image"] = new JsonObject { ["id"] = 0, ["src"] = "" },
            ["parent_name"] = parent?.Text("name"),
        };
        if (!state.Version.HasGtin)
            line.Remove("global_unique_id");
        var net = product is null ? 0 : OrderTotals.Net(state, product, parent) * quantity;
        Change(state, line, new JsonObject { ["subtotal"] = entry["subtotal"]?.DeepClone() ?? entry["total"]?.DeepClone() ?? JsonValue.Create(net), ["total"] = entry["total"]?.DeepClone() ?? entry["subtotal"]?.DeepClone() ?? JsonValue.Create(net) });
        return line;
    }

    private static void Change(WooCommerceState state, JsonObject line, JsonObject entry)
    {
        foreach (var (name, value) in entry)
        {
            if (name is "subtotal" or "total")
                line[name] = Json.Number(value?.ToString() ?? "").Fixed();
            else if (name is "meta_data")
                line[name] = Meta(state, entry);
            else if (name is not "id" && line.ContainsKey(name))
                line[name] = value?.DeepClone();
        }

        if (line.ContainsKey("price"))
            line["price"] = line.Whole("quantity") == 0 ? 0 : line.Number("total") / line.Whole("quantity");
    }

    private static void Discount(WooCommerceState state, JsonObject order)
    {
        var goods = order.Objects("line_items").ToList();
        foreach (var line in order.Objects("coupon_lines"))
        {
            var coupon = CouponRecords.Find(state, line.Text("code"))!;
            var all = goods.Sum(item => item.Number("total"));
            var taken = 0m;
            foreach (var item in goods)
            {
                var off = coupon.Text("discount_type") == "percent" ? item.Number("total") * coupon.Number("amount") / 100 : all == 0 ? 0 : Math.Min(coupon.Number("amount"), all) * item.Number("total") / all;
                off = Math.Round(off, 2, MidpointRounding.AwayFromZero);
                item["total"] = (item.Number("total") - off).Fixed();
                item["price"] = item.Whole("quantity") == 0 ? 0 : item.Number("total") / item.Whole("quantity");
                taken += off;
            }

            line["discount"] = taken.Fixed();
        }
    }

    private static string Class(JsonObject? product, JsonObject? parent) =>
        product is null ? "" : parent is not null && product.Text("tax_class") == "parent" ? parent.Text("tax_class") : product.Text("tax_class");

    private static JsonArray Meta(WooCommerceState state, JsonObject entry) => entry.Objects("meta_data").Select(meta => Shown(state, meta.Text("key"), meta.Text("value"))).ToArray();

    private static JsonObject Shown(WooCommerceState state, string key, string value) =>
        new() { ["id"] = state.NextMeta(), ["key"] = key, ["value"] = value, ["display_key"] = key, ["display_value"] = value };
}
