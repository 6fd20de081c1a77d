namespace ErpSync.Recipes;

/// <summary>At the beginning of each run the shop's statuses are read, and its open orders are stale.</summary>
internal sealed class BookedConnection(IConnection inner, Connector shop, StatusBook? book, OpenOrders open) : IConnection
{
    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var facts = await inner.OpenAsync(cancellationToken);
        open.Forget();
        if (book is not null)
            await book.LoadAsync(shop, cancellationToken);
        return facts;
    }
}
