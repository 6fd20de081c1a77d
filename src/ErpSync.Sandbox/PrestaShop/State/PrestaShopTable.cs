using System.Collections;

namespace ErpSync.Sandbox.PrestaShop;

/// <summary>The records of one resource by ascending id; safe for parallel use. Enumerating works on a copy.</summary>
/// <typeparam name="TRow">The type of the records.</typeparam>
public sealed class PrestaShopTable<TRow> : IReadOnlyCollection<TRow>, ITable, IRowIndex
    where TRow : PrestaShopRow
{
    private readonly PrestaShopState _state;
    private readonly Func<TRow> _blank;
    private readonly List<TRow> _rows = [];
    private readonly Dictionary<int, Dictionary<string, List<int>>> _indexes = [];

    internal PrestaShopTable(PrestaShopState state, Resource resource, Func<TRow> blank)
    {
        _state = state;
        _blank = blank;
        Resource = resource;
        foreach (var field in resource.Fields.Where(field => field.Indexed))
            _indexes[field.Slot] = [];
    }

    /// <summary>The id that the next record gets; raise it to leave a gap.</summary>
    public int NextId { get; set; } = 1;

    /// <inheritdoc/>
    public int Count => _rows.Count;

    internal Resource Resource { get; }

    Resource ITable.Resource => Resource;

    /// <summary>The record with an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public TRow this[int id] => Find(id) ?? throw new KeyNotFoundException($"There is no record {id} in {Resource.Name}.");

    /// <summary>The record with an id, or null.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The record, or null when there is none.</returns>
    public TRow? Find(int id)
    {
        lock (_state.Gate)
            return Position(id) is >= 0 and var position ? _rows[position] : null;
    }

    /// <inheritdoc/>
    public IEnumerator<TRow> GetEnumerator()
    {
        lock (_state.Gate)
            return ((IEnumerable<TRow>)_rows.ToArray()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    PrestaShopRow? ITable.Row(int id) => Find(id);

    PrestaShopRow[] ITable.Rows()
    {
        lock (_state.Gate)
            return [.. _rows];
    }

    IEnumerable<PrestaShopRow> ITable.RowsWhere(Field field, string value) => Where(field.Name, value);

    PrestaShopRow ITable.Blank() => _blank();

    void ITable.Insert(PrestaShopRow row) => Insert((TRow)row);

    bool ITable.Delete(int id) => Delete(id);

    void IRowIndex.Moved(PrestaShopRow row, Field field, string? before, string? after)
    {
        lock (_state.Gate)
        {
            Forget(field.Slot, before, row.Id);
            Remember(field.Slot, after, row.Id);
        }
    }

    internal TRow[] Where(string field, string value)
    {
        lock (_state.Gate)
        {
            return _indexes[Resource.Slot(field)].TryGetValue(Collation.Fold(value), out var ids)
                ? [.. ids.Order().Select(id => Find(id)!)]
                : [];
        }
    }

    internal TRow[] Where(string field, int value) => Where(field, Stored.Number(value));

    internal TRow Insert(TRow row)
    {
        lock (_state.Gate)
        {
            row.Id = row.Id > 0 ? row.Id : NextId;
            NextId = Math.Max(NextId, row.Id + 1);
            var position = Position(row.Id);
            if (position >= 0)
                throw new InvalidOperationException($"There is already a record {row.Id} in {Resource.Name}.");
            _rows.Insert(~position, row);
            foreach (var slot in _indexes.Keys)
                Remember(slot, row.Text(slot), row.Id);
            row.State = _state;
            row.Index = this;
            return row;
        }
    }

    internal bool Delete(int id)
    {
        lock (_state.Gate)
        {
            var position = Position(id);
            if (position < 0)
                return false;
            var row = _rows[position];
            _rows.RemoveAt(position);
            row.Index = null;
            foreach (var slot in _indexes.Keys)
                Forget(slot, row.Text(slot), id);
            return true;
        }
    }

    /// <summary>The place of an id, or the complement of the place where it belongs.</summary>
    private int Position(int id)
    {
        var (low, high) = (0, _rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_rows[middle].Id == id)
                return middle;
            if (_rows[middle].Id < id)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    private void Remember(int slot, string? value, int id)
    {
        var key = Collation.Fold(value ?? "");
        if (!_indexes[slot].TryGetValue(key, out var ids))
            _indexes[slot][key] = ids = new List<int>(1);
        ids.Add(id);
    }

    private void Forget(int slot, string? value, int id)
    {
        var key = Collation.Fold(value ?? "");
        if (!_indexes[slot].TryGetValue(key, out var ids))
            return;
        ids.Remove(id);
        if (ids.Count == 0)
            _indexes[slot].Remove(key);
    }
}
