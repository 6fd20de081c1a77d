using System.Globalization;
using ErpSync.Sandbox;
using ErpSync.Sandbox.PrestaShop;

namespace QuickStart.Sandbox;

/// <summary>
/// The other program: the embedded shop and ERP. They run in a process of their own, so that the memory that the demo prints is ErpSync's and not the servers'.
/// A line of input is a command: <c>wait 3600</c> sets the clock of both forward, <c>buy</c> and <c>ship</c> are what people do. Ends when its input is closed.
/// </summary>
internal static class SandboxHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        var products = int.Parse(args[1], CultureInfo.InvariantCulture);
        var clock = new DemoClock();
        await using var shop = new PrestaShopSandbox(new PrestaShopSandboxOptions { Clock = clock });
        await using var erp = new DolibarrSandbox(new DolibarrSandboxOptions { Clock = clock });
        DemoCatalogue.Seed(shop, erp, products);
        await shop.StartAsync();
        await erp.StartAsync();
        Console.WriteLine(string.Join('\t', shop.BaseAddress, shop.ApiKey, erp.BaseAddress, erp.ApiKey));
        var people = new DemoPeople(shop, erp, clock);
        while ((await Console.In.ReadLineAsync())?.Split(' ') is { } words)
        {
            Console.WriteLine(words[0] switch
            {
                "buy" => people.Buy(),
                "ship" => people.Ship(),
                _ => Wait(clock, words[1]),
            });
        }

        return 0;
    }

    private static string Wait(DemoClock clock, string seconds)
    {
        clock.Advance(TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)));
        return "done";
    }
}
