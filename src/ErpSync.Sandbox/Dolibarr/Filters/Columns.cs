using System.Diagnostics.CodeAnalysis;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The database columns of one kind of row, by name with alias.</summary>
internal sealed class Columns<TRow>(IReadOnlyDictionary<string, Func<TRow, Cell>> columns)
{
    public Func<TRow, Cell>? Find(string name) => columns.GetValueOrDefault(name);

    /// <summary>Turns a filter into a test of rows.</summary>
    /// <exception cref="RestException">503 when it names an unknown column.</exception>
    public Func<TRow, bool> Compile(FilterNode node, string what, string place)
    {
        switch (node)
        {
            case AllOf all:
                var every = all.Parts.Select(p => Compile(p, what, place)).ToArray();
                return row => Array.TrueForAll(every, test => test(row));
            case AnyOf any:
                var some = any.Parts.Select(p => Compile(p, what, place)).ToArray();
                return row => Array.Exists(some, test => test(row));
            case Criterion criterion:
                var read = Find(criterion.Column) ?? throw Unknown(criterion.Column, "WHERE", what, place);
                return row => CellTest.Passes(read(row), criterion);
            default:
                throw new InvalidOperationException("A filter of an unknown shape.");
        }
    }

    /// <summary>The order that sortfield and sortorder ask for; rows that tie stay in the order of ids.</summary>
    /// <exception cref="RestException">503 when it names an unknown column.</exception>
    public IComparer<TRow> Order(string sortField, string sortOrder, Func<TRow, int> id, string what, string place)
    {
        var orders = sortOrder.Split(',');
        var keys = sortField.Split(',').Select((field, i) => (
            Read: Find(field.Trim()) ?? throw Unknown(field.Trim(), "ORDER BY", what, place),
            Descending: string.Equals(orders[Math.Min(i, orders.Length - 1)].Trim(), "DESC", StringComparison.OrdinalIgnoreCase))).ToArray();
        return Comparer<TRow>.Create((left, right) =>
        {
            foreach (var (read, descending) in keys)
            {
                var order = read(left).CompareTo(read(right));
                if (order != 0)
                    return descending ? -order : order;
            }

            return id(left).CompareTo(id(right));
        });
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Reads as a part of the columns.")]
    private RestException Unknown(string column, string clause, string what, string place) =>
        new(503, $"Error when retrieve {what} list : Unknown column '{column}' in '{clause}'") { Place = place };
}
