using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.Vtiger.Fidelity;

/// <summary>The recordings by name, and the records that they show.</summary>
internal static class VtigerRecordings
{
    private static readonly Lazy<IReadOnlyDictionary<string, Recording>> All = new(() =>
        RecordingFolder.Of("vtiger").SelectMany(RecordingFolder.Read).Where(recording => recording.Response is not null).ToDictionary(recording => recording.Name, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyDictionary<string, List<JsonObject>>> Shown = new(() =>
    {
        var shown = new Dictionary<string, List<JsonObject>>(StringComparer.Ordinal);
        foreach (var name in HistoryScript.Words.Where(All.Value.ContainsKey))
            Collect(Parse(All.Value[name].Response!.Body), shown);
        return shown;
    });

    public static IReadOnlyDictionary<string, Recording> ByName => All.Value;

    public static DateTimeOffset At(Recording recording) => DateTimeOffset.Parse(recording.Response!.Headers["Date"], CultureInfo.InvariantCulture);

    /// <summary>What the recordings show of a record, the first first; null when none does.</summary>
    public static JsonObject? View(string id)
    {
        if (!Shown.Value.TryGetValue(id, out var views))
            return null;
        var whole = new JsonObject();
        foreach (var (name, value) in views.SelectMany(view => view))
        {
            if (!whole.ContainsKey(name))
                whole[name] = value?.DeepClone();
        }

        return whole;
    }

    public static JsonNode? Parse(string? body)
    {
        try
        {
            return string.IsNullOrWhiteSpace(body) ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Collect(JsonNode? node, Dictionary<string, List<JsonObject>> shown)
    {
        if (node is JsonArray list)
        {
            foreach (var entry in list)
                Collect(entry, shown);
        }
        else if (node is JsonObject item)
        {
            if (!item.ContainsKey("_id") && !item.ContainsKey("new") && item["id"] is JsonValue value && value.GetValueKind() == JsonValueKind.String && item.Count > 1)
            {
                var id = value.GetValue<string>();
                if (!shown.TryGetValue(id, out var views))
                    shown[id] = views = [];
                views.Add(item);
            }

            foreach (var (_, child) in item)
                Collect(child, shown);
        }
    }
}
