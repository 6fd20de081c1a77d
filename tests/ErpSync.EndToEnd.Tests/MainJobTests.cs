namespace ErpSync.EndToEnd.Tests;

public sealed class MainJobTests
{
    [Fact]
    public async Task Overlapping_catalogues_become_one_and_stay_so()
    {
        await using var world = await ShopAndErp.StartAsync((shop, erp) =>
        {
            for (var i = 0; i < 30; i++)
            {
                if (i % 3 != 2)
                {
                    var product = shop.State.AddProduct(p =>
                    {
                        p.Reference = $"P{i}";
                        p.Name["en"] = $"Café & mug {i} 🎉";
                        p.Description["en"] = "<p>Some <b>text</b> &amp; more</p>";
                        p.Price = 10.123456m + i;
                    });
                    shop.State.SetStock(product.Id, i);
                }

                if (i % 3 != 1)
                {
                    var product = erp.State.AddProduct(p =>
                    {
                        p.Ref = $"P{i}";
                        p.Label = $"Café & mug {i} 🎉";
                        p.Price = 11.5m + i;
                        p.VatRate = 20m;
                    });
                    erp.State.SetStock(product.Id, 1, i + 2);
                }
            }
        });

        var first = await world.Engine.RunAsync(ShopAndErp.Main);
        first.Problems.Should().BeEmpty();
        first.Kinds.Should().OnlyContain(kind => kind.Problem == null);
        foreach (var kind in new[] { EntityKind.Category, EntityKind.Product, EntityKind.StockLevel })
        {
            (await world.InspectAsync(kind)).Where(view => view.Colour != LinkColour.Green)
                .Select(view => $"{view.Kind} {view.Label}: {view.Colour} {view.Reason} {string.Join("; ", view.Differences)}")
                .Should().BeEmpty();
        }

        world.Shop.State.Products.Count.Should().Be(30);
        world.ClearCounts();
        var second = await world.Engine.RunAsync(ShopAndErp.Main);

        second.Written.Should().Be(0);
        world.Shop.Requests.Writes.Should().Be(0);
        world.Erp.Requests.Writes.Should().Be(0);
    }
}
