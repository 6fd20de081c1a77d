using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Links between orders, invoices and shipments.</summary>
internal static class ObjectLinks
{
    public static void Add(DolibarrState state, string sourceType, int sourceId, string targetType, int targetId) =>
        state.Insert(state.ObjectLinks, new DolibarrObjectLink { SourceType = sourceType, SourceId = sourceId, TargetType = targetType, TargetId = targetId });

    /// <summary>Adds the links that a body names: <c>{"commande": 1}</c>.</summary>
    public static void AddAll(DolibarrState state, JsonElement? linked, string targetType, int targetId)
    {
        if (linked is not { ValueKind: JsonValueKind.Object } map)
            return;
        foreach (var entry in map.EnumerateObject())
        {
            if (Numbers.ReadInt(RequestBody.Text(entry.Value)) is var id and > 0)
                Add(state, entry.Name, id, targetType, targetId);
        }
    }

    /// <summary>Links go with the object.</summary>
    public static void Remove(DolibarrState state, string type, int id)
    {
        foreach (var link in state.ObjectLinks.Where(link => (link.SourceType == type && link.SourceId == id) || (link.TargetType == type && link.TargetId == id)).ToList())
            state.ObjectLinks.Remove(link.Id);
    }

    /// <summary>The other ends by kind and link: <c>{"facture":{"3":"1"}}</c>; an empty array for none.</summary>
    public static void Write(Utf8JsonWriter writer, DolibarrState state, string type, int id)
    {
        var ends = state.ObjectLinks.Where(link => link.SourceType == type && link.SourceId == id).Select(link => (link.Id, Kind: link.TargetType, Other: link.TargetId))
            .Concat(state.ObjectLinks.Where(link => link.TargetType == type && link.TargetId == id).Select(link => (link.Id, Kind: link.SourceType, Other: link.SourceId)))
            .GroupBy(end => end.Kind, StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.OrderBy(end => end.Id).ToList()))
            .ToList();
        writer.WriteMap(ends, static (w, list) => w.WriteMap([.. list.Select(end => KeyValuePair.Create(Numbers.Text(end.Id), Numbers.Text(end.Other)))], static (inner, value) => inner.WriteStringValue(value)));
    }
}
