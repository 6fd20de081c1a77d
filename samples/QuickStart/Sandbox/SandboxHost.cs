using System.Globalization;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace QuickStart.Sandbox;

/// <summary>
/// The other program: the embedded shop and ERP. They run in a process of their own, so that the memory that the demo prints is ErpSync's and not the servers'.
/// Ends when its input is closed.
/// </summary>
internal static class SandboxHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var products = int.Parse(args[1], CultureInfo.InvariantCulture);
        await using var shop = new PrestaShopSandbox(new PrestaShopSandboxOptions());
        await using var erp = new DolibarrSandbox(new DolibarrSandboxOptions());
        DemoCatalogue.Seed(shop, erp, products);
        await shop.StartAsync();
        await erp.StartAsync();
        Console.WriteLine(string.Join('\t', shop.BaseAddress, shop.ApiKey, erp.BaseAddress, erp.ApiKey));
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
