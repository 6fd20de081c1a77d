namespace ErpSync.EndToEnd.Tests;

/// <summary>Servers whose clocks are wrong: against each other, against ours, and jumping.</summary>
public sealed class ClockSkewTests
{
    [Theory]
    [InlineData(5, -7, 5, -7)]
    [InlineData(-9, 4, -9, 4)]
    [InlineData(3, 3, -2, 3)]
    [InlineData(1, 6, 1, -6)]
    public async Task Edits_on_both_sides_arrive_once_whatever_the_clocks_show(int shopHours, int erpHours, int shopLater, int erpLater)
    {
        await using var world = await ShopAndErp.StartAsync(
            (shop, erp) =>
            {
                Skew(shop.Faults, shopHours);
                Skew(erp.Faults, erpHours);
                for (var i = 0; i < 4; i++)
                {
                    shop.State.AddProduct(p => (p.Reference, p.Name["en"], p.Price) = ($"P{i}", $"Mug {i}", 10m));
                    erp.State.AddProduct(p => (p.Ref, p.Label, p.Price, p.VatRate) = ($"P{i}", $"Mug {i}", 10m, 20m));
                }
            },
            pair => pair.Sync<Product>(p => p.MatchBy(x => x.Reference).OnFirstRun(ErpSync.Conflict.Keep("shop"))));
        (await world.Engine.RunAsync(ShopAndErp.Main)).Problems.Should().BeEmpty();
        (await world.Engine.RunAsync(ShopAndErp.Main)).Written.Should().Be(0);

        await EditsArriveAsync(world, "one");
        Skew(world.Shop.Faults, shopLater);
        Skew(world.Erp.Faults, erpLater);
        await EditsArriveAsync(world, "two");
        await EditsArriveAsync(world, "three");
    }

    private static async Task EditsArriveAsync(ShopAndErp world, string text)
    {
        world.ClearCounts();
        world.Shop.State.Products[1].Name["en"] = $"{text} from the shop";
        world.Shop.State.Products[1].DateUpd = world.Shop.State.Now;
        world.Erp.State.EditProduct(2, p => p.Label = $"{text} from the erp");
        world.Clock.Advance(TimeSpan.FromMinutes(1));

        (await world.Engine.RunAsync(ShopAndErp.Main)).Problems.Should().BeEmpty();
        (await world.Engine.RunAsync(ShopAndErp.Main)).Written.Should().Be(0);

        world.Erp.State.Products[1].Label.Should().Be($"{text} from the shop");
        world.Shop.State.Products[2].Name["en"].Should().Be($"{text} from the erp");
        (world.Shop.State.Products.Count, world.Erp.State.Products.Count).Should().Be((4, 4));
        (world.Shop.Requests.Writes, world.Erp.Requests.Writes).Should().Be((1, 1), "each edit is written once");
    }

    private static void Skew(ErpSync.Sandbox.FaultPlan faults, int hours) => faults.ClockSkew = TimeSpan.FromHours(hours);
}
