using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Payment terms and payment types by code.</summary>
internal sealed class DocumentDictionaries
{
    private readonly Dictionary<string, long> _terms = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, string> _termCodes = [];
    private readonly Dictionary<long, string> _types = [];

    public static async Task<DocumentDictionaries> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new DocumentDictionaries();
        foreach (var row in await ListAsync(client, "payment_terms", cancellationToken))
        {
            if (row.Text("code") is { } code && row.Whole("id") is { } id)
                (book._terms[code], book._termCodes[id]) = (id, code);
        }

        foreach (var row in await ListAsync(client, "payment_types", cancellationToken))
        {
            if (row.Text("code") is { } code && row.Whole("id") is { } id)
                book._types[id] = code;
        }

        return book;
    }

    /// <summary>Whether the dictionary of terms could be read; without it the terms of customers are left out.</summary>
    public bool HasTerms => _terms.Count > 0;

    /// <summary>The code of a payment term; null for none.</summary>
    public string? TermCode(long? id) => id is { } number ? _termCodes.GetValueOrDefault(number) : null;

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

    // Some rights of orders or invoices open them; a key without them still reads customers.
    private static async Task<IReadOnlyList<JsonElement>> ListAsync(DolibarrClient client, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListAsync($"setup/dictionary/{name}?limit=500", cancellationToken, RequestPurpose.Reference);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            return [];
        }
    }
}
