namespace ErpSync.Recipes;

/// <summary>Finds the shop's orders that documents belong to, a request per hundred.</summary>
internal sealed class OrderLookUp(IFinder<Order>? finder)
{
    public async Task<IReadOnlyDictionary<RemoteId, Order>> OfAsync(IEnumerable<Ref?> pointers, CancellationToken cancellationToken)
    {
        var orders = new Dictionary<RemoteId, Order>();
        if (finder is null)
            return orders;
        foreach (var ids in pointers.OfType<Ref>().Select(pointer => pointer.Id).Distinct().Chunk(100))
        {
            await foreach (var result in finder.FindAsync(ids, cancellationToken))
            {
                if (result.Record is { } order)
                    orders[order.Id] = order.Value;
            }
        }

        return orders;
    }
}
