using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class MultiShopTests
{
    [Fact]
    public async Task A_shop_has_its_own_price_and_all_shops_can_be_written_at_once()
    {
        await using var client = await TwoShopsAsync();

        await client.SendAsync("PATCH", "products/1?id_shop=2", Of("product", "<id>1</id><price>43.9</price>"));
        (await PricesAsync(client)).Should().Equal("23.900000", "43.900000", "23.900000");
        await client.SendAsync("PATCH", "products/1?id_shop=all", Of("product", "<id>1</id><price>66</price>"));
        (await PricesAsync(client)).Should().Equal("66.000000", "66.000000", "66.000000");
        await client.SendAsync("PATCH", "products/1", Of("product", "<id>1</id><price>7</price>"));
        (await PricesAsync(client)).Should().Equal("7.000000", "66.000000", "7.000000");
    }

    [Fact]
    public async Task A_product_outside_of_the_shop_is_404_with_code_131_and_missing_in_its_list()
    {
        await using var client = await TwoShopsAsync();

        (await client.GetAsync("products/2?id_shop=2")).Codes.Should().Equal(131);
        (await client.GetAsync("products?id_shop=2&output_format=JSON")).Body.Should().Be("""{"products":[{"id":1}]}""");
        (await client.GetAsync("products?id_group_shop=99")).Codes.Should().Equal(999);
    }

    [Fact]
    public async Task Stock_rows_are_listed_of_every_shop_whatever_shop_is_asked_for()
    {
        await using var client = await TwoShopsAsync();

        var rows = (await client.JsonAsync("stock_availables?filter[id_product]=1&id_shop=2&display=[id_shop]")).GetProperty("stock_availables");

        rows.EnumerateArray().Select(row => row.GetProperty("id_shop").GetInt32()).Should().Equal(1, 2);
    }

    [Fact]
    public async Task A_product_created_in_a_shop_is_in_that_shop_only()
    {
        await using var client = await TwoShopsAsync();

        var answer = await client.SendAsync("POST", "products?id_shop=2", Product(""));

        var id = (int)answer.Xml.Element("product")!.Element("id")!;
        client.State.Products[id].ShopIds.Should().Equal(2);
        (await client.GetAsync($"products/{id}")).Status.Should().Be(404);
        (await client.GetAsync($"products/{id}?id_shop=2")).Status.Should().Be(200);
    }

    private static async Task<ShopClient> TwoShopsAsync()
    {
        var client = await ShopClient.StartAsync();
        client.State.AddShop("Second");
        client.State.AddProduct(product => product.Price = 23.9m);
        client.State.AddProduct();
        client.State.PutInShop(1, 2);
        return client;
    }

    private static async Task<string?[]> PricesAsync(ShopClient client)
    {
        var prices = new List<string?>();
        foreach (var shop in new[] { "id_shop=1", "id_shop=2", "id_shop=all" })
            prices.Add((await client.JsonAsync($"products/1?display=[price]&{shop}")).GetProperty("products")[0].GetProperty("price").GetString());
        return [.. prices];
    }
}
