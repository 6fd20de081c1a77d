using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The fields of a request body, JSON or form encoded.</summary>
internal sealed class RequestBody
{
    private readonly List<KeyValuePair<string, JsonElement>> _fields;

    private RequestBody(List<KeyValuePair<string, JsonElement>> fields) => _fields = fields;

    public IReadOnlyList<KeyValuePair<string, JsonElement>> Fields => _fields;

    public static RequestBody Parse(string text, string contentType)
    {
        if (text.Length == 0)
            return new RequestBody([]);
        if (contentType.Contains("x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
        {
            return new RequestBody([.. QueryHelpers.ParseQuery(text)
                .Select(p => KeyValuePair.Create(p.Key, JsonSerializer.SerializeToElement(p.Value.ToString(), BodyJson.Default.String)))]);
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            var root = document.RootElement.Clone();
            return new RequestBody(root.ValueKind == JsonValueKind.Object ? [.. root.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value))] : []);
        }
        catch (JsonException)
        {
            throw new RestException(400, "Error encoding/decoding JSON: Syntax error") { Stage = RestStage.Setup, Place = "JsonFormat.php:154" };
        }
    }

    public bool Has(string name) => _fields.Exists(f => f.Key == name);

    public JsonElement? Element(string name)
    {
        var index = _fields.FindLastIndex(f => f.Key == name);
        return index < 0 ? null : _fields[index].Value;
    }

    /// <summary>A field as text; null when it is missing or null.</summary>
    public string? Text(string name) => Element(name) is { } value ? Text(value) : null;

    public int Int(string name) => Numbers.ReadInt(Text(name));

    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "1",
        JsonValueKind.False => "",
        _ => value.GetRawText(),
    };
}
