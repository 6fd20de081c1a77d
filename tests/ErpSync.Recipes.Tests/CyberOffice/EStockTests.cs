namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section E: stock.</summary>
public sealed class EStockTests
{
    [Theory]
    [InlineData(true, 7)]
    [InlineData(false, 0)]
    public async Task CyberOffice_E1_stock_is_kept_in_step_by_option(bool on, int expected)
    {
        await using var shop = await CyberShop.StartAsync(o => o.Stock = on);
        shop.Shop.SetStock(shop.Mug.Id, 7);
        await shop.SettleAsync();
        Stock(shop).Should().Be(expected);
    }

    [Theory]
    [InlineData("STOCK_CALCULATE_ON_VALIDATE_ORDER")]
    [InlineData("STOCK_CALCULATE_ON_BILL")]
    [InlineData("STOCK_CALCULATE_ON_SHIPMENT")]
    public async Task CyberOffice_E2_nothing_is_taken_off_twice_whenever_the_erp_takes_it_off(string moment)
    {
        await using var shop = await CyberShop.StartAsync(null, world => world.Erp.Constants[moment] = "1");
        await shop.SettleAsync();
        Stock(shop).Should().Be(10);
        shop.Order();
        await shop.World.SettleAsync();
        shop.Shop.Stock(shop.Mug.Id).Quantity.Should().Be(8);
        if (moment == "STOCK_CALCULATE_ON_SHIPMENT")
        {
            Stock(shop).Should().Be(10, "the goods are still there, and reserved");
            var line = shop.Erp.Orders.Single().Lines.First(one => one.ProductId == Mug(shop).Id).Id;
            await shop.ErpAsync("POST", "shipments", $$"""{"socid":1,"origin_type":"commande","origin_id":{{shop.Erp.Orders.Single().Id}},"lines":[{"entrepot_id":1,"origin_line_id":{{line}},"qty":2}]}""");
            await shop.ErpAsync("POST", $"shipments/{shop.Erp.Shipments.Single().Id}/validate", """{"notrigger":0}""");
            await shop.World.SettleAsync();
        }

        Stock(shop).Should().Be(8);
        shop.Shop.Stock(shop.Mug.Id).Quantity.Should().Be(8);
    }

    [Fact]
    public async Task CyberOffice_E3_carrier_decides_the_warehouse_also_after_it_was_edited()
    {
        await using var shop = await CyberShop.StartAsync(o => o.Warehouses["2"] = "2", TwoWarehouses);
        shop.Order();
        await shop.World.SettleAsync();
        // Each edit in the back office makes a new row; the reference stays.
        shop.Sales.Carriers[2].With(("deleted", true));
        var edited = shop.Sales.AddCarrier("My carrier, renamed", 7m).With(("id_reference", 2));
        shop.Order(change: draft => draft with { CarrierId = edited.Id });
        shop.Order(change: draft => draft with { CarrierId = 1 });
        await shop.World.SettleAsync();
        shop.Erp.Orders.Select(order => order["warehouse_id"] ?? order["fk_warehouse"]).Should().SatisfyRespectively(
            first => first.Should().Be("2"),
            second => second.Should().Be("2", "the reference is the key, not the id"),
            third => third.Should().NotBe("2", "a carrier without a row uses the default"));
    }

    [Fact]
    public async Task CyberOffice_E4_each_warehouse_is_taken_from_separately()
    {
        await using var shop = await CyberShop.StartAsync(o => (o.Warehouses["2"], o.Stock) = ("2", false), world =>
        {
            TwoWarehouses(world);
            world.Erp.Constants["STOCK_CALCULATE_ON_VALIDATE_ORDER"] = "1";
        });
        await shop.SettleAsync();
        shop.Erp.SetStock(Mug(shop).Id, 1, 5);
        shop.Erp.SetStock(Mug(shop).Id, 2, 5);
        shop.Order();
        shop.Order(change: draft => draft with { CarrierId = 1, Lines = [new(shop.Mug.Id, 1)] });
        await shop.World.SettleAsync();
        (shop.Erp.GetStock(Mug(shop).Id, 1), shop.Erp.GetStock(Mug(shop).Id, 2)).Should().Be((4m, 3m));
    }

    private static void TwoWarehouses(CyberShop world) => world.Erp.AddWarehouse(warehouse => warehouse.Label = "SECOND");

    private static Sandbox.DolibarrProduct Mug(CyberShop shop) => shop.Erp.Products.Single(product => product.Ref == "MUG");

    private static decimal Stock(CyberShop shop) => Mug(shop).Stock ?? 0;
}
