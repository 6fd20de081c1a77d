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
        var open = await OpenAsync(records.Select(record => record.Value.Owner), sold, cancellationToken);
        return [.. records.Select(record => ReadResult<StockLevel>.Of(open.TryGetValue(record.Value.Owner, out var quantity)
            ? record with { Value = With(record.Value, -quantity) }
            : record))];
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Revision<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken)
    {
        // What the shop has left lies in the ERP beside what it has sold already: that is still to be sent out.
        var sold = await orders.SoldAsync(cancellationToken);
        if (sold.Count == 0)
            return batch;
        var open = await OpenAsync(batch.Select(revision => revision.Wanted.Owner), sold, cancellationToken);
        return [.. batch.Select(revision => open.TryGetValue(revision.Wanted.Owner, out var quantity)
            ? revision with { Current = revision.Current with { Value = With(revision.Current.Value, quantity) }, Wanted = With(revision.Wanted, quantity) }
            : revision)];
    }

    private static StockLevel With(StockLevel level, decimal more) => level with { Quantity = level.Quantity + more };

    /// <summary>What is sold and not booked, by the ERP's product or variant.</summary>
    private async Task<Dictionary<Ref, decimal>> OpenAsync(IEnumerable<Ref> owners, IReadOnlyDictionary<Ref, decimal> sold, CancellationToken cancellationToken)
    {
        var open = new Dictionary<Ref, decimal>();
        foreach (var kind in owners.Distinct().GroupBy(owner => owner.Kind))
        {
            foreach (var link in await store().FindLinksAsync(pair, kind.Key, Side.Second, [.. kind.Select(owner => owner.Id)], cancellationToken))
            {
                if (sold.TryGetValue(new Ref(kind.Key, link.First.Id), out var quantity))
                    open[new Ref(kind.Key, link.Second.Id)] = quantity;
            }
        }

        return open;
    }
}
