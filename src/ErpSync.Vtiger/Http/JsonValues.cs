using System.Globalization;
using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>Reads vtiger's JSON, where almost every value is a string.</summary>
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

    /// <summary>A property as decimal; null when it is none.</summary>
    public static decimal? Number(this JsonElement element, string name) => element.Text(name) is { } text && TryNumber(text, out var number) ? number : null;

    /// <summary>A flag: <c>1</c>, <c>on</c>, true; in some modules of old versions also <c>yes</c>.</summary>
    public static bool Flag(this JsonElement element, string name) => element.Text(name) is "1" or "on" or "true" or "yes";

    /// <summary>The elements of a list; anything else is an empty list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [];

    /// <summary>Reads a decimal in invariant form, an exponent included (PHP prints small floats so); false for anything else.</summary>
    public static bool TryNumber(string text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number);

    /// <summary>A decimal as vtiger must be sent it: a point, no grouping, no exponent; a comma ends in HTTP 500.</summary>
    public static string Invariant(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string Invariant(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A day, <c>yyyy-mm-dd</c>; null for nothing and for <c>0000-00-00</c>, which impossible days become.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant, <c>yyyy-mm-dd hh:mm:ss</c> in the server's zone; null for what is none.</summary>
    public static DateTimeOffset? Instant(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        return new DateTimeOffset(local, zone.IsInvalidTime(local) ? zone.BaseUtcOffset : zone.GetUtcOffset(local)).ToUniversalTime();
    }

    public static string Instant(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
