using System.Diagnostics;
using System.Globalization;
using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class LoadTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public async Task Twenty_thousand_products_are_listed_filtered_and_patched_in_bulk()
    {
        await using var client = await ShopClient.StartAsync();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        for (var i = 1; i <= 20_000; i++)
        {
            var number = i;
            client.State.AddProduct(product =>
            {
                product.Reference = "REF-" + number.ToString(CultureInfo.InvariantCulture);
                product.Name.SetAll("Product " + product.Reference);
                product.Price = number / 100m;
            });
        }

        Report("seed 20,000", watch);
        output.WriteLine($"{(GC.GetTotalMemory(forceFullCollection: true) - before) / 20_000} bytes per product");

        var page = await client.JsonAsync("products?display=full&sort=[id_ASC]&limit=10000");
        Report("10,000 full", watch);
        var some = await client.JsonAsync($"products?filter[id]=[{string.Join('|', Enumerable.Range(1, 1_000))}]&display=[id,price]");
        Report("1,000 by id", watch);
        for (var i = 0; i < 200; i++)
            (await client.JsonAsync($"products?filter[reference]=REF-{(i * 97) + 1}&display=[id]")).GetProperty("products").GetArrayLength().Should().Be(1);
        Report("200 by reference", watch);
        var patch = await client.SendAsync("PATCH", "stock_availables", Of("stock_available", [.. Enumerable.Range(1, 300).Select(id => $"<id>{id}</id><quantity>{id}</quantity>")]));
        Report("300 stock rows patched", watch);

        page.GetProperty("products").GetArrayLength().Should().Be(10_000);
        some.GetProperty("products").GetArrayLength().Should().Be(1_000);
        patch.Xml.Elements("stock_available").Should().HaveCount(300);
        client.State.Stock(300).Quantity.Should().Be(300);
    }

    private void Report(string what, Stopwatch watch)
    {
        output.WriteLine($"{what}: {watch.ElapsedMilliseconds} ms");
        watch.Restart();
    }
}
