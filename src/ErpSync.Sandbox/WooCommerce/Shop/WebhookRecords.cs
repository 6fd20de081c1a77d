using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Webhooks and what becomes of their deliveries.</summary>
internal static class WebhookRecords
{
    private const int MostFailures = 5;

    public static JsonObject Create(WooCommerceState state, JsonObject body)
    {
        var topic = body.Text("topic");
        if (!IsTopic(topic, state.Version))
            throw new RestProblem(400, "woocommerce_rest_shop_webhook_invalid_topic", "Webhook topic is required and must be valid.");
        Check(body);
        var id = state.Webhooks.Count == 0 ? 1 : state.Webhooks.Keys.Last() + 1;
        var parts = topic.Split('.', 2);
        var row = new JsonObject
        {
            ["id"] = id,
            ["name"] = body.Text("name") is { Length: > 0 } name ? name : $"Webhook created on {state.UtcNow.ToString("MMM d, yyyy @ hh:mm tt", CultureInfo.InvariantCulture)}",
            ["status"] = "active",
            ["topic"] = topic,
            ["resource"] = parts[0],
            ["event"] = parts[1],
            ["hooks"] = new JsonArray($"woocommerce_{parts[1]}_{parts[0]}"),
            ["delivery_url"] = body.Text("delivery_url"),
        };
        state.Date(row, "date_created", state.Now);
        state.Date(row, "date_modified", null);
        state.Webhooks[id] = new WebhookEntry(row, body.Text("secret") is { Length: > 0 } secret ? secret : Guid.NewGuid().ToString("N"));
        return row;
    }

    public static void Update(WooCommerceState state, JsonObject row, JsonObject body)
    {
        Check(body, isNew: false);
        foreach (var name in new[] { "name", "status", "delivery_url" })
        {
            if (body[name] is not null)
                row[name] = body.Text(name);
        }

        var entry = state.Webhooks[row.Whole("id")];
        if (body.Text("status") == "active")
            entry.Failures = 0;
        if (body["secret"] is not null)
            state.Webhooks[row.Whole("id")] = entry with { Secret = body.Text("secret") };
        state.Touch(row);
    }

    /// <summary>The ping that a new webhook sends at once: a form without signature.</summary>
    public static WooCommerceDelivery Ping(JsonObject row) => new(
        row.Whole("id"),
        new Uri(row.Text("delivery_url")),
        Encoding.UTF8.GetBytes($"webhook_id={row.Text("id")}"),
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Content-Type"] = "application/x-www-form-urlencoded" });

    /// <summary>Notes an answer: 2xx, 301 and 302 are success; the sixth failure in a row switches the webhook off.</summary>
    public static void Answered(WooCommerceState state, long id, int status)
    {
        if (!state.Webhooks.TryGetValue(id, out var entry))
            return;
        entry.Failures = status is (>= 200 and < 300) or 301 or 302 ? 0 : entry.Failures + 1;
        if (entry.Failures > MostFailures)
            entry.Row["status"] = "disabled";
    }

    private static void Check(JsonObject body, bool isNew = true)
    {
        if ((isNew || body["delivery_url"] is not null) && !body.Text("delivery_url").StartsWith("http", StringComparison.Ordinal))
            throw new RestProblem(400, "woocommerce_rest_shop_webhook_invalid_delivery_url", "Webhook delivery URL must be a valid URL starting with http:// or https://.");
    }

    private static bool IsTopic(string topic, ShopVersion version) => (version.HasGalleries && topic == "product.published") || topic.Split('.', 2) is ["order" or "product" or "customer" or "coupon", "created" or "updated" or "deleted" or "restored"] or ["action", { Length: > 0 }];
}
