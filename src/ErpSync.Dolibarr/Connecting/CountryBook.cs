using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The country dictionary: ids by ISO 3166 code of two letters and back.</summary>
internal sealed class CountryBook
{
    private readonly Dictionary<string, long> _ids = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<long, string> _codes = [];

    public static async Task<CountryBook> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new CountryBook();
        foreach (var row in await client.ListAsync("setup/dictionary/countries?limit=500", cancellationToken, RequestPurpose.Reference))
        {
            if (row.Text("code") is { Length: 2 } code && row.Whole("id") is { } id)
                (book._ids[code], book._codes[id]) = (id, code.ToUpperInvariant());
        }

        return book;
    }

    /// <summary>The code of an id; null when it is none.</summary>
    public string? CodeOf(long? id) => id is { } number ? _codes.GetValueOrDefault(number) : null;

    /// <summary>The id of a code; null for no code.</summary>
    /// <exception cref="ConnectorException">Dolibarr's dictionary has no such country.</exception>
    public long? IdOf(string? code)
    {
        if (string.IsNullOrWhiteSpace(code))
            return null;
        return _ids.TryGetValue(code.Trim(), out var id) ? id : throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.CountryUnknown, $"Dolibarr's dictionary of countries has no active '{code}'.")
        {
            Field = nameof(Address.Country),
            Remedy = "Activate the country under Home, Setup, Dictionaries, Countries.",
        });
    }
}
