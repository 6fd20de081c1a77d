using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>Reads the fields of one record and says which one cannot be read.</summary>
internal readonly struct RowReader
{
    private readonly JsonElement _row;
    private readonly EntityKind _kind;

    public RowReader(JsonElement row, EntityKind kind)
    {
        _row = row;
        _kind = kind;
        if (row.ValueKind != JsonValueKind.Object)
            throw Unreadable("id", "The record is not an object.");
        Id = row.Whole("id") is { } id and > 0 ? id : throw Unreadable("id", "The record has no id.");
    }

    public long Id { get; }

    public JsonElement Row => _row;

    /// <summary>A text; null for null, empty and missing.</summary>
    public string? Text(string name) => Text(_row.Get(name), name);

    /// <summary>A text; the name is for the problem.</summary>
    public string? Text(JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        _ => throw Unreadable(name, $"The field {name} is not a text."),
    };

    /// <summary>A decimal; null for null, empty and missing.</summary>
    public decimal? Number(string name) => Number(_row.Get(name), name);

    /// <summary>A decimal; the name is for the problem.</summary>
    public decimal? Number(JsonElement value, string name)
    {
        // Straight from the bytes: nearly all numbers are texts of a few digits.
        if (value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
        {
            var raw = JsonMarshal.GetRawUtf8Value(value);
            if (value.ValueKind == JsonValueKind.String)
                raw = raw[1..^1];
            if (raw.Length == 0)
                return null;
            if (decimal.TryParse(raw, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var quick))
                return quick;
        }

        if (Text(value, name) is not { } text)
            return null;
        return JsonValues.TryNumber(text, out var number) ? number : throw Unreadable(name, $"The field {name} is not a number: '{Shortened(text):value}'.");
    }

    /// <summary>A whole number; null for null, empty and missing.</summary>
    public long? Whole(string name) => Whole(_row.Get(name), name);

    /// <summary>A whole number; the name is for the problem.</summary>
    public long? Whole(JsonElement value, string name)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole))
            return whole;
        if (Number(value, name) is not { } number)
            return null;
        return number == decimal.Truncate(number) ? (long)number : throw Unreadable(name, $"The field {name} is not a whole number: '{Shortened(JsonValues.Invariant(number)):value}'.");
    }

    public DateTimeOffset? Instant(string name) => Instant(_row.Get(name), name);

    /// <summary>An instant; the name is for the problem.</summary>
    public DateTimeOffset? Instant(JsonElement value, string name) => value.ValueKind == JsonValueKind.String && value.TryGetDateTime(out var time) && time.Kind != DateTimeKind.Local
        ? new DateTimeOffset(time.Ticks, TimeSpan.Zero)
        : JsonValues.Instant(Text(value, name));

    /// <summary>A list; nothing is an empty one.</summary>
    public JsonElement List(string name) => List(_row.Get(name), name);

    /// <summary>A list; the name is for the problem.</summary>
    public JsonElement List(JsonElement value, string name) =>
        value.ValueKind is JsonValueKind.Array or JsonValueKind.Null or JsonValueKind.Undefined ? value : throw Unreadable(name, $"The field {name} is not a list.");

    /// <summary>The texts of meta data under the keys asked for; what is not text is its JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Meta(IReadOnlyList<string> keys) => Meta(_row.Get("meta_data"), keys);

    /// <summary>The same out of the list itself.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Meta(JsonElement value, IReadOnlyList<string> keys)
    {
        var list = List(value, "meta_data");
        if (keys.Count == 0 || list.ValueKind != JsonValueKind.Array)
            return [];
        List<KeyValuePair<string, string>>? found = null;
        foreach (var entry in list.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object || !entry.TryGetProperty("key"u8, out var key) || key.ValueKind != JsonValueKind.String)
                continue;
            foreach (var wanted in keys)
            {
                // A key may stand there twice, written past WooCommerce: the first is the one that the shop goes by.
                if (key.ValueEquals(wanted) && found?.Exists(known => known.Key == wanted) != true && entry.TryGetProperty("value"u8, out var held) && held.ValueKind != JsonValueKind.Null)
                    (found ??= []).Add(new(wanted, held.ValueKind == JsonValueKind.String ? held.GetString()! : held.GetRawText()));
            }
        }

        return found ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
    }

    public ConnectorException Unreadable(string field, MessageText message) => new(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, message)
    {
        EntityKind = _kind,
        Id = Id > 0 ? RemoteId.From(Id) : null,
        Field = field,
    });

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];
}
