using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace ErpSync.Host;

/// <summary>The embedded shop and ERP, for a first look when nothing is configured.</summary>
internal sealed class Demo : IAsyncDisposable
{
    private readonly PrestaShopSandbox _shop = new();
    private readonly DolibarrSandbox _erp = new();

    public static async Task<Demo?> StartIfUnconfiguredAsync(IConfiguration settings)
    {
        if (settings["Shop:Address"] is not null)
            return null;
        var demo = new Demo();
        demo.Seed();
        await Task.WhenAll(demo._shop.StartAsync(), demo._erp.StartAsync());
        var store = Path.Combine(Path.GetTempPath(), $"erpsync-demo-{Environment.ProcessId}.db");
        foreach (var (name, value) in new[]
        {
            ("Shop:Address", demo._shop.BaseAddress.ToString()), ("Shop:ApiKey", demo._shop.ApiKey), ("Shop:BackOffice", $"{demo._shop.BaseAddress}admin/"), ("Erp:Address", demo._erp.BaseAddress.ToString()), ("Erp:ApiKey", demo._erp.ApiKey),
            ("Store", store), ("Carriers:2", "2"), ("Payments:Bank transfer", "2"), ("FullShipmentStatus", "4"), ("PartialShipmentStatus", "3"), ("StockImportWarehouse", "MAIN"),
        })
            settings[name] = value;
        Console.Error.WriteLine($"Nothing is configured: working on an embedded shop ({demo._shop.BaseAddress}) and ERP ({demo._erp.BaseAddress}).");
        return demo;
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(_shop.DisposeAsync().AsTask(), _erp.DisposeAsync().AsTask());

    private void Seed()
    {
        foreach (var (reference, name, stock) in new[] { ("MUG", "Mug", 12), ("BOWL", "Café au lait bowl", 7), ("HAT", "Party hat", 30) })
        {
            var product = _shop.State.AddProduct(p =>
            {
                (p.Reference, p.Price) = (reference, 10m);
                p.Name["en"] = name;
            });
            _shop.State.SetStock(product.Id, stock);
        }
        _erp.State.AddProduct(p => (p.Ref, p.Label, p.Price, p.VatRate) = ("MUG", "Old mug", 9m, 20m));
        var sales = _shop.State.Sales;
        var customer = sales.AddCustomer("jane@example.com", "Jane", "Miller");
        sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = sales.AddAddress(customer.Id).Id, StateId = 2, Lines = [new(1, 2)] });
    }
}
