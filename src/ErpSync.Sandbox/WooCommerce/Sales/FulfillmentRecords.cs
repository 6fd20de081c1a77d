using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Fulfilments of orders; quantities are not checked against the order.</summary>
internal static class FulfillmentRecords
{
    public static Answer Route(WooCommerceState state, ApiCall call, JsonObject order, string[] rest)
    {
        var id = order.Whole("id");
        var list = state.Fulfillments.TryGetValue(id, out var known) ? known : state.Fulfillments[id] = [];
        if (rest is [])
        {
            if (call.IsRead)
                return new Answer(200) { Items = [.. list.Select(Listed)], Total = list.Count, Pages = 1 };
            var made = new JsonObject { ["id"] = state.NextLine(), ["entity_type"] = "WC_Order", ["entity_id"] = order.Text("id"), ["status"] = call.Body["status"]?.ToString() ?? "unfulfilled", ["is_fulfilled"] = call.Body.Flag("is_fulfilled") };
            list.Add(made);
            Save(state, order, made, call.Body);
            return new Answer(201, made);
        }

        var found = list.Find(row => row.Text("id") == rest[0]) ?? throw new RestProblem(404, "woocommerce_rest_fulfillment_invalid_id", "Invalid fulfillment ID.");
        if (call.Method == "DELETE")
        {
            list.Remove(found);
            state.Touch(order);
        }
        else if (!call.IsRead)
        {
            foreach (var name in new[] { "status", "is_fulfilled" }.Where(call.Body.ContainsKey))
                found[name] = call.Body[name]?.DeepClone();
            Save(state, order, found, call.Body);
        }

        return new Answer(200, found);
    }

    private static void Save(WooCommerceState state, JsonObject order, JsonObject row, JsonObject body)
    {
        row["date_updated"] = state.Now + "Z";
        row["date_deleted"] = null;
        state.Meta(row, body["meta_data"]);
        row["meta_data"] ??= new JsonArray();
        state.Meta(order, new JsonArray(new JsonObject { ["key"] = "_fulfillment_status", ["value"] = "partially_fulfilled" }));
        state.Touch(order);
    }

    // A true that was just created is a "1" in lists.
    private static JsonObject Listed(JsonObject row)
    {
        var shown = (JsonObject)row.DeepClone();
        shown["is_fulfilled"] = row.Flag("is_fulfilled") ? "1" : "0";
        return shown;
    }
}
