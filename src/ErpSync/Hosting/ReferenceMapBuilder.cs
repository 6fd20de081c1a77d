namespace ErpSync;

/// <summary>
/// Says which record of reference data here is which there: payment methods, bank accounts, carriers, warehouses, statuses. Several records of one side may stand for one of the other
/// (many carriers, one warehouse); they count as equal then, and the one that was added first is what is written back.
/// </summary>
public sealed class ReferenceMapBuilder
{
    internal ReferenceMapBuilder()
    {
    }

    internal List<(RemoteId First, RemoteId Second)> Rows { get; } = [];

    internal bool Parks { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="first">The id at the pair's first connection.</param>
    /// <param name="second">The id at the second.</param>
    /// <returns>This builder.</returns>
    public ReferenceMapBuilder Add(string first, string second)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(first);
        ArgumentException.ThrowIfNullOrWhiteSpace(second);
        Rows.Add((new RemoteId(first), new RemoteId(second)));
        return this;
    }

    /// <summary>Adds rows.</summary>
    /// <param name="rows">From ids of the first connection to ids of the second.</param>
    /// <returns>This builder.</returns>
    public ReferenceMapBuilder Add(IEnumerable<KeyValuePair<string, string>> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        foreach (var (first, second) in rows)
            Add(first, second);
        return this;
    }

    /// <summary>Parks records that point to a value without a row, with that reason, instead of leaving the field out. The others go on.</summary>
    /// <returns>This builder.</returns>
    public ReferenceMapBuilder ParkUnmapped()
    {
        Parks = true;
        return this;
    }

    internal void Validate(string place, ICollection<string> errors)
    {
        foreach (var twice in Rows.GroupBy(row => row.First).Where(group => group.Select(row => row.Second).Distinct().Count() > 1))
        {
            if (Rows.Where(row => row.First == twice.Key).All(row => Rows.Count(other => other.Second == row.Second) > 1))
                errors.Add($"{place}: '{twice.Key}' is mapped to {string.Join(" and ", twice.Select(row => $"'{row.Second}'").Distinct())}, which others are mapped to as well: nobody could tell which is meant.");
        }
    }
}
