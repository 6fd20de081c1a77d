using System.Text;
using System.Text.Json;
using System.Xml;

namespace ErpSync.Sandbox.Tests.PrestaShop;

/// <summary>The form of a body without its values: JSON paths with their types, or XML paths with their attributes.</summary>
internal static class Shape
{
    public static SortedSet<string> OfJson(string body, bool whole)
    {
        var shape = new SortedSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(body), isFinalBlock: whole, default);
        var path = new List<string>();
        try
        {
            while (reader.Read())
                Step(ref reader, path, shape);
        }
        catch (JsonException) when (!whole)
        {
            return shape;
        }

        return shape;
    }

    public static SortedSet<string> OfXml(string body)
    {
        var shape = new SortedSet<string>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(new StringReader(body));
        var path = new List<string>();
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.EndElement)
                path.RemoveAt(path.Count - 1);
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            path.Add(reader.Name);
            var at = string.Join('/', path);
            shape.Add(at);
            var empty = reader.IsEmptyElement;
            while (reader.MoveToNextAttribute())
                shape.Add($"{at}@{reader.Name}");
            if (empty)
                path.RemoveAt(path.Count - 1);
        }

        return shape;
    }

    private static void Step(ref Utf8JsonReader reader, List<string> path, SortedSet<string> shape)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                path.Add(reader.GetString()!);
                return;
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                var isArray = reader.TokenType == JsonTokenType.StartArray;
                shape.Add($"{string.Join('.', path)}:{(isArray ? "array" : "object")}");
                path.Add(isArray ? "[]" : "{}");
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                path.RemoveAt(path.Count - 1);
                break;
            default:
                shape.Add($"{string.Join('.', path)}:{(reader.TokenType is JsonTokenType.True or JsonTokenType.False ? "Bool" : reader.TokenType)}");
                break;
        }

        if (path.Count > 0 && path[^1] is not ("[]" or "{}"))
            path.RemoveAt(path.Count - 1);
    }
}
