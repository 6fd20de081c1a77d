namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class StockTests : DolibarrTest
{
    public StockTests()
    {
        State.AddProduct(p => p.Ref = "A");
        State.AddProduct(p => { p.Ref = "S"; p.Type = 1; });
    }

    [Fact]
    public async Task A_movement_adds_its_delta_and_answers_its_id()
    {
        (await Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":10,"type":3,"label":"Initial","movementcode":"INV1","price":"5.5"}""")).Body.Should().Be("1");
        (await Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":-2.5}""")).Body.Should().Be("2");

        State.GetStock(1, 1).Should().Be(7.5m);
        State.Products[1].AveragePrice.Should().Be(5.5m);
        var listed = (await Get("stockmovements?sqlfilters=(t.inventorycode:=:'INV1')")).Json;
        listed.GetArrayLength().Should().Be(1);
        listed[0].GetProperty("qty").GetString().Should().Be("10");
        listed[0].GetProperty("label").GetString().Should().Be("Initial");
        (await Get("stockmovements/2"))["type"].GetString().Should().Be("2");
    }

    [Theory]
    [InlineData("""{"product_id":1,"warehouse_id":1,"qty":0}""", "Service Unavailable: Making a stock movement with a quantity of 0 is not possible")]
    [InlineData("""{"product_id":2,"warehouse_id":1,"qty":1}""", "Service Unavailable: Error when create stock movement : ")]
    [InlineData("""{"product_id":99,"warehouse_id":1,"qty":1}""", "Service Unavailable: Error when create stock movement : ")]
    [InlineData("""{"product_id":1,"warehouse_id":1,"qty":-1}""", "Service Unavailable: Error when create stock movement : You don't have enough stock from your source warehouse and your setup does not allow negative stocks. : A")]
    public async Task Nothing_services_unknown_products_and_negative_levels_are_503(string body, string message)
    {
        var reply = await Post("stockmovements", body);

        reply.Status.Should().Be(503);
        reply.Message.Should().Be(message);
        State.StockMovements.Should().BeEmpty();
    }

    [Fact]
    public async Task A_missing_warehouse_is_400_at_validation()
    {
        var reply = await Post("stockmovements", """{"product_id":1,"qty":1}""");

        reply.Status.Should().Be(400);
        reply.Message.Should().Be("Bad Request: `warehouse_id` is required.");
    }

    [Fact]
    public async Task Old_names_of_fields_are_dropped_silently()
    {
        await Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":1,"movementlabel":"x"}""");

        State.StockMovements[1].Label.Should().BeEmpty();
    }

    [Fact]
    public async Task The_log_is_append_only_and_read_by_id()
    {
        State.SetStock(1, 1, 5m);
        State.SetStock(1, 1, 8m);

        (await Get("stockmovements?sqlfilters=(t.rowid:>:1)&properties=id,qty")).Body.ReplaceLineEndings("").Replace(" ", "").Should().Be("""[{"id":"2","qty":"3"}]""");
    }

    [Fact]
    public async Task A_warehouse_is_unique_by_label_and_deleted_with_its_stock()
    {
        State.SetStock(1, 1, 5m);

        (await Post("warehouses", """{"label":"MAIN"}""")).Reason.Should().Be("Duplicate entry 'MAIN-1' for key 'uk_entrepot_label'");
        (await Put("warehouses/1", """{"description":"Paris centre"}"""))["description"].GetString().Should().Be("Paris centre");
        (await Delete("warehouses/1")).Status.Should().Be(200);
        (await Get("warehouses/1")).Status.Should().Be(404);
        (await Get("products/1/stock"))["stock_warehouses"].GetArrayLength().Should().Be(0);
    }

    [Fact]
    public async Task The_products_of_a_warehouse_are_listed_in_full()
    {
        State.SetStock(1, 1, 5m);

        (await Get("warehouses/1/products?includestockdata=1")).Json[0].GetProperty("stock_reel").GetDecimal().Should().Be(5m);
    }

    [Fact]
    public async Task Movements_sent_at_once_all_count_when_the_window_is_closed()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Post("stockmovements", """{"product_id":1,"warehouse_id":1,"qty":1}""")));

        State.GetStock(1, 1).Should().Be(10m);
    }
}
