using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>A webhook: what the API shows of it, its secret and its failures in a row.</summary>
internal sealed record WebhookEntry(JsonObject Row, string Secret)
{
    public int Failures { get; set; }
}
