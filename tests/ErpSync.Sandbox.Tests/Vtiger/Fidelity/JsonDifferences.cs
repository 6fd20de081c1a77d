using System.Text.Json;

namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>How an answer differs from a recorded one: fields, their JSON types, their values where they do not depend on the moment.</summary>
internal static class JsonDifferences
{
    private static readonly HashSet<string> Momentary = new(StringComparer.Ordinal)
    {
        "createdtime", "modifiedtime", "_modifiedtime", "token", "serverTime", "expireTime", "sessionName", "key", "lastModifiedTime",
    };

    public static IEnumerable<string> Of(JsonElement recorded, JsonElement told, string path = "")
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        if (path.Contains("FinalDetails", StringComparison.Ordinal) && name.StartsWith("amount", StringComparison.Ordinal))
            return [];
        if (name == "starred")
            return []; // kept per user: empty or 0 for others, by a rule that the recordings do not settle
        if (Kind(recorded) != Kind(told))
            return [$"{path}: {Brief(recorded)} became {Brief(told)}"];
        return recorded.ValueKind switch
        {
            JsonValueKind.Object => Object(recorded, told, path),
            JsonValueKind.Array when recorded.GetArrayLength() != told.GetArrayLength() => [$"{path}: {recorded.GetArrayLength()} entries became {told.GetArrayLength()}: {Brief(told)}"],
            JsonValueKind.Array => recorded.EnumerateArray().Zip(told.EnumerateArray()).SelectMany((pair, i) => Of(pair.First, pair.Second, $"{path}[{i}]")),
            JsonValueKind.String or JsonValueKind.Number when IsComparable(name, recorded) && recorded.ToString() != told.ToString() => [$"{path}: {Brief(recorded)} became {Brief(told)}"],
            _ => [],
        };
    }

    private static IEnumerable<string> Object(JsonElement recorded, JsonElement told, string path)
    {
        foreach (var field in recorded.EnumerateObject())
        {
            if (!told.TryGetProperty(field.Name, out var value))
                yield return $"{path}.{field.Name} is missing";
            else
            {
                foreach (var difference in Of(field.Value, value, $"{path}.{field.Name}"))
                    yield return difference;
            }
        }

        foreach (var field in told.EnumerateObject().Where(field => !recorded.TryGetProperty(field.Name, out _)))
            yield return $"{path}.{field.Name} is too much";
    }

    private static bool IsComparable(string name, JsonElement recorded) =>
        !Momentary.Contains(name) && !name.EndsWith("_no", StringComparison.Ordinal) && !name.StartsWith("hdnProductcode", StringComparison.Ordinal)
        && !(recorded.ValueKind == JsonValueKind.String && recorded.GetString() is { } text && (text.StartsWith("33x", StringComparison.Ordinal) || text == "REDACTED"));

    private static string Kind(JsonElement value) => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? "bool" : value.ValueKind.ToString();

    private static string Brief(JsonElement value) => value.GetRawText() is { Length: > 120 } text ? text[..120] + "…" : value.GetRawText();
}
