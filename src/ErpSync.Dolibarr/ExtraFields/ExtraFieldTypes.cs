using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>The types of extra fields by code, and their values as the wire has them and as records have them. Codes that are not known are plain texts.</summary>
internal sealed class ExtraFieldTypes
{
    private const string Day = "yyyy-MM-dd";
    private static readonly TimeSpan HalfDay = TimeSpan.FromHours(12);
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);

    /// <summary>No types: every field is a plain text.</summary>
    public static ExtraFieldTypes None { get; } = new();

    /// <summary>The codes that are defined.</summary>
    public IReadOnlyCollection<string> Codes => _types.Keys;

    /// <summary>Reads the definitions of one kind of object.</summary>
    /// <param name="root">The answer of <c>setup/extrafields</c>.</param>
    /// <param name="element">The kind of object, for example <c>product</c>.</param>
    public static ExtraFieldTypes Read(JsonElement root, string element)
    {
        var types = new ExtraFieldTypes();
        foreach (var field in root.Entries(element))
            types._types[field.Name] = field.Value.Text("type") ?? "varchar";
        return types;
    }

    /// <summary>A value off the wire: dates as <c>YYYY-MM-DD</c>, instants in UTC, numbers without closing zeros, flags as 1 or 0.</summary>
    /// <param name="code">The field's code.</param>
    /// <param name="text">The value as text; null for none.</param>
    /// <param name="zone">The offset of the server at a moment.</param>
    public string? FromWire(string code, string? text, Func<DateTimeOffset, TimeSpan> zone)
    {
        if (text is not { Length: > 0 })
            return null;
        return _types.GetValueOrDefault(code) switch
        {
            // Midnight at the server, whose summer time may not be known: the nearest midnight is meant.
            "date" => Seconds(text) is { } at ? (at.UtcDateTime + zone(at) + HalfDay).ToString(Day, CultureInfo.InvariantCulture) : text,
            "datetime" or "datetimegmt" => Seconds(text) is { } at ? at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : text,
            "int" or "double" or "price" or "stars" => JsonValues.TryNumber(text, out var number) ? JsonValues.Invariant(number) : text,
            "boolean" => text is "1" or "true" ? "1" : "0",
            _ => text,
        };
    }

    /// <summary>A value for the wire: what its type takes without losing anything.</summary>
    /// <exception cref="ConnectorException">The value is none of its type; nothing was sent.</exception>
    public string? ToWire(string code, string? text, Func<DateTimeOffset, TimeSpan> zone)
    {
        if (text is not { Length: > 0 })
            return null;
        switch (_types.GetValueOrDefault(code))
        {
            case "date":
                if (!DateOnly.TryParseExact(text.Length > 10 ? text[..10] : text, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                    throw Wrong(code, text, "a date like 2026-11-28");
                // Noon is the same day whether the server has summer time or not.
                var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
                return JsonValues.Invariant((noon - zone(noon)).ToUnixTimeSeconds());
            case "datetime" or "datetimegmt":
                return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? JsonValues.Invariant(at.ToUnixTimeSeconds()) : throw Wrong(code, text, "an instant like 2026-11-28T10:00:00Z");
            case "int":
                return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? JsonValues.Invariant(whole) : throw Wrong(code, text, "a whole number");
            case "double" or "price":
                return JsonValues.TryNumber(text, out var number) ? JsonValues.Invariant(number) : throw Wrong(code, text, "a number with a decimal point");
            case "boolean":
                return text.ToLowerInvariant() is "1" or "true" or "yes" or "on" ? "1" : "0";
            default:
                return text;
        }
    }

    /// <summary>The form in which a value comes back after it was sent.</summary>
    public string Normalise(string code, string text) => _types.GetValueOrDefault(code) switch
    {
        "int" or "double" or "price" or "stars" => JsonValues.TryNumber(text, out var number) ? JsonValues.Invariant(Math.Round(number, 8)) : text,
        "boolean" => text.ToLowerInvariant() is "1" or "true" or "yes" or "on" ? "1" : "0",
        "date" => text.Length > 10 ? text[..10] : text,
        "datetime" or "datetimegmt" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) : text,
        _ => text,
    };

    /// <summary>The fields that the connection was told to carry, off the wire.</summary>
    public TextMap Read(Func<string, string?> value, IEnumerable<string> codes, Func<DateTimeOffset, TimeSpan> zone) => TextMap.From(codes
        .Select(code => new KeyValuePair<string, string?>(code, FromWire(code, value(code), zone)))
        .Where(field => field.Value is not null)
        .Select(field => new KeyValuePair<string, string>(field.Key, field.Value!)));

    /// <summary>Those fields as they come back after they were sent.</summary>
    public TextMap Normalise(TextMap values, IEnumerable<string> codes, DolibarrSetup setup) => TextMap.From(values
        .Where(entry => codes.Contains(entry.Key, StringComparer.Ordinal))
        .Select(entry => new KeyValuePair<string, string>(entry.Key, Normalise(entry.Key, TextRules.Plain(entry.Value, setup))))
        .Where(entry => entry.Value.Length > 0));

    /// <summary>Puts those fields into a body that differ; Dolibarr keeps the others.</summary>
    /// <exception cref="ConnectorException">A value is none of its field's type, or the server has no such field and would drop it silently.</exception>
    public void Write(JsonObject body, TextMap wanted, TextMap current, string element, IEnumerable<string> codes, Func<DateTimeOffset, TimeSpan> zone)
    {
        var fields = new JsonObject();
        foreach (var code in codes.Where(code => !string.Equals(wanted[code] ?? "", current[code] ?? "", StringComparison.Ordinal)))
        {
            if (_types.Count > 0 && !_types.ContainsKey(code))
            {
                throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, DocumentCodes.ExtraFieldUnknown, $"Dolibarr has no extra field '{code}' at {element}; it would drop the value without a word.")
                {
                    Field = nameof(Product.Custom),
                    Remedy = "Create the field in the setup of the module (tab Complementary attributes), or take it out of the options.",
                });
            }

            fields["options_" + code] = ToWire(code, wanted[code], zone);
        }

        if (fields.Count > 0)
            body["array_options"] = fields;
    }

    private static DateTimeOffset? Seconds(string text) =>
        JsonValues.TrySeconds(text, out var at) ? at : null;

    private static ConnectorException Wrong(string code, string text, string wanted) => new(new SyncProblem(ProblemKind.Rejected, DocumentCodes.ExtraFieldValue, $"The extra field '{code}' takes {wanted}, not '{(text.Length > 40 ? text[..40] : text)}'.")
    {
        Field = nameof(Product.Custom),
        Remedy = "Correct the value at its source, or leave the field out of the options.",
    });
}
