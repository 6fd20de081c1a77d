using System.Globalization;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The value of a column in a row.</summary>
internal readonly record struct Cell : IComparable<Cell>
{
    private Cell(CellKind kind, decimal number, string? text)
    {
        Kind = kind;
        Number = number;
        Text = text;
    }

    public CellKind Kind { get; }

    /// <summary>The number; for a date its digits, for example 20261122035912.</summary>
    public decimal Number { get; }

    public string? Text { get; }

    public static Cell Null => default;

    public static Cell Of(int? value) => value is { } number ? new Cell(CellKind.Number, number, null) : Null;

    public static Cell Of(decimal? value) => value is { } number ? new Cell(CellKind.Number, number, null) : Null;

    public static Cell Of(bool value) => new(CellKind.Number, value ? 1 : 0, null);

    public static Cell Of(string? value) => value is null ? Null : new Cell(CellKind.Text, 0, value);

    /// <summary>A date in the time zone of the database.</summary>
    public static Cell Of(DateTimeOffset? value, TimeZoneInfo zone) => value is { } instant
        ? new Cell(CellKind.Date, decimal.Parse(TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), null)
        : Null;

    public int CompareTo(Cell other) => (Kind, other.Kind) switch
    {
        (CellKind.Null, CellKind.Null) => 0,
        (CellKind.Null, _) => -1,
        (_, CellKind.Null) => 1,
        (CellKind.Text, CellKind.Text) => string.CompareOrdinal(Collation.Key(Text!), Collation.Key(other.Text!)),
        _ => Number.CompareTo(other.Number),
    };
}
