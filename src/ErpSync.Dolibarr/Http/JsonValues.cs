using System.Globalization;
using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Reads Dolibarr's JSON, where a number may be a string, an empty map an array, and nothing an empty string.</summary>
internal static class JsonValues
{
    private const decimal Largest = 10_000_000_000_000m;

    // A second of the year 5138: what is behind it is a mistake.
    private const long LastSecond = 100_000_000_000;

    /// <summary>A property; undefined when it is missing or the element is no object.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;

    /// <summary>The value as text; null for null, missing, objects and lists.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "0",
        _ => null,
    };

    /// <summary>A property as text; null for null, missing and empty.</summary>
    public static string? Text(this JsonElement element, string name) => element.Get(name).AsText() is { Length: > 0 } text ? text : null;

    /// <summary>A property as whole number; null when it is none.</summary>
    public static long? Whole(this JsonElement element, string name) => AsWhole(element.Get(name));

    /// <summary>A value as whole number, as ids are given: <c>12</c> or <c>"12"</c>.</summary>
    public static long? AsWhole(this JsonElement value) =>
        long.TryParse(value.AsText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The entries of a map; an empty list in its place is an empty map.</summary>
    public static IEnumerable<JsonProperty> Entries(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Object } map ? map.EnumerateObject() : [];

    /// <summary>The elements of a list; a list with a gap in its numbers comes as a map by number. Anything else is an empty list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray(),
        JsonValueKind.Object when value.EnumerateObject().All(entry => entry.Name.Length > 0 && entry.Name.All(char.IsAsciiDigit)) => value.EnumerateObject().Select(entry => entry.Value),
        _ => [],
    };

    /// <summary>Reads a decimal in invariant form; false for anything else, a decimal comma and sums that no column holds included.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number) && Math.Abs(number) < Largest;

    /// <summary>Reads Unix seconds; false for anything else, and for times that are none.</summary>
    public static bool TrySeconds(string text, out DateTimeOffset at)
    {
        var isTime = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) && seconds is > -LastSecond / 2 and < LastSecond;
        at = isTime ? DateTimeOffset.FromUnixTimeSeconds(seconds) : default;
        return isTime;
    }

    /// <summary>A property as currency; null when it is no ISO 4217 code.</summary>
    public static CurrencyCode? Currency(this JsonElement element, string name) => element.Text(name) is { Length: 3 } text && text.All(char.IsAsciiLetter) ? CurrencyCode.Parse(text.ToUpperInvariant()) : null;

    /// <summary>The number at the beginning of a text like <c>20.0000 (CODE)</c>; 0 when there is none.</summary>
    public static decimal LeadingNumber(string? text) => text is not null && TryNumber(text.Split(' ', 2)[0], out var number) ? number : 0;

    /// <summary>A decimal as Dolibarr must be sent it: dot, no exponent, no blanks. A comma would be dropped and change the value.</summary>
    public static string Invariant(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A whole number in invariant digits.</summary>
    public static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);
}
