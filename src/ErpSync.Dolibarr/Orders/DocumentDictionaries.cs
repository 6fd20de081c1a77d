using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Payment terms and payment types by code.</summary>
internal sealed class DocumentDictionaries
{
    private readonly Dictionary<string, long> _terms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, string> _types = [];

    public static async Task<DocumentDictionaries> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new DocumentDictionaries();
        foreach (var row in await client.ListAsync("setup/dictionary/payment_terms?limit=500", cancellationToken, RequestPurpose.Reference))
        {
            if (row.Text("code") is { } code && row.Whole("id") is { } id)
                book._terms[code] = id;
        }

        foreach (var row in await client.ListAsync("setup/dictionary/payment_types?limit=500", cancellationToken, RequestPurpose.Reference))
        {
            if (row.Text("code") is { } code && row.Whole("id") is { } id)
                book._types[id] = code;
        }

        return book;
    }

    /// <summary>The id of a payment term.</summary>
    /// <exception cref="ConnectorException">There is no such term.</exception>
    public long? TermOf(string? code) => string.IsNullOrWhiteSpace(code) ? null : _terms.TryGetValue(code.Trim(), out var id) ? id : throw new ConnectorException(new SyncProblem(
        ProblemKind.Rejected, DocumentCodes.TermUnknown, $"Dolibarr has no payment terms with the code '{code}' (known: {string.Join(", ", _terms.Keys)}).")
    {
        Field = nameof(Order.PaymentTerms),
        Remedy = "Map the terms, or add them under Home, Setup, Dictionaries, Payment terms.",
    });

    /// <summary>The code of a way of payment, for example <c>CHQ</c>; null when it is not known.</summary>
    public string? TypeOf(long id) => _types.GetValueOrDefault(id);

    /// <summary>The id of a way of payment by its code; null when it is not known.</summary>
    public long? TypeOf(string? code) => _types.Where(type => string.Equals(type.Value, code, StringComparison.OrdinalIgnoreCase)).Select(type => (long?)type.Key).FirstOrDefault();
}
