namespace ErpSync.Recipes;

/// <summary>
/// The references of the shop's orders as the ERP gets them. Several orders of one cart share one: the first by id keeps it, the others get a number behind it. The shop is asked once per
/// reference and process, because only one of the orders may have been read.
/// </summary>
internal sealed class References(OrderReference choice, IKeyFinder<Order>? finder)
{
    private const int Most = 50_000;
    private readonly Dictionary<string, SortedSet<RemoteId>> _known = new(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyDictionary<RemoteId, string?>> OfAsync(IReadOnlyList<Remote<Order>> orders, CancellationToken cancellationToken)
    {
        if (choice == OrderReference.Id)
            return orders.ToDictionary(order => order.Id, order => (string?)order.Id.Value);
        var named = orders.Where(order => order.Value.Reference is { Length: > 0 }).ToList();
        var fresh = new List<string>();
        lock (_known)
        {
            if (_known.Count > Most)
                _known.Clear();
            fresh.AddRange(named.Select(order => order.Value.Reference!).Distinct(StringComparer.Ordinal).Where(reference => !_known.ContainsKey(reference)));
        }

        var found = await FindAsync(fresh, cancellationToken);
        lock (_known)
        {
            foreach (var reference in fresh)
                _known.TryAdd(reference, []);
            foreach (var order in named.Concat(found).Where(order => order.Value.Reference is not null && _known.ContainsKey(order.Value.Reference)))
                _known[order.Value.Reference!].Add(order.Id);
            return orders.ToDictionary(order => order.Id, Numbered);
        }
    }

    private async Task<List<Remote<Order>>> FindAsync(List<string> references, CancellationToken cancellationToken)
    {
        var found = new List<Remote<Order>>();
        if (finder is null)
            return found;
        foreach (var some in references.Chunk(100))
        {
            await foreach (var result in finder.FindByKeyAsync(some, cancellationToken))
            {
                if (result.Record is { } order)
                    found.Add(order);
            }
        }

        return found;
    }

    private string? Numbered(Remote<Order> order)
    {
        if (order.Value.Reference is not { Length: > 0 } reference)
            return null;
        var place = _known.TryGetValue(reference, out var ids) ? ids.TakeWhile(id => id != order.Id).Count() : 0;
        return place == 0 ? reference : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{reference}-{place + 1}");
    }
}
