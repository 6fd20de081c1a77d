using System.Globalization;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace QuickStart.Sandbox;

/// <summary>What people do in the embedded shop and ERP: one buys and pays, another packs and sends.</summary>
internal sealed class DemoPeople(PrestaShopSandbox shop, DolibarrSandbox erp, TimeProvider clock)
{
    private const string Tracking = "1Z999AA10123456784";

    /// <summary>A new customer buys two of the first product that has stock, pays, and gets an invoice from the shop.</summary>
    /// <returns>The order's id.</returns>
    public string Buy()
    {
        var product = shop.State.Products.First(product => product.Reference.Length > 0 && shop.State.Stock(product.Id).Quantity >= 2);
        var customer = shop.State.Sales.AddCustomer("jane.miller@example.com", "Jane", "Miller");
        var address = shop.State.Sales.AddAddress(customer.Id);
        var order = shop.State.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = address.Id, StateId = 2, Lines = [new(product.Id, 2)] });
        return order.Id.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The ERP's latest order is sent in one parcel and closed.</summary>
    /// <returns>The tracking number.</returns>
    public string Ship()
    {
        var order = erp.State.Orders.Last();
        var line = order.Lines.First(line => line.ProductId is { } id && erp.State.Products[id].Type == 0);
        erp.State.AddShipment(
            string.Create(CultureInfo.InvariantCulture, $$"""{"socid":{{order.ThirdPartyId}},"origin_type":"commande","origin_id":{{order.Id}},"tracking_number":"{{Tracking}}","lines":[{"entrepot_id":1,"origin_line_id":{{line.Id}},"qty":{{line.Quantity}}}]}"""),
            shipment => (shipment.Status, shipment.Validated) = (1, clock.GetUtcNow()));
        (order.Status, order.Modified) = (3, clock.GetUtcNow());
        return Tracking;
    }
}
