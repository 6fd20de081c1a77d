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
    public string? Text(string name)
    {
        var value = _row.Get(name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => throw Unreadable(name, $"The field {name} is not a text."),
        };
    }

    /// <summary>A decimal; null for null, empty and missing.</summary>
    public decimal? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return JsonValues.TryNumber(text, out var number) ? number : throw Unreadable(name, $"The field {name} is not a number: '{Shortened(text)}'.");
    }

    /// <summary>A whole number; null for null, empty and missing.</summary>
    public long? Whole(string name)
    {
        if (Number(name) is not { } number)
            return null;
        return number == decimal.Truncate(number) ? (long)number : throw Unreadable(name, $"The field {name} is not a whole number: '{Shortened(JsonValues.Invariant(number))}'.");
    }

    public DateTimeOffset? Instant(string name) => JsonValues.Instant(Text(name));

    /// <summary>A list; nothing is an empty one.</summary>
    public JsonElement List(string name)
    {
        var value = _row.Get(name);
        return value.ValueKind is JsonValueKind.Array or JsonValueKind.Null or JsonValueKind.Undefined ? value : throw Unreadable(name, $"The field {name} is not a list.");
    }

    /// <summary>The texts of meta data under the keys asked for; what is not text is its JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Meta(IReadOnlyList<string> keys)
    {
        var list = List("meta_data");
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
                if (key.ValueEquals(wanted) && found?.Exists(known => known.Key == wanted) != true && entry.TryGetProperty("value"u8, out var value) && value.ValueKind != JsonValueKind.Null)
                    (found ??= []).Add(new(wanted, value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText()));
            }
        }

        return found ?? (IReadOnlyList<KeyValuePair<string, string>>)[];
    }

    public ConnectorException Unreadable(string field, string message) => new(new SyncProblem(ProblemKind.Unreadable, WooCodes.Unreadable, message)
    {
        EntityKind = _kind,
        Id = Id > 0 ? RemoteId.From(Id) : null,
        Field = field,
    });

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];
}
