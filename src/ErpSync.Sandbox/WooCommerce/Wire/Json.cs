using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Short words for JSON trees.</summary>
internal static class Json
{
    public static string Text(this JsonObject item, string name) => item[name]?.GetValueKind() is null or JsonValueKind.Null ? "" : item[name]!.ToString();

    public static long Whole(this JsonObject item, string name) => long.TryParse(item.Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static decimal Number(this JsonObject item, string name) => Number(item.Text(name));

    public static decimal Number(string text) => decimal.TryParse(text, NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public static bool Flag(this JsonObject item, string name) => item[name]?.GetValueKind() == JsonValueKind.True || item.Text(name) is "1" or "yes";

    public static IEnumerable<JsonObject> Objects(this JsonObject item, string name) => item[name] is JsonArray list ? list.OfType<JsonObject>() : [];

    public static JsonArray ToArray(this IEnumerable<JsonNode?> nodes)
    {
        var list = new JsonArray();
        foreach (var node in nodes)
            list.Add(node);
        return list;
    }

    public static string Fixed(this decimal number, int decimals = 2) =>
        Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
