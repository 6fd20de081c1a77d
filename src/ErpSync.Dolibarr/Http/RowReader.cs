using System.Globalization;
using System.Text.Json;

namespace ErpSync.Dolibarr;

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

    /// <summary>The record's id.</summary>
    public long Id { get; }

    public JsonElement Row => _row;

    public string? Text(string name) => _row.Text(name);

    /// <summary>A decimal; null for null and empty.</summary>
    public decimal? Number(string name) => Number(_row.Get(name), name);

    public decimal? Number(JsonElement value, string name)
    {
        if (value.AsText() is not { Length: > 0 } text)
            return null;
        return JsonValues.TryNumber(text, out var number) ? number : throw Unreadable(name, $"The field {name} is not a number: '{Shortened(text)}'.");
    }

    /// <summary>A flag: <c>"1"</c> and <c>1</c> are true, everything else is false.</summary>
    public bool Flag(string name) => string.Equals(_row.Text(name), "1", StringComparison.Ordinal);

    public long? Whole(string name) => _row.Whole(name);

    /// <summary>A currency; null for none.</summary>
    public CurrencyCode? Currency(string name) => _row.Currency(name);

    /// <summary>An instant: Unix seconds, or local text <c>YYYY-MM-DD HH:MM:SS</c> in the zone given; null for nothing and for local text without a zone.</summary>
    public DateTimeOffset? Instant(string name, TimeSpan? offset)
    {
        if (Text(name) is not { } text)
            return null;
        if (JsonValues.TrySeconds(text, out var at))
            return at;
        return offset is { } zone && DateTime.TryParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, zone).ToUniversalTime()
            : null;
    }

    public ConnectorException Unreadable(string field, string message) => new(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", message)
    {
        EntityKind = _kind,
        Id = Id > 0 ? RemoteId.From(Id) : null,
        Field = field,
    });

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];
}
