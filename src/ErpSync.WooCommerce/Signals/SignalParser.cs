using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>
/// Verifies and reads webhooks. The signature is taken over the raw bytes and compared in constant time. A webhook is a hint: its body shows the record as it was when it was delivered,
/// or an error object when the record was gone, so only what it points at is kept. Deliveries that repeat or come out of order name the same record again and do no harm.
/// </summary>
internal sealed class SignalParser(string connection, WooCommerceOptions options) : ISignalParser
{
    public SignalReading Parse(SignalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (IsPing(request))
            return SignalReading.None;
        if (!IsSigned(request))
        {
            return SignalReading.Refused(new SyncProblem(ProblemKind.Unauthorized, WooCodes.Signature, options.WebhookSecret is null ? "A webhook came, and no WebhookSecret is set to verify it." : "The signature of the webhook is missing or wrong.")
            {
                Connection = connection,
                Remedy = "The secret of the webhook in WooCommerce and the option WebhookSecret must be the same.",
            });
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body);
            return Read(request.Header("X-WC-Webhook-Topic") ?? "", document.RootElement);
        }
        catch (JsonException)
        {
            return SignalReading.Refused(new SyncProblem(ProblemKind.Unreadable, WooCodes.Signature, "The body of the webhook is not JSON.") { Connection = connection });
        }
    }

    /// <summary>What a delivery points at.</summary>
    internal static SignalReading Read(string topic, JsonElement body)
    {
        var parts = topic.Split('.', 2);
        if (parts.Length < 2 || body.Whole("id") is not { } id)
            return SignalReading.None;
        var happened = parts[1] switch { "created" => SignalEvent.Created, "deleted" => SignalEvent.Deleted, "updated" or "restored" or "published" => SignalEvent.Changed, _ => (SignalEvent?)null };
        return happened is { } known ? parts[0] switch
        {
            "product" => new SignalReading(Product(id, body, known)),
            "order" => new SignalReading(Order(id, body, known)),
            "customer" => new SignalReading([new Signal(EntityKind.Customer, RemoteId.From(id), known)]),
            _ => SignalReading.None,
        } : SignalReading.None;
    }

    // A variation comes under the topic of products. A sale moves its stock, so the level is looked at as well.
    private static IReadOnlyList<Signal> Product(long id, JsonElement body, SignalEvent happened)
    {
        if (body.Text("type") == "variation" && body.Whole("parent_id") is { } parent and > 0)
            return [new Signal(EntityKind.ProductVariant, VariantId.Of(parent, id), happened), .. Level(VariantId.Of(parent, id), body, happened)];
        return [new Signal(EntityKind.Product, RemoteId.From(id), happened), .. Level(RemoteId.From(id), body, happened)];
    }

    private static IReadOnlyList<Signal> Level(RemoteId id, JsonElement body, SignalEvent happened) =>
        happened == SignalEvent.Deleted || body.Get("manage_stock").ValueKind == JsonValueKind.True ? [new Signal(EntityKind.StockLevel, id, happened)] : [];

    // A refund announces itself as an update of its order.
    private static IReadOnlyList<Signal> Order(long id, JsonElement body, SignalEvent happened)
    {
        var signals = new List<Signal> { new(EntityKind.Order, RemoteId.From(id), happened) };
        foreach (var refund in body.Get("refunds").Items())
        {
            if (refund.Whole("id") is { } number)
                signals.Add(new Signal(EntityKind.CreditNote, VariantId.Of(id, number), SignalEvent.Changed));
        }

        return signals;
    }

    private static bool IsPing(SignalRequest request) =>
        request.Header("X-WC-Webhook-Topic") is null && request.Header("X-WC-Webhook-Signature") is null && request.Body.Length < 100 && request.Body.Span.StartsWith("webhook_id="u8) && request.Body.Span["webhook_id=".Length..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private bool IsSigned(SignalRequest request)
    {
        if (options.WebhookSecret is not { Length: > 0 } secret || request.Header("X-WC-Webhook-Signature") is not { Length: > 0 and < 200 } told)
            return false;
        Span<byte> given = stackalloc byte[256];
        Span<byte> expected = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), request.Body.Span, expected);
        return Convert.TryFromBase64String(told.Trim(), given, out var length) && CryptographicOperations.FixedTimeEquals(given[..length], expected);
    }
}
