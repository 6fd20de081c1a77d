namespace ErpSync.Recipes;

/// <summary>The ERP's stock as the shop may sell it: without what the shop has sold already and the pair has not booked. A sale counts once, before and after its order is booked.</summary>
internal sealed class ErpStock(OpenOrders orders, Func<ISyncStore> store, string pair) : KindDecorator<StockLevel>
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<ReadResult<StockLevel>>> ReadAsync(IReadOnlyList<Remote<StockLevel>> records, CancellationToken cancellationToken)
    {
        var sold = await orders.SoldAsync(cancellationToken);
        if (sold.Count == 0)
            return [.. records.Select(ReadResult<StockLevel>.Of)];
        var there = new Dictionary<Ref, Ref>();
        foreach (var kind in records.Select(record => record.Value.Owner).Distinct().GroupBy(owner => owner.Kind))
        {
            foreach (var link in await store().FindLinksAsync(pair, kind.Key, Side.Second, [.. kind.Select(owner => owner.Id)], cancellationToken))
                there[new Ref(kind.Key, link.Second.Id)] = new Ref(kind.Key, link.First.Id);
        }

        return [.. records.Select(record => ReadResult<StockLevel>.Of(there.TryGetValue(record.Value.Owner, out var owner) && sold.TryGetValue(owner, out var quantity)
            ? record with { Value = record.Value with { Quantity = record.Value.Quantity - quantity } }
            : record))];
    }
}
