namespace ErpSync.Sandbox.Tests.PrestaShop;

public class SmokeTests(Xunit.Abstractions.ITestOutputHelper o)
{
    [Fact]
    public async Task Smoke()
    {
        await using var c = await ShopClient.StartAsync();
        var p = c.State.AddProduct(x => { x.Reference = "A"; x.Name["en"] = "Thing é"; x.Price = 12.345678m; });
        c.State.AddCombination(p.Id, x => x.Reference = "A-1");
        foreach (var u in new[] { "", "products", "products/1", "products/1?output_format=JSON", "products?display=full&output_format=JSON", "combinations?display=full", "stock_availables?display=full&output_format=JSON", "products?filter[bogus]=1", "languages?display=full&output_format=JSON", "categories/2" })
        {
            var a = await c.GetAsync(u);
            o.WriteLine($"{u} -> {a.Status} {a.ContentType}\n{a.Body[..Math.Min(1500, a.Body.Length)]}");
        }

        var w = await c.SendAsync("POST", "products", "<prestashop><product><price>5.5</price><name><language id=\"1\">X &amp; y</language><language id=\"2\">Z</language></name><associations><categories><category><id>2</id></category></categories></associations></product></prestashop>");
        o.WriteLine(w.Status + w.Body);
        w = await c.SendAsync("PATCH", "stock_availables?output_format=JSON", "<prestashop><stock_available><id>2</id><quantity>7</quantity></stock_available></prestashop>");
        o.WriteLine(w.Status + w.Body);
        o.WriteLine((await c.GetAsync("stock_availables?display=full&output_format=JSON")).Body);
    }
}
