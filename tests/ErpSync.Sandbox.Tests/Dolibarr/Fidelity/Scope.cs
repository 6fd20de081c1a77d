using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>Which recordings are replayed; every other one is listed here with its reason.</summary>
public static class Scope
{
    /// <summary>Endpoints that the stand-in does not have, by the beginning of the path.</summary>
    private static readonly (string Path, string Reason)[] OtherEndpoints =
    [
        ("/orders", "orders are not simulated"), ("/invoices", "invoices are not simulated"), ("/thirdparties", "third parties are not simulated"),
        ("/contacts", "contacts are not simulated"), ("/shipments", "shipments are not simulated"), ("/supplierorders", "supplier orders are not simulated"),
        ("/supplierinvoices", "supplier invoices are not simulated"), ("/bankaccounts", "bank accounts are not simulated"), ("/multicurrencies", "currencies in use are not simulated"),
        ("/objectlinks", "object links are not simulated"), ("/paiements", "payments are not simulated"),
        ("/projects", "a module that is not simulated"), ("/login", "the login endpoint is not simulated"), ("/explorer", "the machine-readable description is not simulated"),
        ("/setup/dictionary/payment_terms", "dictionary not simulated"), ("/setup/dictionary/payment_types", "dictionary not simulated"),
        ("/setup/dictionary/shipping_methods", "dictionary not simulated"), ("/setup/dictionary/thirdparty_types", "dictionary not simulated"),
        ("/products/purchase_prices", "supplier prices are not simulated"), ("/products/49/purchase_prices", "supplier prices are not simulated"),
        ("/documents/builddoc", "PDF files are not simulated"), ("/ok", "a delivery that the server itself sent to a listener"),
    ];

    /// <summary>Recordings of simulated endpoints that can't be replayed, by name.</summary>
    private static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["invoice-documents-share"] = "a document of an invoice",
        ["invoice-pdf-download-before"] = "a document of an invoice",
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
        Path(recording.Request).Split('/') is ["", "status" or "products" or "categories" or "warehouses" or "stockmovements" or "documents" or "setup" or "users" or "webhook" or "nothinghere", ..];

    /// <summary>The path behind index.php.</summary>
    public static string Path(RecordedRequest request)
    {
        const string root = "/api/index.php";
        var at = request.Path.IndexOf(root, StringComparison.Ordinal);
        return at < 0 ? request.Path : request.Path[(at + root.Length)..];
    }
}
