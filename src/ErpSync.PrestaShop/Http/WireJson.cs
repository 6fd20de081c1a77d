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
            Take(row, field, ref reader);
        }

        return row;
    }

    private static void Take(WireRow row, string field, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartArray:
                row.Append(field, Rows(ref reader));
                break;
            case JsonTokenType.StartObject when field == "associations":
                row.SetAssociations(Row(ref reader, NestedFields * 2));
                break;
            case JsonTokenType.StartObject:
                row.Append(field, Collapsed(Row(ref reader, NestedFields)));
                break;
            default:
                row.Append(field, Scalar(ref reader));
                break;
        }
    }

    // A list of one that came as the one itself, a list within its item's name, or a list whose numbers have gaps.
    private static List<WireRow> Collapsed(WireRow row)
    {
        if (row.Count == 0)
            return [];
        var within = row.Lists;
        return within.Count == row.Count ? [.. within.SelectMany(rows => rows)] : [row];
    }

    // Translations are pairs of a language and a text, and nothing else: they are most of a record and are kept as such.
    private static object Rows(ref Utf8JsonReader reader)
    {
        List<WireRow>? rows = null;
        var pairs = default(Pairs);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                var row = rows is null ? pairs.TryRead(ref reader) : Row(ref reader, NestedFields);
                if (row is not null)
                    (rows ??= pairs.ToRows()).Add(row);
            }
            else if (reader.TokenType == JsonTokenType.StartArray)
            {
                reader.Skip();
            }
            else
            {
                var row = new WireRow(1);
                row.Set("value", Scalar(ref reader));
                (rows ??= pairs.ToRows()).Add(row);
            }
        }

        return rows ?? pairs.ToValue();
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

    /// <summary>Objects of a list as long as they are pairs of <c>id</c> and <c>value</c>.</summary>
    private struct Pairs
    {
        private KeyValuePair<string, string>[]? _pairs;
        private int _count;

        /// <summary>Takes one object; gives it back as a row when it is no pair.</summary>
        public WireRow? TryRead(ref Utf8JsonReader reader)
        {
            string? id = null;
            string? value = null;
            WireRow? row = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var field = Name(ref reader);
                reader.Read();
                var isScalar = reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject);
                if (row is null && isScalar && field == "id" && id is null)
                {
                    id = Scalar(ref reader) ?? "";
                    continue;
                }

                if (row is null && isScalar && field == "value" && id is not null && value is null)
                {
                    value = Scalar(ref reader) ?? "";
                    continue;
                }

                row ??= Begun(id, value);
                Take(row, field, ref reader);
            }

            if (row is not null || id is null || value is null)
                return row ?? Begun(id, value);
            if (_count == (_pairs?.Length ?? 0))
                Array.Resize(ref _pairs, Math.Max(2, _count * 2));
            _pairs![_count++] = new(id, value);
            return null;
        }

        /// <summary>The pairs so far as rows.</summary>
        public readonly List<WireRow> ToRows()
        {
            var rows = new List<WireRow>(NestedFields);
            for (var place = 0; place < _count; place++)
                rows.Add(Begun(_pairs![place].Key, _pairs[place].Value));
            return rows;
        }

        /// <summary>The list.</summary>
        public object ToValue()
        {
            if (_count == 0)
                return new List<WireRow>(0);
            if (_count < _pairs!.Length)
                Array.Resize(ref _pairs, _count);
            return _pairs;
        }

        private static WireRow Begun(string? id, string? value)
        {
            var row = new WireRow(value is null ? 1 : NestedFields);
            if (id is not null)
                row.Set("id", id);
            if (value is not null)
                row.Set("value", value);
            return row;
        }
    }
}
