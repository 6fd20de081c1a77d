using System.Collections.Concurrent;

namespace ErpSync.Dolibarr;

/// <summary>The combinations that were read in a run, per parent and per child: ids and features only. Safe for parallel use.</summary>
internal sealed class CombinationBook(DolibarrClient client)
{
    private readonly ConcurrentDictionary<long, CombinationRow[]> _byParent = new();
    private readonly ConcurrentDictionary<long, CombinationRow> _byChild = new();

    /// <summary>The combination of a child, if its parent was read.</summary>
    public CombinationRow? OfChild(long child) => _byChild.GetValueOrDefault(child);

    /// <summary>The combinations of a parent, from this run if they were read.</summary>
    public async Task<IReadOnlyList<CombinationRow>> OfParentAsync(long parent, CancellationToken cancellationToken) =>
        _byParent.TryGetValue(parent, out var known) ? known : await ReadAsync(parent, cancellationToken);

    /// <summary>The combinations of a parent, read now.</summary>
    public async Task<IReadOnlyList<CombinationRow>> ReadAsync(long parent, CancellationToken cancellationToken)
    {
        var list = await client.ListAsync($"products/{JsonValues.Invariant(parent)}/variants", cancellationToken);
        CombinationRow[] rows = [.. list.Select(CombinationRow.Read)];
        _byParent[parent] = rows;
        foreach (var row in rows)
            _byChild[row.ChildId] = row;
        return rows;
    }

    /// <summary>Drops what is known of a parent: its combinations were changed.</summary>
    public void Forget(long parent)
    {
        if (_byParent.TryRemove(parent, out var rows))
        {
            foreach (var row in rows)
                _byChild.TryRemove(row.ChildId, out _);
        }
    }
}
