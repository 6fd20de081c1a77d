using System.Globalization;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Reads WooCommerce's JSON, where a number may be a string and an empty object a list.</summary>
internal static class JsonValues
{
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
    public static long? Whole(this JsonElement element, string name) => element.Get(name).AsWhole();

    /// <summary>A value as whole number: <c>12</c> or <c>"12"</c>.</summary>
    public static long? AsWhole(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.TryGetInt64(out var number) ? number : null,
        JsonValueKind.String => long.TryParse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    /// <summary>A flag: true, 1, "1", "yes".</summary>
    public static bool Flag(this JsonElement element, string name) => element.Get(name).IsFlag();

    /// <summary>A value as flag: true, 1, "1", "yes".</summary>
    public static bool IsFlag(this JsonElement value) => value.ValueKind == JsonValueKind.True || (value.ValueKind is JsonValueKind.String or JsonValueKind.Number && value.AsText() is "1" or "yes" or "true");

    /// <summary>The elements of a list; anything else is an empty list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>Reads a decimal in invariant form; false for anything else, a decimal comma included.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    /// <summary>A decimal as WooCommerce must be sent it: a point, no grouping, no exponent. A comma would be read by the shop's display settings and may multiply the price by a hundred.</summary>
    public static string Invariant(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A whole number in invariant digits.</summary>
    public static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A record's number out of its id; null when it is none.</summary>
    public static long? Number(RemoteId id) => long.TryParse(id.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>An instant out of a date that ends in <c>_gmt</c>: UTC without a zone; null for nothing and for what is none.</summary>
    public static DateTimeOffset? Instant(string? text) =>
        text is not null && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant) ? new DateTimeOffset(instant, TimeSpan.Zero) : null;

    /// <summary>An instant as WooCommerce takes it in <c>_gmt</c> fields and filters with <c>dates_are_gmt</c>: UTC without a zone.</summary>
    public static string Naive(DateTimeOffset instant) => instant.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
}
