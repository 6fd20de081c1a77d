using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Keeps the webhook target of a pair where Dolibarr lets it: every version that was tried refuses its own endpoint to everybody. What cannot be done is told word for word,
/// so that a person does it once in the screens. A target is non-blocking: a blocking one takes back what people do while the listener is down.
/// </summary>
internal sealed class WebhookKeeper(DolibarrSession session) : IWebhookKeeper
{
    private static readonly (EntityKind Kind, string Codes)[] Triggers =
    [
        (EntityKind.Product, "PRODUCT_CREATE,PRODUCT_MODIFY,PRODUCT_DELETE,PRODUCT_PRICE_MODIFY"), (EntityKind.ProductVariant, "PRODUCT_CREATE,PRODUCT_MODIFY,PRODUCT_DELETE,PRODUCT_PRICE_MODIFY"),
        (EntityKind.Price, "PRODUCT_PRICE_MODIFY"), (EntityKind.StockLevel, "STOCK_MOVEMENT"), (EntityKind.Category, "CATEGORY_CREATE,CATEGORY_MODIFY,CATEGORY_DELETE"),
        (EntityKind.Customer, "COMPANY_CREATE,COMPANY_MODIFY,COMPANY_DELETE"), (EntityKind.Supplier, "COMPANY_CREATE,COMPANY_MODIFY,COMPANY_DELETE"),
        (EntityKind.Contact, "CONTACT_CREATE,CONTACT_MODIFY,CONTACT_DELETE"), (EntityKind.Address, "CONTACT_CREATE,CONTACT_MODIFY,CONTACT_DELETE"),
        (EntityKind.Order, "ORDER_CREATE,ORDER_VALIDATE,ORDER_MODIFY,ORDER_CLOSE,ORDER_CANCEL,ORDER_CLASSIFY_BILLED,ORDER_DELETE"),
        (EntityKind.Invoice, "BILL_CREATE,BILL_VALIDATE,BILL_MODIFY,BILL_PAYED,BILL_CANCEL,BILL_UNVALIDATE,BILL_DELETE"), (EntityKind.CreditNote, "BILL_CREATE,BILL_VALIDATE,BILL_PAYED,BILL_CANCEL,BILL_DELETE"),
        (EntityKind.Payment, "PAYMENT_CUSTOMER_CREATE"), (EntityKind.Shipment, "SHIPPING_CREATE,SHIPPING_VALIDATE,SHIPPING_CLOSED,SHIPPING_DELETE"),
    ];

    public async Task<IReadOnlyList<Finding>> KeepAsync(WebhookWish wish, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wish);
        if (session.Options.WebhookSecret is not { } secret)
            return [Found(FindingSeverity.Error, "dolibarr.webhook-secret", "No WebhookSecret is set: deliveries could not be told from forgeries, so no webhook target was made.", "Set the option WebhookSecret.")];
        var codes = string.Join(',', Triggers.Where(trigger => wish.Kinds.Contains(trigger.Kind)).SelectMany(trigger => trigger.Codes.Split(',')).Distinct(StringComparer.Ordinal));
        if (codes.Length == 0)
            return [];
        try
        {
            return await KeepAsync(wish.Address, secret, codes, cancellationToken);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            return [ByHand(wish.Address, codes)];
        }
    }

    private async Task<IReadOnlyList<Finding>> KeepAsync(Uri address, string secret, string codes, CancellationToken cancellationToken)
    {
        var target = new UriBuilder(address) { Query = $"{(address.Query.Length > 1 ? address.Query[1..] + "&" : "")}{SignalParser.Token}={Uri.EscapeDataString(secret)}" }.Uri.AbsoluteUri;
        var present = (await session.Client.ListAsync("webhook?limit=500", cancellationToken)).FirstOrDefault(row => string.Equals(row.Text("url"), target, StringComparison.Ordinal));
        var body = new JsonObject { ["ref"] = "ERPSYNC", ["label"] = "ErpSync", ["url"] = target, ["type"] = 1, ["status"] = 1, ["trigger_codes"] = codes };
        if (present.ValueKind != JsonValueKind.Object)
        {
            await session.Client.PostAsync("webhook", body, cancellationToken);
            return [Found(FindingSeverity.Information, "dolibarr.webhook-created", "The webhook target was created.", null)];
        }

        var known = (present.Text("trigger_codes") ?? "").Split(',', StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
        if (present.Text("status") == "1" && present.Text("type") == "1" && codes.Split(',').All(known.Contains))
            return [];
        await session.Client.PutAsync($"webhook/{present.Text("id")}", body, cancellationToken);
        return [Found(FindingSeverity.Warning, "dolibarr.webhook-revived", "The webhook target was off, blocking or incomplete, and is set right.", null)];
    }

    // The secret is named by its option only: findings are shown and logged.
    private Finding ByHand(Uri address, string codes) => Found(
        FindingSeverity.Warning,
        "dolibarr.webhook-by-hand",
        "Dolibarr does not let its API make webhook targets, so the changes are found by polling until a person makes one.",
        $"In Dolibarr, module Webhook: add a target with the address {address.GetLeftPart(UriPartial.Path)}?{SignalParser.Token}=(the text of the option WebhookSecret), type non-blocking, status automatic, and the triggers {codes}.");

    private Finding Found(FindingSeverity severity, string code, string message, string? remedy) => new(severity, code, message) { Connection = session.Client.Connection, Remedy = remedy };
}
