using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ErpSync.Sandbox;

/// <summary>A table of a simulated Dolibarr, in the order of ids. Ids grow and are not used again.</summary>
/// <typeparam name="TRow">The kind of row.</typeparam>
[SuppressMessage("Naming", "CA1710", Justification = "A table is the database's word.")]
public class DolibarrTable<TRow> : IReadOnlyCollection<TRow> where TRow : DolibarrRow
{
    private readonly SortedList<int, TRow> _rows = [];

    internal DolibarrTable()
    {
    }

    /// <summary>The highest id that was ever given; 0 for none.</summary>
    public int LastId { get; private set; }

    /// <inheritdoc/>
    public int Count => _rows.Count;

    /// <summary>A row by its id.</summary>
    /// <param name="id">The row id.</param>
    /// <exception cref="KeyNotFoundException">There is no such row.</exception>
    public TRow this[int id] => _rows[id];

    /// <summary>A row by its id.</summary>
    /// <param name="id">The row id.</param>
    /// <returns>The row, or null when there is none.</returns>
    public TRow? Find(int id) => _rows.GetValueOrDefault(id);

    /// <inheritdoc/>
    public IEnumerator<TRow> GetEnumerator() => _rows.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal IList<TRow> Rows => _rows.Values;

    internal virtual TRow Add(TRow row)
    {
        if (row.Id == 0)
            row.Id = LastId + 1;
        LastId = Math.Max(LastId, row.Id);
        _rows.Add(row.Id, row);
        return row;
    }

    internal virtual bool Remove(int id) => _rows.Remove(id);
}
