namespace ErpSync.Sandbox.PrestaShop;

/// <content>Parties and sales.</content>
public sealed partial class PrestaShopState
{
    private PrestaShopSales? _sales;

    /// <summary>Customers, addresses, carriers, carts, orders and what hangs on them.</summary>
    public PrestaShopSales Sales
    {
        get
        {
            lock (Gate)
            {
                if (_sales is not null)
                    return _sales;
                _sales = new PrestaShopSales(this);
                SalesPresets.Fill(this);
                return _sales;
            }
        }
    }
}
