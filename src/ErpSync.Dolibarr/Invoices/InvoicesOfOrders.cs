using System.Runtime.CompilerServices;

namespace ErpSync.Dolibarr;

/// <summary>The invoices of orders: an order names the documents that it is linked with, a request each.</summary>
internal sealed class InvoicesOfOrders(TradeSession session, IFinder<Invoice> invoices) : IOwnedFinder<Invoice>
{
    public async IAsyncEnumerable<ReadResult<Invoice>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await session.ReadyAsync(cancellationToken);
        var ids = new List<RemoteId>();
        foreach (var owner in owners.Where(owner => owner.Kind == EntityKind.Order))
        {
            if (Numbers.Of(owner.Id) is { } number && await run.Client.FindAsync($"orders/{JsonValues.Invariant(number)}?contact_list=0", cancellationToken) is { } order)
                ids.AddRange(DocumentHead.Links(order, "facture").Select(RemoteId.From));
        }

        foreach (var batch in ids.Distinct().Chunk(100))
        {
            await foreach (var result in invoices.FindAsync(batch, cancellationToken))
                yield return result;
        }
    }
}
