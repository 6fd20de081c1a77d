using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Refunds: negative copies of lines.</summary>
internal static class RefundRecords
{
    public static JsonObject Create(WooCommerceState state, JsonObject order, JsonObject body)
    {
        var lines = Lines(state, order, body);
        var total = lines.Sum(line => -line.Number("total") - line.Number("total_tax"));
        var amount = body["amount"] is null ? total : body.Number("amount");
        var left = order.Number("total") - state.Refunds.Values.Where(refund => refund.Whole("parent_id") == order.Whole("id")).Sum(refund => refund.Number("amount"));
        if (amount <= 0 || amount > left)
            throw Failed("Invalid refund amount.");
        if (body["api_refund"] is null || body.Flag("api_refund"))
            throw Failed("The payment gateway for this order does not support automatic refunds.");
        var refund = new JsonObject { ["id"] = state.NextPost(), ["parent_id"] = order.Whole("id") };
        state.Date(refund, "date_created", state.Now);
        refund["amount"] = amount.Fixed();
        refund["reason"] = body.Text("reason");
        refund["refunded_by"] = 1;
        refund["refunded_payment"] = false;
        refund["meta_data"] = new JsonArray();
        state.Meta(refund, body["meta_data"]);
        refund["line_items"] = lines.Where(line => line.ContainsKey("product_id")).Select(line => line.DeepClone()).ToArray();
        refund["shipping_lines"] = lines.Where(line => line.ContainsKey("method_id")).Select(line => line.DeepClone()).ToArray();
        refund["tax_lines"] = TaxLines(state, order, lines);
        refund["fee_lines"] = lines.Where(line => !line.ContainsKey("product_id") && !line.ContainsKey("method_id")).Select(line => line.DeepClone()).ToArray();
        state.Refunds[refund.Whole("id")] = refund;
        if (body["api_restock"] is null || body.Flag("api_restock"))
            Restock(state, lines);
        if (amount == left)
            order["status"] = "refunded";
        state.Touch(order);
        state.Queue.Add(state, "order", "updated", order);
        return refund;
    }

    private static List<JsonObject> Lines(WooCommerceState state, JsonObject order, JsonObject body)
    {
        var found = new List<JsonObject>();
        foreach (var entry in body.Objects("line_items"))
        {
            var line = order.Objects("line_items").Concat(order.Objects("shipping_lines")).Concat(order.Objects("fee_lines")).FirstOrDefault(candidate => candidate.Whole("id") == entry.Whole("id"));
            if (line is null)
                continue;
            var copy = (JsonObject)line.DeepClone();
            var net = entry.Number("refund_total");
            var taxes = entry.Objects("refund_tax").ToList();
            copy["id"] = state.NextLine();
            if (copy.ContainsKey("quantity"))
                copy["quantity"] = -entry.Whole("quantity");
            foreach (var name in new[] { "total", "subtotal" }.Where(copy.ContainsKey))
            {
                copy[name] = (-net).Fixed();
                copy[name + "_tax"] = (-taxes.Sum(tax => tax.Number("refund_total"))).Fixed();
            }

            copy["taxes"] = taxes.Select(tax => new JsonObject { ["id"] = tax.Whole("id"), ["total"] = (-tax.Number("refund_total")).Fixed(), ["subtotal"] = (-tax.Number("refund_total")).Fixed() }).ToArray();
            copy["meta_data"] = new JsonArray(new JsonObject { ["id"] = state.NextMeta(), ["key"] = "_refunded_item_id", ["value"] = line.Text("id"), ["display_key"] = "_refunded_item_id", ["display_value"] = line.Text("id") });
            found.Add(copy);
        }

        return found;
    }

    private static JsonArray TaxLines(WooCommerceState state, JsonObject order, List<JsonObject> lines) =>
        order.Objects("tax_lines").Where(_ => lines.Count > 0).Select(tax =>
        {
            var copy = (JsonObject)tax.DeepClone();
            copy["id"] = state.NextLine();
            copy["tax_total"] = lines.Where(line => !line.ContainsKey("method_id")).SelectMany(line => line.Objects("taxes")).Where(part => part.Whole("id") == tax.Whole("rate_id")).Sum(part => part.Number("total")).Fixed();
            copy["shipping_tax_total"] = lines.Where(line => line.ContainsKey("method_id")).SelectMany(line => line.Objects("taxes")).Where(part => part.Whole("id") == tax.Whole("rate_id")).Sum(part => part.Number("total")).Fixed();
            return copy;
        }).ToArray();

    private static void Restock(WooCommerceState state, List<JsonObject> lines)
    {
        foreach (var line in lines.Where(line => line.ContainsKey("product_id")))
        {
            var id = line.Whole("variation_id") > 0 ? line.Whole("variation_id") : line.Whole("product_id");
            if (!state.Products.TryGetValue(id, out var product) || !product.Flag("manage_stock"))
                continue;
            product["stock_quantity"] = product.Whole("stock_quantity") - line.Whole("quantity");
            ProductRecords.Saved(state, product);
        }
    }

    private static RestProblem Failed(string message) => new(500, "woocommerce_rest_cannot_create_order_refund", message) { HasBareData = true };
}
