using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The odd ways in which values are written.</summary>
internal static class JsonValues
{
    public static void WriteText(this Utf8JsonWriter writer, string? value)
    {
        if (value is null)
            writer.WriteNullValue();
        else
            writer.WriteStringValue(value);
    }

    public static void WriteEmptyArray(this Utf8JsonWriter writer)
    {
        writer.WriteStartArray();
        writer.WriteEndArray();
    }

    /// <summary>A map, or an empty array when it has no entries: the server can't tell them apart.</summary>
    public static void WriteMap<TValue>(this Utf8JsonWriter writer, IReadOnlyCollection<KeyValuePair<string, TValue>> entries, Action<Utf8JsonWriter, TValue> write)
    {
        if (entries.Count == 0)
        {
            writer.WriteEmptyArray();
            return;
        }

        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(key);
            write(writer, value);
        }

        writer.WriteEndObject();
    }
}
