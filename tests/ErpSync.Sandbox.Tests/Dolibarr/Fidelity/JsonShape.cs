using System.Text.Json;

namespace ErpSync.Sandbox.Tests.Dolibarr.Fidelity;

/// <summary>The fields of a JSON value with their types: one line per field, list entries merged.</summary>
public static class JsonShape
{
    public static IReadOnlyCollection<string> Of(string body)
    {
        using var document = JsonDocument.Parse(body);
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        Walk(document.RootElement, "$", lines);
        return lines;
    }

    private static void Walk(JsonElement value, string path, SortedSet<string> lines)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                lines.Add(path + " object");
                // Links are keyed by their row ids, which say nothing.
                foreach (var property in value.EnumerateObject())
                    Walk(property.Value, path + "." + (path.Contains(".linkedObjectsIds.", StringComparison.Ordinal) ? "#" : property.Name), lines);
                break;
            case JsonValueKind.Array:
                lines.Add(path + (value.GetArrayLength() == 0 ? " empty array" : " array"));
                foreach (var item in value.EnumerateArray())
                    Walk(item, path + "[]", lines);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                lines.Add(path + " boolean");
                break;
            default:
                lines.Add(path + " " + value.ValueKind.ToString().ToLowerInvariant());
                break;
        }
    }
}
