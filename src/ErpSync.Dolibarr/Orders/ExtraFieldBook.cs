using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>The definitions of extra fields of parties and documents, and their values between wire and record. Where definitions may not be read every field is a plain text.</summary>
internal sealed class ExtraFieldBook
{
    private const string Day = "yyyy-MM-dd";
    private readonly Dictionary<(string Element, string Code), string> _types = [];
    private readonly HashSet<string> _elements = new(StringComparer.Ordinal);
    private bool _isRead;

    /// <summary>No definitions.</summary>
    public static ExtraFieldBook Unknown { get; } = new();

    public static async Task<ExtraFieldBook> LoadAsync(DolibarrClient client, CancellationToken cancellationToken)
    {
        var book = new ExtraFieldBook();
        try
        {
            var root = await client.GetAsync("setup/extrafields", cancellationToken, RequestPurpose.Reference);
            foreach (var element in root.ValueKind == JsonValueKind.Object ? root.EnumerateObject().ToList() : [])
            {
                book._elements.Add(element.Name);
                foreach (var field in root.Entries(element.Name))
                    book._types[(element.Name, field.Name)] = field.Value.Text("type") ?? "varchar";
            }

            book._isRead = true;
        }
        catch (ConnectorException fault) when (DolibarrClient.IsMissing(fault) || fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported)
        {
            return book;
        }

        return book;
    }

    /// <summary>The fields that the connection was told to carry.</summary>
    public TextMap Read(JsonElement row, string element, IEnumerable<string> codes, TimeSpan offset) => TextMap.From(codes
        .Select(code => (Code: code, Text: row.Get("array_options").Text("options_" + code)))
        .Where(field => field.Text is not null)
        .Select(field => new KeyValuePair<string, string>(field.Code, FromWire(Type(element, field.Code), field.Text!, offset))));

    public TextMap Normalise(TextMap values, string element, IEnumerable<string> codes, DolibarrSetup setup) => TextMap.From(values
        .Where(entry => codes.Contains(entry.Key, StringComparer.Ordinal) && entry.Value.Length > 0)
        .Select(entry => new KeyValuePair<string, string>(entry.Key, FromWire(Type(element, entry.Key), ToWire(Type(element, entry.Key), TextRules.Plain(entry.Value, setup), TimeSpan.Zero) ?? entry.Value, TimeSpan.Zero)))
        .Where(entry => entry.Value.Length > 0));

    /// <summary>Puts those fields into a body that differ; Dolibarr keeps the others.</summary>
    /// <exception cref="ConnectorException">The server has no such field, or the value is none of its type.</exception>
    public void Write(JsonObject body, TextMap wanted, TextMap current, string element, IEnumerable<string> codes, TimeSpan offset)
    {
        var fields = new JsonObject();
        foreach (var code in codes.Where(code => !string.Equals(wanted[code] ?? "", current[code] ?? "", StringComparison.Ordinal)))
        {
            if (_isRead && _elements.Contains(element) && !_types.ContainsKey((element, code)))
            {
                throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, DocumentCodes.ExtraFieldUnknown, $"Dolibarr has no extra field '{code}' at {element}.")
                {
                    Field = nameof(Customer.Custom),
                    Remedy = "Create it in the setup of the module (tab Extra fields), or take it out of the options.",
                });
            }

            fields["options_" + code] = wanted[code] is { Length: > 0 } text
                ? ToWire(Type(element, code), text, offset) ?? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, DocumentCodes.ExtraFieldValue, $"'{text}' is no value of the extra field '{code}' of type {Type(element, code)}.") { Field = nameof(Customer.Custom) })
                : null;
        }

        if (fields.Count > 0)
            body["array_options"] = fields;
    }

    private string Type(string element, string code) => _types.GetValueOrDefault((element, code)) ?? "varchar";

    private static string FromWire(string type, string text, TimeSpan offset) => type switch
    {
        "date" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) => (DateTimeOffset.FromUnixTimeSeconds(seconds) + offset).ToString(Day, CultureInfo.InvariantCulture),
        "datetime" when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) => DateTimeOffset.FromUnixTimeSeconds(at).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        "int" or "double" or "price" when JsonValues.TryNumber(text, out var number) => JsonValues.Invariant(number),
        "boolean" => text is "1" or "true" ? "1" : "0",
        _ => text,
    };

    /// <summary>The value for the wire; null when it is none of the type.</summary>
    private static string? ToWire(string type, string text, TimeSpan offset) => type switch
    {
        "date" => DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? JsonValues.Invariant((new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) - offset).ToUnixTimeSeconds()) : null,
        "datetime" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? JsonValues.Invariant(at.ToUnixTimeSeconds()) : null,
        "int" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValues.Invariant(whole) : null,
        "double" or "price" => JsonValues.TryNumber(text, out var number) ? JsonValues.Invariant(number) : null,
        "boolean" => text.ToLowerInvariant() is "1" or "true" or "yes" or "on" ? "1" : "0",
        _ => text,
    };
}
