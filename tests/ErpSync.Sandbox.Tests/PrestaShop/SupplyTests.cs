using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class SupplyTests
{
    [Fact]
    public async Task Shops_of_a_group_that_shares_stock_have_one_row_that_belongs_to_the_group()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddShopGroup("Together", sharesStock: true);
        client.State.AddShop("Second").GroupId = 2;
        client.State.AddShop("Third").GroupId = 2;
        client.State.AddProduct();
        client.State.PutInShop(1, 2);
        client.State.PutInShop(1, 3);

        client.State.SetStock(1, 9, shopId: 3);

        client.State.StockAvailables.Select(row => (row.ShopId, row.ShopGroupId, row.Quantity)).Should().Equal((1, 0, 0), (0, 2, 9));
        client.State.Stock(1, shopId: 2).Quantity.Should().Be(9);
    }

    [Fact]
    public async Task The_combination_of_a_part_is_read_from_another_name_than_it_is_given_by()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddProduct();

        await client.SendAsync("PATCH", "products", Of("product", "<id>2</id><associations><product_bundle><product><id>1</id><id_product_attribute>7</id_product_attribute><quantity>3</quantity></product></product_bundle></associations>"));
        client.State.Products[2].Bundle.Should().Equal((1, 0, 3));
        await client.SendAsync("PATCH", "products", Of("product", "<id>2</id><associations><product_bundle><product><id>1</id><product_attribute_id>7</product_attribute_id><quantity>3</quantity></product></product_bundle></associations>"));

        client.State.Products[2].Bundle.Should().Equal((1, 7, 3));
        (await client.JsonAsync("products/2?display=[product_bundle[id_product_attribute]]")).ToString().Should().Contain("\"id_product_attribute\":7");
    }

    [Fact]
    public async Task Tags_of_a_product_are_replaced_as_a_whole()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct(product => product.TagIds = [client.State.AddTag("old").Id]);

        (await client.SendAsync("POST", "tags", Of("tag", "<id_lang>1</id_lang><name>new</name>"))).Status.Should().Be(201);
        await client.SendAsync("PATCH", "products", Of("product", "<id>1</id><associations><tags><tag><id>2</id></tag></tags></associations>"));

        client.State.Products[1].TagIds.Should().Equal(2);
        (await client.SendAsync("POST", "tags", Of("tag", "<name>new</name>"))).Codes.Should().Equal(41);
    }

    [Fact]
    public async Task What_a_supplier_asks_goes_with_its_product()
    {
        await using var client = await ShopClient.StartAsync();
        client.State.AddProduct();
        client.State.AddSupplier("Wholesale");
        await client.SendAsync("POST", "product_suppliers", Of("product_supplier", "<id_product>1</id_product><id_product_attribute>0</id_product_attribute><id_supplier>1</id_supplier><product_supplier_price_te>6.75</product_supplier_price_te>"));
        client.State.ProductSuppliers[1].Price.Should().Be(6.75m);

        await client.SendAsync("DELETE", "products/1");

        client.State.ProductSuppliers.Count.Should().Be(0);
    }
}
