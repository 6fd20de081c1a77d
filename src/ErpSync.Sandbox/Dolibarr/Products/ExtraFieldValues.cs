using System.Globalization;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The values of extra fields by type: how a text that is sent is stored, and how the stored text is shown.</summary>
internal static class ExtraFieldValues
{
    /// <summary>What the database keeps; null for nothing.</summary>
    /// <exception cref="RestException">500: a number field is sent something else.</exception>
    public static string? Store(string type, string? text, DolibarrState state, string code) => text is not { Length: > 0 } ? null : type switch
    {
        "int" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? Numbers.Text(whole) : throw ProductUpdate.Refuse($"ExtraFieldHasWrongValue: {code}"),
        "double" or "price" => Numbers.Eight(Numbers.Read(text)),
        "boolean" => text is "0" or "" ? null : "1",
        "date" => Date(text, state) is { } day ? state.Local(day)[..10] : null,
        "datetime" => Date(text, state) is { } moment ? state.Local(moment) : null,
        _ => text,
    };

    /// <summary>What is shown: Unix seconds for dates, else the stored text.</summary>
    public static void Write(System.Text.Json.Utf8JsonWriter writer, string type, string? stored, DolibarrState state)
    {
        if (stored is not null && type is "date" or "datetime" && DateTime.TryParse(stored, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            writer.WriteNumberValue(new DateTimeOffset(local, state.Options.TimeZone.GetUtcOffset(local)).ToUnixTimeSeconds());
        else
            writer.WriteText(stored);
    }

    // Seconds are taken as they are, anything else as local time of the server.
    private static DateTimeOffset? Date(string text, DolibarrState state)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), state.Options.TimeZone.GetUtcOffset(local)) : null;
    }
}
