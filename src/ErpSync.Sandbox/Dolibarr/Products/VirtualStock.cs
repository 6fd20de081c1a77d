namespace ErpSync.Sandbox.Dolibarr;

/// <summary>
/// The virtual stock: where shipments move stock, what lies there less what open orders have not been sent yet, as recorded after a shipment of a part. Where nothing moves stock, or orders
/// and invoices do, it is what lies there.
/// </summary>
internal static class VirtualStock
{
    public static decimal Of(DolibarrState state, DolibarrProduct product)
    {
        var real = product.Stock ?? 0m;
        if (!state.Constants.IsOn("STOCK_CALCULATE_ON_SHIPMENT") && !state.Constants.IsOn("STOCK_CALCULATE_ON_SHIPMENT_CLOSE"))
            return real;
        var open = state.Orders.Where(order => order.Status is 1 or 2).SelectMany(order => order.Lines).Where(line => line.ProductId == product.Id).ToDictionary(line => line.Id, line => line.Quantity);
        if (open.Count == 0)
            return real;
        var sent = state.Shipments.Where(shipment => shipment.Status is 1 or 2).SelectMany(shipment => shipment.Lines).Where(line => open.ContainsKey(line.OrderLineId)).Sum(line => line.Quantity);
        return real - (open.Values.Sum() - sent);
    }
}
