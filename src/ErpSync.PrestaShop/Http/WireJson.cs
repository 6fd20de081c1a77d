using System.Globalization;
using System.Text;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Reads records from JSON answers.</summary>
internal static class WireJson
{
    private const int NestedFields = 2;

    private static int _usualFields = 16;

    /// <summary>Reads one record; the reader stands on its first token and ends with it.</summary>
    public static WireRow Row(ref Utf8JsonReader reader)
    {
        var row = Row(ref reader, Volatile.Read(ref _usualFields));
        Volatile.Write(ref _usualFields, Math.Clamp(row.Count, NestedFields, 128));
        return row;
    }

    /// <summary>The parser of a list's items.</summary>
    public static JsonItemParser<WireRow> Parser { get; } = Row;

    private static WireRow Row(ref Utf8JsonReader reader, int fields)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException($"A record begins with {reader.TokenType}.");
        var row = new WireRow(fields);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var field = Name(ref reader);
            reader.Read();
            switch (reader.TokenType)
            {
                case JsonTokenType.StartArray:
                    row.Set(field, Rows(ref reader));
                    break;
                case JsonTokenType.StartObject when field == "associations":
                    row.SetAssociations(Row(ref reader, NestedFields * 4));
                    break;
                case JsonTokenType.StartObject:
                    row.Set(field, Collapsed(Row(ref reader, NestedFields)));
                    break;
                default:
                    row.Set(field, Scalar(ref reader));
                    break;
            }
        }

        return row;
    }

    // A list of one that came as the one itself, a list within its item's name, or a list whose numbers have gaps.
    private static List<WireRow> Collapsed(WireRow row)
    {
        if (row.Count == 0)
            return [];
        var within = row.Lists;
        return within.Count == row.Count ? [.. within.SelectMany(rows => rows)] : [row];
    }

    private static List<WireRow> Rows(ref Utf8JsonReader reader)
    {
        var rows = new List<WireRow>(NestedFields);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                rows.Add(Row(ref reader, NestedFields));
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else
            {
                var row = new WireRow(1);
                row.Set("value", Scalar(ref reader));
                rows.Add(row);
            }
        }

        return rows;
    }

    private static string Name(ref Utf8JsonReader reader) =>
        reader.HasValueSequence || reader.ValueIsEscaped ? reader.GetString() ?? "" : Vocabulary.Name(reader.ValueSpan);

    private static string? Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String when !reader.HasValueSequence && !reader.ValueIsEscaped => Vocabulary.Value(reader.ValueSpan),
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => NumberText(ref reader),
        JsonTokenType.True => "1",
        JsonTokenType.False => "",
        _ => null,
    };

    private static string NumberText(ref Utf8JsonReader reader) =>
        !reader.HasValueSequence && reader.ValueSpan.IndexOfAny((byte)'e', (byte)'E') < 0 ? Vocabulary.Value(reader.ValueSpan)
        : reader.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
        : Encoding.UTF8.GetString(reader.HasValueSequence ? System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan);
}
