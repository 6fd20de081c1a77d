using System.Globalization;
using System.Text;

namespace ErpSync.PrestaShop;

/// <summary>
/// One record of an answer as text by field, whether it came as JSON or as XML: PrestaShop gives the same column as text, number, flag or null from version to version.
/// </summary>
internal sealed class WireRow
{
    private Cell[] _cells;
    private WireRow? _associations;
    private int _next;

    /// <summary>A row without fields.</summary>
    /// <param name="fields">How many fields are expected.</param>
    public WireRow(int fields = 4) => _cells = fields == 0 ? [] : new Cell[fields];

    /// <summary>How many fields there are, without associations.</summary>
    public int Count { get; private set; }

    /// <summary>The record's id, 0 when it has none.</summary>
    public long Id => Whole("id") ?? 0;

    /// <summary>The names of all fields, translated ones and associations included.</summary>
    public IEnumerable<string> Fields => _cells.Take(Count).Select(cell => cell.Name);

    /// <summary>The values that are lists.</summary>
    public IReadOnlyList<IReadOnlyList<WireRow>> Lists => [.. _cells.Take(Count).Select(cell => RowsOf(cell.Value)).OfType<IReadOnlyList<WireRow>>()];

    /// <summary>The field as text; null when it is missing or null.</summary>
    public string? Text(string field) => Find(field) as string;

    /// <summary>The field as text, null when it is empty.</summary>
    public string? Filled(string field) => Text(field) is { Length: > 0 } text ? text : null;

    /// <summary>The field as a whole number; null when it is missing or empty.</summary>
    public long? Whole(string field)
    {
        if (Filled(field) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var broad) && broad == decimal.Truncate(broad) && Math.Abs(broad) < long.MaxValue ? (long)broad
            : throw Unreadable(field, text, "a whole number");
    }

    /// <summary>The field as a number; null when it is missing or empty.</summary>
    public decimal? Number(string field)
    {
        if (Filled(field) is not { } text)
            return null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(field, text, "a number");
    }

    /// <summary>The field as a flag; null when it is missing, false when it is empty.</summary>
    public bool? Flag(string field) => Text(field) switch
    {
        null => null,
        "1" or "true" => true,
        "" or "0" or "false" => false,
        var text => throw Unreadable(field, text, "0 or 1"),
    };

    /// <summary>The translations of a field by language id. A scalar, as given for a single language, has the empty id.</summary>
    public KeyValuePair<string, string>[] Translations(string field)
    {
        if (Find(field) is not { } value)
            return [];
        if (value is string text)
            return [new("", text)];
        if (value is KeyValuePair<string, string>[] pairs)
            return pairs;
        var rows = (List<WireRow>)value;
        var texts = new KeyValuePair<string, string>[rows.Count];
        for (var place = 0; place < texts.Length; place++)
            texts[place] = new(rows[place].Text("id") ?? "", rows[place].Text("value") ?? "");
        return texts;
    }

    /// <summary>The rows of an association; empty when it is missing.</summary>
    public IReadOnlyList<WireRow> Association(string name) => RowsOf(_associations?.Find(name)) ?? [];

    /// <summary>Whether the answer told the association at all; PrestaShop leaves empty ones out of JSON.</summary>
    public bool HasAssociation(string name) => RowsOf(_associations?.Find(name)) is not null;

    /// <summary>The record as one line, at most 2,000 characters, for problems.</summary>
    public override string ToString()
    {
        var line = new StringBuilder();
        foreach (var cell in _cells.Take(Count).Where(cell => cell.Value is null or string).TakeWhile(_ => line.Length < 2000))
            line.Append(line.Length == 0 ? "" : "; ").Append(cell.Name).Append('=').Append(cell.Value ?? "null");
        return line.Length <= 2000 ? line.ToString() : line.ToString(0, 2000);
    }

    internal void Set(string field, string? text) => Put(field, text);

    internal void Set(string field, List<WireRow> rows) => Put(field, rows);

    internal void SetAssociations(WireRow associations) => _associations = associations;

    /// <summary>Adds a field that is not there yet: a text, rows, or pairs of a language and a text.</summary>
    internal void Append(string field, object? value)
    {
        if (Count == _cells.Length)
            Array.Resize(ref _cells, Math.Max(4, Count * 2));
        _cells[Count++] = new Cell(field, value);
    }

    private static IReadOnlyList<WireRow>? RowsOf(object? value)
    {
        if (value is not KeyValuePair<string, string>[] pairs)
            return value as List<WireRow>;
        var rows = new List<WireRow>(pairs.Length);
        foreach (var (id, text) in pairs)
        {
            var row = new WireRow(2);
            row.Set("id", id);
            row.Set("value", text);
            rows.Add(row);
        }

        return rows;
    }

    private void Put(string field, object? value)
    {
        for (var place = 0; place < Count; place++)
        {
            if (string.Equals(_cells[place].Name, field, StringComparison.Ordinal))
            {
                _cells[place].Value = value;
                return;
            }
        }

        Append(field, value);
    }

    // Fields are asked for about in the order in which they came, and mostly under the very same instance of their name.
    private object? Find(string field)
    {
        var start = _next < Count ? _next : 0;
        for (var step = 0; step < Count; step++)
        {
            var place = start + step < Count ? start + step : start + step - Count;
            if (ReferenceEquals(_cells[place].Name, field))
            {
                _next = place + 1;
                return _cells[place].Value;
            }
        }

        for (var place = 0; place < Count; place++)
        {
            if (string.Equals(_cells[place].Name, field, StringComparison.Ordinal))
                return _cells[place].Value;
        }

        return null;
    }

    private ConnectorException Unreadable(string field, string text, string expected) => new(new SyncProblem(
        ProblemKind.Unreadable,
        PrestaShopCodes.ValueUnreadable,
        $"The field {field} holds '{(text.Length > 60 ? text[..60] : text)}', which is not {expected}.")
    {
        Field = field,
        Id = Text("id") is { Length: > 0 } id ? new RemoteId(id) : null,
        Raw = ToString(),
    });

    private struct Cell(string name, object? value)
    {
        public readonly string Name = name;
        public object? Value = value;
    }
}
