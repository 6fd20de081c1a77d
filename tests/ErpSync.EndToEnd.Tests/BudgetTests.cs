using Xunit.Abstractions;

namespace ErpSync.EndToEnd.Tests;

public sealed class BudgetTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Run_in_which_nothing_changed_at_10000_products_stays_within_15_requests()
    {
        await using var world = await ShopAndErp.StartAsync((shop, erp) =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                var shopProduct = shop.State.AddProduct(p =>
                {
                    p.Reference = $"P{i}";
                    p.Name["en"] = $"Product {i}";
                    p.Price = 10m;
                });
                shop.State.SetStock(shopProduct.Id, 5);
                var erpProduct = erp.State.AddProduct(p =>
                {
                    p.Ref = $"P{i}";
                    p.Label = $"Product {i}";
                    p.Price = 10m;
                    p.VatRate = 20m;
                });
                erp.State.SetStock(erpProduct.Id, 1, 5m);
            }
        });
        (await world.Engine.RunAsync(ShopAndErp.Main)).Problems.Should().BeEmpty();
        world.ClearCounts();

        var report = await world.Engine.RunAsync(ShopAndErp.Main);

        foreach (var request in world.Shop.Requests.Snapshot().Concat(world.Erp.Requests.Snapshot()))
            output.WriteLine($"{request.Method} {request.Path}{request.Query[..Math.Min(120, request.Query.Length)]}");
        report.Written.Should().Be(0);
        report.Requests.Values.Sum(counts => counts.Data).Should().BeLessThanOrEqualTo(15);
    }
}
