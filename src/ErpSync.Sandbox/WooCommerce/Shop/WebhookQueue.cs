using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>What waits for delivery: the same webhook and record once, in the order in which they were queued first.</summary>
internal sealed class WebhookQueue
{
    private readonly List<(long Webhook, string Topic, long Id)> _waiting = [];

    public void Add(WooCommerceState state, string resource, string happened, JsonObject item)
    {
        var topic = $"{resource}.{happened}";
        foreach (var webhook in state.Webhooks.Values.Where(webhook => webhook.Row.Text("status") == "active" && webhook.Row.Text("topic") == topic))
        {
            var entry = (webhook.Row.Whole("id"), topic, item.Whole("id"));
            if (!_waiting.Contains(entry))
                _waiting.Add(entry);
        }
    }

    /// <summary>The deliveries that are due, with bodies as the records are now.</summary>
    public List<WooCommerceDelivery> Take(WooCommerceState state)
    {
        var due = new List<WooCommerceDelivery>();
        foreach (var (id, topic, record) in _waiting)
        {
            if (!state.Webhooks.TryGetValue(id, out var webhook) || webhook.Row.Text("status") != "active")
                continue;
            var body = Body(state, topic, record);
            due.Add(Deliver(state, webhook, topic, Encoding.UTF8.GetBytes(body.ToJsonString())));
        }

        _waiting.Clear();
        return due;
    }

    private static JsonObject Body(WooCommerceState state, string topic, long record)
    {
        if (topic.EndsWith(".deleted", StringComparison.Ordinal))
            return new JsonObject { ["id"] = record };
        var table = topic.Split('.')[0] switch { "product" => state.Products, "order" => state.Orders, "customer" => state.Customers, _ => state.Coupons };
        if (table.TryGetValue(record, out var item))
            return (JsonObject)(topic.StartsWith("product", StringComparison.Ordinal) ? ProductRecords.Show(state, item, isEdit: false) : item).DeepClone();

        // The object went away meanwhile: the error is delivered, well signed.
        return new RestProblem(404, $"woocommerce_rest_{topic.Split('.')[0]}_invalid_id", "Invalid ID.").Body();
    }

    private static WooCommerceDelivery Deliver(WooCommerceState state, WebhookEntry webhook, string topic, byte[] body)
    {
        var parts = topic.Split('.', 2);
        return new WooCommerceDelivery(webhook.Row.Whole("id"), new Uri(webhook.Row.Text("delivery_url")), body, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Content-Type"] = "application/json",
            ["User-Agent"] = $"WooCommerce/{state.Options.Version} Hookshot (WordPress/6.9)",
            ["X-WC-Webhook-Source"] = state.Root.AbsoluteUri,
            ["X-WC-Webhook-Topic"] = topic,
            ["X-WC-Webhook-Resource"] = parts[0],
            ["X-WC-Webhook-Event"] = parts[1],
            ["X-WC-Webhook-Signature"] = Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(Encoding.UTF8.GetBytes(webhook.Secret), body)),
            ["X-WC-Webhook-ID"] = webhook.Row.Text("id"),
            ["X-WC-Webhook-Delivery-ID"] = (webhook.Row.Whole("id") * 31 + state.UtcNow.ToUnixTimeSeconds()).ToString("x", CultureInfo.InvariantCulture),
        });
    }
}
