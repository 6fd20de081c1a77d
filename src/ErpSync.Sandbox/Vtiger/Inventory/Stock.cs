namespace ErpSync.Sandbox.Vtiger;

/// <summary>Stock that invoices take and purchase orders bring. No product's modification time moves.</summary>
internal sealed class Stock(VtigerState state)
{
    /// <summary>The status of an invoice or a purchase order.</summary>
    public static string Status(VtigerRecord order) => order[order.Module == "PurchaseOrder" ? "postatus" : "invoicestatus"];

    public void Created(VtigerRecord order, IEnumerable<VtigerLine> lines)
    {
        if (order.Module == "Invoice" && Status(order) != "Cancel")
            Move(lines, -1);
        else if (order.Module == "PurchaseOrder" && Status(order) == "Received Shipment")
            Move(lines, 1);
    }

    public void StatusChanged(VtigerRecord order, string before, IEnumerable<VtigerLine> lines)
    {
        var after = Status(order);
        if (order.Module == "Invoice" && (before == "Cancel") != (after == "Cancel"))
            Move(lines, after == "Cancel" ? 1 : -1);
        else if (order.Module == "PurchaseOrder" && before != after && after == "Received Shipment")
            Move(lines, 1);
    }

    /// <summary>A slip of the server: the old quantities are given back twice, the new ones taken once.</summary>
    public void LinesChanged(VtigerRecord order, IEnumerable<VtigerLine> old, IEnumerable<VtigerLine> lines)
    {
        if (order.Module != "Invoice" || Status(order) == "Cancel")
            return;
        Move(old, 2);
        Move(lines, -1);
    }

    public void Deleted(VtigerRecord order, IEnumerable<VtigerLine> lines)
    {
        if (order.Module == "Invoice" && Status(order) != "Cancel")
            Move(lines, 1);
    }

    private void Move(IEnumerable<VtigerLine> lines, int factor)
    {
        foreach (var line in lines)
        {
            if (state.Records.TryGetValue(line.Product, out var product) && product.Module == "Products")
                product["qtyinstock"] = Values.Fixed(Values.Leading(product["qtyinstock"]) + (factor * Values.Leading(line.Quantity)), 3);
        }
    }
}
