using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.Vtiger;

/// <summary>Short words for JSON trees, with PHP's view of values.</summary>
internal static class JsonWords
{
    /// <summary>A value as PHP turns it into text: true is "1", false and null are "".</summary>
    public static string Text(this JsonObject item, string name) => Text(item[name]);

    public static string Text(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null or JsonValueKind.False => "",
        JsonValueKind.True => "1",
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Array or JsonValueKind.Object => "Array",
        _ => node.ToJsonString(),
    };

    public static bool Flag(this JsonObject item, string name) => item[name]?.GetValueKind() == JsonValueKind.True || Text(item, name) is "1" or "on";

    /// <summary>Whether PHP's isset sees it: there, and not null.</summary>
    public static bool IsSet(this JsonObject item, string name) => item[name] is not null;
}
