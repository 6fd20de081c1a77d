using System.Globalization;

namespace ErpSync.Sandbox;

/// <summary>A row that keeps its columns by the names that the API shows them under.</summary>
public abstract class DolibarrRecord : DolibarrRow
{
    private readonly SortedList<string, string?> _columns = new(0, StringComparer.Ordinal);

    /// <summary>A column by its name in the API, as text; null when it is empty or was never set.</summary>
    /// <param name="column">The name, for example <c>ref_client</c>.</param>
    public string? this[string column]
    {
        get => _columns.GetValueOrDefault(column);
        set => _columns[column] = value;
    }

    /// <summary>The extra fields by their code without <c>options_</c>.</summary>
    public SortedList<string, string?> ExtraFields { get; } = new(0, StringComparer.Ordinal);

    /// <summary>When an extra field last changed; null when the row has none.</summary>
    public DateTimeOffset? ExtraFieldsModified { get; set; }

    internal bool TryGet(string column, out string? value) => _columns.TryGetValue(column, out value);

    /// <summary>All columns in one text: the database touches a row only when one of them changes.</summary>
    internal string Print() => string.Join('\u001f', _columns.Select(column => column.Key + "=" + column.Value));

    internal int Int(string column) => Dolibarr.Numbers.ReadInt(this[column]);

    internal decimal Number(string column) => Dolibarr.Numbers.Read(this[column]);

    internal void Set(string column, int value) => this[column] = value.ToString(CultureInfo.InvariantCulture);
}
