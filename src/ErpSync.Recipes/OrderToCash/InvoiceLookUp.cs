namespace ErpSync.Recipes;

/// <summary>Finds the invoice of an order at the shop; the oldest where there are several.</summary>
internal sealed class InvoiceLookUp(IOwnedFinder<Invoice>? finder)
{
    /// <summary>The invoices of orders; where the shop has no invoices, those that are made of the orders.</summary>
    public static async Task<IReadOnlyDictionary<RemoteId, RemoteId>> OfAsync(InvoiceLookUp? invoices, IEnumerable<Ref?> orders, CancellationToken cancellationToken) => invoices is not null
        ? await invoices.OfAsync(orders, cancellationToken)
        : orders.OfType<Ref>().Select(order => order.Id).Distinct().ToDictionary(id => id, id => new RemoteId("order:" + id.Value));

    private async Task<IReadOnlyDictionary<RemoteId, RemoteId>> OfAsync(IEnumerable<Ref?> orders, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RemoteId, RemoteId>();
        if (finder is null)
            return found;
        foreach (var some in orders.OfType<Ref>().Distinct().Chunk(100))
        {
            await foreach (var result in finder.FindByOwnersAsync(some, cancellationToken))
            {
                if (result.Record is { Value.Order: { } order } invoice && (!found.TryGetValue(order.Id, out var known) || invoice.Id.CompareTo(known) < 0))
                    found[order.Id] = invoice.Id;
            }
        }

        return found;
    }
}
