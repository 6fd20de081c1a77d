using System.Text.Json;

namespace ErpSync;

/// <summary>Writes and reads the parts of structured values; parts without content are left out.</summary>
internal static class JsonParts
{
    public static void Text(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json.WriteString(name, value);
    }

    public static void Part<TValue>(this Utf8JsonWriter json, string name, FieldType<TValue> type, TValue value)
    {
        if (value is null)
            return;
        json.WritePropertyName(name);
        type.Write(json, value);
    }

    public static string? Text(this JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static TValue? Part<TValue>(this JsonElement json, string name, FieldType<TValue> type) => json.TryGetProperty(name, out var value) ? type.Read(value) : default;
}
