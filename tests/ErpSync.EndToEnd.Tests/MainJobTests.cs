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

    [Fact]
    public async Task Cover_of_a_product_reaches_the_erp_and_is_not_sent_again()
    {
        await using var world = await ShopAndErp.StartAsync((shop, erp) =>
        {
            var product = shop.State.AddProduct(p =>
            {
                p.Reference = "P1";
                p.Name["en"] = "Mug";
                p.Price = 10m;
            });
            shop.State.AddImage(product.Id, Picture);
            erp.State.AddProduct(p =>
            {
                p.Ref = "P1";
                p.Label = "Mug";
                p.Price = 10m;
                p.VatRate = 20m;
            });
        });

        var first = await world.Engine.RunAsync(ShopAndErp.Main);

        first.Problems.Should().BeEmpty();
        (await world.InspectAsync(EntityKind.ProductImage)).Should().ContainSingle().Which.Colour.Should().Be(LinkColour.Green);
        world.ClearCounts();
        (await world.Engine.RunAsync(ShopAndErp.Main)).Written.Should().Be(0);
    }

    /// <summary>A picture of one pixel.</summary>
    private static byte[] Picture => Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
}
