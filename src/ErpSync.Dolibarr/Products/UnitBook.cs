using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>The units that products are sold in: ids and short names of the dictionary.</summary>
internal sealed class UnitBook
{
    private readonly Dictionary<long, (string Short, string Code)> _units = [];

    /// <summary>No units: where products have none.</summary>
    public static UnitBook None { get; } = new();

    public bool IsEmpty => _units.Count == 0;

    public static UnitBook Read(IEnumerable<JsonElement> rows)
    {
        var book = new UnitBook();
        foreach (var row in rows)
        {
            if ((row.Whole("rowid") ?? row.Whole("id")) is { } id)
                book._units[id] = (row.Text("short_label") ?? row.Text("code") ?? row.Text("label") ?? "", row.Text("code") ?? "");
        }

        return book;
    }

    /// <summary>The unit's name; null for an unknown id.</summary>
    public string? Name(long? id) => id is { } known && _units.TryGetValue(known, out var unit) ? unit.Short : null;

    /// <summary>The id of a unit by its short name or code; null for none.</summary>
    public long? Id(string? name)
    {
        foreach (var (id, unit) in _units)
        {
            if (string.Equals(unit.Short, name?.Trim(), StringComparison.OrdinalIgnoreCase) || string.Equals(unit.Code, name?.Trim(), StringComparison.OrdinalIgnoreCase))
                return id;
        }

        return null;
    }
}
