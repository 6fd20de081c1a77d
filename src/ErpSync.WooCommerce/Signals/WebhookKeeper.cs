using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Keeps the webhooks of a pair: makes those that are missing and switches those on again that the shop switched off after failures. Webhooks with other addresses stay as they are.</summary>
internal sealed class WebhookKeeper(WooSession session) : IWebhookKeeper
{
    private static readonly (string Resource, EntityKind[] Kinds, string[] Events)[] Topics =
    [
        ("product", [EntityKind.Product, EntityKind.ProductVariant, EntityKind.StockLevel, EntityKind.ProductImage], ["created", "updated", "deleted", "restored"]),
        ("order", [EntityKind.Order, EntityKind.CreditNote, EntityKind.Payment, EntityKind.Shipment], ["created", "updated", "deleted", "restored"]),
        ("customer", [EntityKind.Customer, EntityKind.Address], ["created", "updated", "deleted"]),
    ];

    public async Task<IReadOnlyList<Finding>> KeepAsync(WebhookWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (session.Options.WebhookSecret is not { } secret)
            return [Found(FindingSeverity.Error, "woocommerce.webhook-secret", "No WebhookSecret is set: deliveries could not be verified, so no webhooks were made.", "Set the option WebhookSecret.")];
        var present = (await session.Client.ListAsync("webhooks?status=all", cancellationToken)).Where(row => string.Equals(row.Text("delivery_url"), wish.Address.AbsoluteUri, StringComparison.Ordinal)).ToList();
        var findings = new List<Finding>();
        foreach (var topic in Topics.Where(topic => topic.Kinds.Any(wish.Kinds.Contains)).SelectMany(topic => topic.Events.Select(happened => $"{topic.Resource}.{happened}")))
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                await KeepAsync(topic, present, wish.Address, secret, findings, cancellationToken);
            }
            catch (ConnectorException fault)
            {
                findings.Add(Finding.From(FindingSeverity.Warning, fault.Problem with { Connection = session.Client.Connection }));
            }
        }

        return findings;
    }

    private async Task KeepAsync(string topic, List<JsonElement> present, Uri address, string secret, List<Finding> findings, CancellationToken cancellationToken)
    {
        var known = present.Where(row => row.Text("topic") == topic).ToList();
        if (known.Exists(row => row.Text("status") == "active"))
            return;
        if (known.FirstOrDefault() is { ValueKind: JsonValueKind.Object } off)
        {
            await session.Client.PutAsync($"webhooks/{off.Text("id")}", new JsonObject { ["status"] = "active", ["secret"] = secret }, cancellationToken);
            findings.Add(Found(FindingSeverity.Warning, "woocommerce.webhook-revived", $"The webhook {topic} was {off.Text("status"):status} and is active again.", "The shop switches a webhook off after more than five failures in a row: look why deliveries failed."));
            return;
        }

        await session.Client.PostAsync("webhooks", new JsonObject { ["name"] = $"ErpSync {topic}", ["topic"] = topic, ["delivery_url"] = address.AbsoluteUri, ["secret"] = secret }, cancellationToken);
        findings.Add(Found(FindingSeverity.Information, "woocommerce.webhook-created", $"The webhook {topic} was created.", null));
    }

    private Finding Found(FindingSeverity severity, string code, MessageText message, string? remedy) => new(severity, code, message) { Connection = session.Client.Connection, Remedy = remedy };
}
