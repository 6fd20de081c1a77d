namespace ErpSync.Recipes;

/// <summary>Finds the invoice of an order at the shop, the oldest where there are several; where the shop has no invoices, the one that is made of the order.</summary>
/// <param name="finder">Finds the shop's own invoices; null where it cannot.</param>
/// <param name="derived">The id of the invoice that is made of an order; null where the shop has invoices of its own.</param>
/// <param name="byId">Reads the shop's own invoices; null where it has none.</param>
/// <param name="source">The order of an invoice that is made of it; null for any other id and where the shop has invoices of its own.</param>
internal sealed class InvoiceLookUp(IOwnedFinder<Invoice>? finder, Func<RemoteId, RemoteId>? derived, IFinder<Invoice>? byId = null, Func<RemoteId, RemoteId?>? source = null)
{
    /// <summary>The orders of invoices; an invoice without one, or of the other side, is not in it.</summary>
    public async Task<IReadOnlyDictionary<RemoteId, Ref>> OrdersOfAsync(IEnumerable<Ref?> invoices, CancellationToken cancellationToken)
    {
        var ids = invoices.OfType<Ref>().Where(invoice => !invoice.IsForeign).Select(invoice => invoice.Id).Distinct().ToList();
        var found = new Dictionary<RemoteId, Ref>();
        foreach (var id in source is null ? [] : ids)
        {
            if (source!(id) is { } order)
                found[id] = new Ref(EntityKind.Order, order);
        }

        foreach (var some in byId is null ? [] : ids.Chunk(100))
        {
            await foreach (var result in byId!.FindAsync(some, cancellationToken))
            {
                if (result.Record is { Value.Order: { } order } invoice)
                    found[invoice.Id] = order;
            }
        }

        return found;
    }

    /// <summary>The invoices of orders; an order without one is not in it.</summary>
    public async Task<IReadOnlyDictionary<RemoteId, Ref>> OfAsync(IEnumerable<Ref?> orders, CancellationToken cancellationToken)
    {
        var pointers = orders.OfType<Ref>().Distinct().ToList();
        if (derived is not null)
            return pointers.ToDictionary(order => order.Id, order => new Ref(EntityKind.Invoice, derived(order.Id)));
        var found = new Dictionary<RemoteId, Ref>();
        foreach (var some in finder is null ? [] : pointers.Chunk(100))
        {
            await foreach (var result in finder!.FindByOwnersAsync(some, cancellationToken))
            {
                if (result.Record is { Value.Order: { } order } invoice && (!found.TryGetValue(order.Id, out var known) || invoice.Id.CompareTo(known.Id) < 0))
                    found[order.Id] = new Ref(EntityKind.Invoice, invoice.Id);
            }
        }

        return found;
    }
}
