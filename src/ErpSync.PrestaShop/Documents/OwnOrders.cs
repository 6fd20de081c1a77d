namespace ErpSync.PrestaShop.Documents;

/// <summary>
/// The orders of the connection's shop, where an installation has several: PrestaShop tells orders by shop, and their payments, invoices, parcels and slips of all shops together.
/// Kept for a run, a few bytes an order.
/// </summary>
internal sealed class OwnOrders
{
    private readonly HashSet<long> _ids = [];
    private readonly HashSet<ulong> _references = [];

    /// <summary>Reads them once a run; null where there is one shop, whose orders are all its own.</summary>
    public static async Task<OwnOrders?> OfAsync(PrestaShopClient client, RunMemory memory, ShopData shop, CancellationToken cancellationToken)
    {
        if (!shop.IsOneOfMany)
            return null;
        if (memory.OwnOrders is { } known)
            return known;
        var own = new OwnOrders();
        await foreach (var item in new Listing(Sales.OrderMapping.Resource, "[id,reference]").ReadAsync(client, cancellationToken))
        {
            var row = Listings.Row(item);
            own._ids.Add(row.Id);
            own._references.Add(Mark(row.Text("reference")));
        }

        return memory.OwnOrders = own;
    }

    /// <summary>True for a document of one of these orders, which it names by its id or by its reference.</summary>
    public bool Have(WireRow document) => document.Filled("id_order") is not null ? _ids.Contains(document.Whole("id_order") ?? 0) : _references.Contains(Mark(document.Text("order_reference")));

    // FNV-1a of 64 bits: two references of one mark only make a listing longer.
    private static ulong Mark(string? reference)
    {
        var mark = 14695981039346656037UL;
        foreach (var sign in reference ?? "")
            mark = unchecked((mark ^ sign) * 1099511628211UL);
        return mark;
    }
}
