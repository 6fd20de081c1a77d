using System.Text.Json;

namespace ErpSync.Vtiger;

/// <summary>Reads the fields of one record and says which one cannot be read.</summary>
internal readonly struct RowReader
{
    private readonly JsonElement _row;
    private readonly EntityKind _kind;
    private readonly TimeZoneInfo _zone;

    public RowReader(JsonElement row, EntityKind kind, TimeZoneInfo? zone = null)
    {
        (_row, _kind, _zone) = (row, kind, zone ?? TimeZoneInfo.Utc);
        if (row.ValueKind != JsonValueKind.Object)
            throw Unreadable("id", "The record is not an object.");
        Number = RecordNumber.Parse(row.Text("id")) ?? throw Unreadable("id", "The record has no id of the form 14x20.");
    }

    public RecordNumber Number { get; }

    public RemoteId Id => new(Number.ToString());

    public JsonElement Row => _row;

    /// <summary>A text, trimmed; null for null, empty and missing.</summary>
    public string? Text(string name)
    {
        var value = _row.Get(name);
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.True => "1",
            JsonValueKind.False => "0",
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => throw Unreadable(name, $"The field {name} is not a text."),
        };
    }

    /// <summary>A decimal; null for null, empty and missing.</summary>
    public decimal? Decimal(string name)
    {
        if (Text(name) is not { } text)
            return null;
        return JsonValues.TryNumber(text, out var number) ? number : throw Unreadable(name, $"The field {name} is not a number: '{Shortened(text)}'.");
    }

    public bool Flag(string name) => _row.Flag(name);

    public bool Has(string name) => _row.Get(name).ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    public DateOnly? Day(string name) => JsonValues.Day(Text(name));

    public DateTimeOffset? Instant(string name) => JsonValues.Instant(Text(name), _zone);

    public DateTimeOffset? ModifiedAt => Instant("modifiedtime");

    /// <summary>A pointer to a record of another kind; null for an empty one.</summary>
    public Ref? Ref(string name, EntityKind kind)
    {
        if (Text(name) is not { } text || text is "0")
            return null;
        return RecordNumber.Parse(text) is { } number ? new Ref(kind, new RemoteId(number.ToString())) : throw Unreadable(name, $"The field {name} is no id of a record: '{Shortened(text)}'.");
    }

    public ConnectorException Unreadable(string field, string message) => new(new SyncProblem(ProblemKind.Unreadable, VtigerCodes.Unreadable, message)
    {
        EntityKind = _kind,
        Id = Number.Number > 0 ? Id : null,
        Field = field,
    });

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];
}
