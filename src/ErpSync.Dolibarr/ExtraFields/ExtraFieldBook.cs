using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The extra fields of parties and documents, by the element they belong to. Where definitions may not be read every field is a plain text.</summary>
internal sealed class ExtraFieldBook
{
    private readonly Dictionary<string, ExtraFieldTypes> _elements = new(StringComparer.Ordinal);

    /// <summary>No definitions.</summary>
    public static ExtraFieldBook Unknown { get; } = new();

    public static async Task<ExtraFieldBook> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new ExtraFieldBook();
        try
        {
            var root = await client.GetAsync("setup/extrafields", cancellationToken, RequestPurpose.Reference);
            foreach (var element in root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().ToList() : [])
                book._elements[element.Name] = ExtraFieldTypes.Read(root, element.Name);
        }
        catch (ConnectorException fault) when (DolibarrClient.IsMissing(fault) || fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            return book;
        }

        return book;
    }

    /// <summary>The fields that the connection was told to carry.</summary>
    public TextMap Read(JsonElement row, string element, IEnumerable<string> codes, Func<DateTimeOffset, TimeSpan> zone) =>
        Of(element).Read(code => row.Get("array_options").Text("options_" + code), codes, zone);

    public TextMap Normalise(TextMap values, string element, IEnumerable<string> codes, DolibarrSetup setup) => Of(element).Normalise(values, codes, setup);

    /// <summary>Puts those fields into a body that differ; Dolibarr keeps the others.</summary>
    /// <exception cref="ConnectorException">The server has no such field, or the value is none of its type.</exception>
    public void Write(JsonObject body, TextMap wanted, TextMap current, string element, IEnumerable<string> codes, Func<DateTimeOffset, TimeSpan> zone) => Of(element).Write(body, wanted, current, element, codes, zone);

    // Third parties and contacts are told under the names of their tables, and asked for under either.
    private ExtraFieldTypes Of(string element) =>
        _elements.GetValueOrDefault(element) ?? _elements.GetValueOrDefault(element switch { CustomerMapping.Element => "societe", ContactMapping.Element => "contact", _ => element }) ?? ExtraFieldTypes.None;
}
