namespace ErpSync.Recipes;

/// <summary>Reads the shop's statuses at the beginning of each run.</summary>
internal sealed class BookedConnection(IConnection inner, Connector shop, StatusBook book, OpenOrders open) : IConnection
{
    public async Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken)
    {
        var facts = await inner.OpenAsync(cancellationToken);
        open.Forget();
        await book.LoadAsync(shop, cancellationToken);
        return facts;
    }
}
