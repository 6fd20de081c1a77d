using System.Security.Cryptography;
using System.Text;

namespace ErpSync.Dolibarr;

/// <summary>
/// Verifies and reads webhooks. Dolibarr signs nothing, so the target's address carries a secret text that is compared in constant time. Deliveries are sent before the change is stored, and show
/// the state before; some carry the acting user's API key. Only kind and id are kept, and reading waits a moment.
/// </summary>
internal sealed class SignalParser(string connection, DolibarrOptions options) : ISignalParser
{
    /// <summary>The parameter of the address that carries the secret.</summary>
    public const string Token = "token";

    // Sent inside the transaction: two seconds are longer than Dolibarr takes to commit.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(2);

    public SignalReading Parse(SignalRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsOurs(request.Address))
        {
            return SignalReading.Refused(new SyncProblem(ProblemKind.Unauthorized, "dolibarr.webhook-secret", options.WebhookSecret is null ? "A webhook came, and no WebhookSecret is set to verify it." : "The secret in the address of the webhook is missing or wrong.")
            {
                Connection = connection,
                Remedy = $"Put ?{Token}= and the text of the option WebhookSecret behind the address of the webhook target in Dolibarr.",
            });
        }

        if (!SignalBody.TryRead(request.Body, options.StockPerWarehouse, out var signals))
            return SignalReading.Refused(new SyncProblem(ProblemKind.Unreadable, "dolibarr.webhook-unreadable", "The body of the webhook is not one of Dolibarr's.") { Connection = connection });
        return new SignalReading([.. signals.Select(ToSignal).DistinctBy(signal => (signal.Kind, signal.Id))]);
    }

    private static Signal ToSignal(DolibarrSignal signal) => new(signal.Kind, signal.Id, Event(signal.Trigger))
    {
        IsEcho = signal.Caller == "erpsync",
        Settle = Settle,
    };

    private static SignalEvent Event(string trigger) => trigger switch
    {
        "PRODUCT_CREATE" or "CATEGORY_CREATE" or "COMPANY_CREATE" or "CONTACT_CREATE" or "ORDER_CREATE" or "BILL_CREATE" or "SHIPPING_CREATE" or "PAYMENT_CUSTOMER_CREATE" => SignalEvent.Created,
        "PRODUCT_DELETE" or "CATEGORY_DELETE" or "COMPANY_DELETE" or "CONTACT_DELETE" or "ORDER_DELETE" or "BILL_DELETE" or "SHIPPING_DELETE" or "PAYMENT_CUSTOMER_DELETE" => SignalEvent.Deleted,
        _ => SignalEvent.Changed,
    };

    private bool IsOurs(Uri address)
    {
        if (options.WebhookSecret is not { Length: > 0 } secret)
            return false;
        foreach (var part in address.Query.TrimStart('?').Split('&'))
        {
            if (part.StartsWith(Token + "=", StringComparison.Ordinal)
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(part[(Token.Length + 1)..])), Encoding.UTF8.GetBytes(secret)))
            {
                return true;
            }
        }

        return false;
    }
}
