using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Puts the fields of a body into the columns of a record.</summary>
internal static class RecordInput
{
    private static readonly HashSet<string> Rich = new(StringComparer.Ordinal) { "desc", "description", "note", "note_public", "note_private" };

    /// <summary>Applies fields that are columns; others are dropped silently, as the server does.</summary>
    public static void Apply(DolibarrRecord record, RequestBody body, IReadOnlySet<string> columns, DolibarrState state)
    {
        foreach (var (name, value) in body.Fields)
        {
            if (columns.Contains(name) && value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                record[name] = Clean(name, RequestBody.Text(value), state);
        }
    }

    /// <summary>Merges the extra fields key by key. A code that the server does not know is a column that does not exist.</summary>
    /// <exception cref="RestException">500 with the database's words.</exception>
    public static void ApplyExtraFields(DolibarrRecord record, RequestBody body, string element, string what, DolibarrState state)
    {
        if (body.Element("array_options") is not { ValueKind: JsonValueKind.Object } options)
            return;
        var known = state.ExtraFieldsOf(element);
        foreach (var option in options.EnumerateObject())
        {
            var code = option.Name.StartsWith("options_", StringComparison.Ordinal) ? option.Name["options_".Length..] : option.Name;
            if (!known.Contains(code))
                throw new RestException(500, what, $"Unknown column '{code}' in 'INSERT INTO'") { Place = "api.class.php:1" };
            record.ExtraFields[code] = ExtraFieldValues.Store(TypeOf(element, code, state), Clean(code, RequestBody.Text(option.Value), state), state, code);
            record.ExtraFieldsModified = state.Now;
        }
    }

    /// <summary>A map of all extra fields of the element; an empty array when it has none.</summary>
    public static void WriteExtraFields(Utf8JsonWriter writer, DolibarrRecord record, string element, DolibarrState state) =>
        writer.WriteMap([.. state.ExtraFieldsOf(element).Select(code => KeyValuePair.Create("options_" + code, code))], (w, code) => ExtraFieldValues.Write(w, TypeOf(element, code, state), record.ExtraFields.GetValueOrDefault(code), state));

    private static string TypeOf(string element, string code, DolibarrState state) => state.ExtraFieldType(element == "thirdparty" ? "societe" : element, code);

    public static string? Clean(string name, string? text, DolibarrState state)
    {
        if (text is null || state.Is18)
            return text;
        return Rich.Contains(name) ? Texts.Html(text) : Texts.Plain(text);
    }

    /// <summary>The day of a date that is given as Unix seconds or as text.</summary>
    public static DateOnly? Day(string? text, DolibarrState state)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds))
            return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), state.Options.TimeZone).DateTime);
        return text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The first second of a day at the server, as Unix seconds.</summary>
    public static long Seconds(DateOnly day, DolibarrState state)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, state.Options.TimeZone.GetUtcOffset(local)).ToUnixTimeSeconds();
    }
}
