using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>Which recordings are replayed; every other one is listed here with its reason.</summary>
public static class Scope
{
    /// <summary>Endpoints that the stand-in does not have, by the beginning of the path.</summary>
    private static readonly (string Path, string Reason)[] OtherEndpoints =
    [
        ("/supplierorders", "supplier orders are not simulated"), ("/supplierinvoices", "supplier invoices are not simulated"),
        ("/thirdparties/1/accounts", "shop accounts of third parties are not simulated"), ("/thirdparties/accounts", "shop accounts of third parties are not simulated"),
        ("/thirdparties/1/gateways", "shop accounts of third parties are not simulated"), ("/thirdparties/1/fixedamountdiscounts", "discounts are not listed"),
        ("/thirdparties/1/outstandinginvoices", "sums of invoices are not simulated"), ("/invoices/createfromorder", "left out on purpose: the call loses the currency"),
        ("/orders/1/shipment", "shipments are read by their own list"), ("/bankaccounts/1/balance", "balances are not simulated"), ("/bankaccounts/1/lines", "bank entries are not simulated"),
        ("/multicurrencies/", "currencies are seeded"), ("/document.php", "the public file server, not the API"),
        ("/objectlinks", "object links are not simulated"),
        ("/projects", "a module that is not simulated"), ("/login", "the login endpoint is not simulated"), ("/explorer", "the machine-readable description is not simulated"),
        ("/setup/dictionary/thirdparty_types", "dictionary not simulated"),
        ("/documents/builddoc", "the recorded body is cut"), ("/ok", "a delivery that the server itself sent to a listener"),
    ];

    /// <summary>Recordings of simulated endpoints that can't be replayed, by name.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["invoice-documents-share"] = "its public link comes from an option that is not simulated; DocumentTests cover the list",
        ["multicurrency-create"] = "currencies are seeded",
        ["multicurrency-duplicate"] = "currencies are seeded",
        ["no-permission-orders"] = "the recording does not tell whose key it was; AccessTests cover it",
        ["parallel-customer-create-number-race"] = "one of many at once; races are not simulated",
        ["parallel-order-create-deadlock"] = "one of many at once; races are not simulated",
        ["parallel-order-validate-number-race"] = "one of many at once; races are not simulated",
        ["thirdparty-account-create"] = "shop accounts of third parties are not simulated",
        ["invoice-pdf-public-link"] = "the public file server, not the API",
        ["webhook-dead-listener"] = "webhooks are not simulated",
        ["webhook-failing-type0-blocking"] = "webhooks are not simulated",
        ["webhook-failing-type1"] = "webhooks are not simulated",
        ["webhook-slow-listener"] = "webhooks are not simulated",
    };

    /// <summary>Why a recording is not replayed; null when it is.</summary>
    public static string? Reason(Recording recording)
    {
        if (recording.Direction is not null)
            return "a request that the server itself sent";
        if (Others.TryGetValue(recording.Name, out var reason))
            return reason;
        var path = Path(recording.Request);
        return Array.Find(OtherEndpoints, other => path.StartsWith(other.Path, StringComparison.Ordinal)).Reason;
    }

    /// <summary>Whether the stand-in has the endpoint of a recording.</summary>
    public static bool IsSimulated(Recording recording) =>
        Path(recording.Request).Split('/') is ["", "status" or "products" or "categories" or "warehouses" or "stockmovements" or "documents" or "setup" or "users" or "webhook" or "nothinghere" or
            "thirdparties" or "contacts" or "orders" or "invoices" or "paiements" or "bankaccounts" or "multicurrencies" or "shipments", ..];

    /// <summary>The path behind index.php.</summary>
    public static string Path(RecordedRequest request)
    {
        const string root = "/api/index.php";
        var at = request.Path.IndexOf(root, StringComparison.Ordinal);
        return at < 0 ? request.Path : request.Path[(at + root.Length)..];
    }
}
