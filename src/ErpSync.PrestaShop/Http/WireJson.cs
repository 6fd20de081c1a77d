using System.Globalization;
using System.Text;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Reads records from JSON answers.</summary>
internal static class WireJson
{
    /// <summary>Reads one record; the reader stands on its first token and ends with it.</summary>
    public static WireRow Row(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A record begins with {reader.TokenType}.");
        var row = new WireRow();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = reader.GetString() ?? "";
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    row.Set(field, Rows(ref reader));
                    break;
                case JsonTokenType.StartObject when field == "associations":
                    row.SetAssociations(Row(ref reader));
                    break;
                case JsonTokenType.StartObject:
                    row.Set(field, Collapsed(Row(ref reader)));
                    break;
                default:
                    row.Set(field, Scalar(ref reader));
                    break;
            }
        }

        return row;
    }

    /// <summary>The parser of a list's items.</summary>
    public static JsonItemParser<WireRow> Parser { get; } = Row;

    // Older shops write a list of one entry as that entry, with or without its name around it.
    private static List<WireRow> Collapsed(WireRow entry) => entry.OnlyList ?? [entry];

    private static List<WireRow> Rows(ref Utf8JsonReader reader)
    {
        var rows = new List<WireRow>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(Row(ref reader));
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else
            {
                var row = new WireRow();
                row.Set("value", Scalar(ref reader));
                rows.Add(row);
            }
        }

        return rows;
    }

    private static string? Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => NumberText(ref reader),
        JsonTokenType.True => "1",
        JsonTokenType.False => "",
        _ => null,
    };

    private static string NumberText(ref Utf8JsonReader reader) =>
        reader.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
        : Encoding.UTF8.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan);
}
