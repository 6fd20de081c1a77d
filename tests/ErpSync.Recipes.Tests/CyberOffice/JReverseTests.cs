namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section J: the reverse direction.</summary>
public sealed class JReverseTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CyberOffice_J1_products_made_and_changed_in_the_erp_appear_in_the_shop_by_switch(bool on)
    {
        await using var shop = await CyberShop.StartAsync(o => o.Reverse.Products = on);
        await shop.SettleAsync();
        shop.Erp.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate) = ("PEN", "Pen", 3m, 20m));
        await shop.World.SettleAsync();
        shop.Shop.Products.Any(product => product.Reference == "PEN").Should().Be(on);
        if (!on)
            return;
        shop.World.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Shop.Products.Single(product => product.Reference == "PEN").Price.Should().Be(3m);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CyberOffice_J1_categories_made_and_changed_in_the_erp_appear_in_the_shop_by_switch(bool on)
    {
        await using var shop = await CyberShop.StartAsync(o => o.Reverse.Categories = on);
        await shop.SettleAsync();
        var category = shop.Erp.AddCategory(row => row.Label = "Offers");
        await shop.World.SettleAsync();
        shop.Shop.Categories.Any(row => row.Name["en"] == "Offers").Should().Be(on);
        category.Should().NotBeNull();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CyberOffice_J1_variants_made_in_the_erp_appear_in_the_shop_by_switch(bool on)
    {
        await using var shop = await CyberShop.StartAsync(o => (o.Variants, o.Reverse.Variants, o.Reverse.Products) = (true, on, on));
        await shop.SettleAsync();
        var mug = shop.Erp.Products.Single(product => product.Ref == "MUG");
        var colour = shop.Erp.AddAttribute("COLOUR", "Colour", "Red");
        var value = shop.Erp.AttributeValues.First();
        shop.Erp.AddVariant(mug.Id, new Dictionary<int, int> { [colour.Id] = value.Id }, null, "MUG-RED");
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        await shop.World.SettleAsync();
        shop.Shop.Combinations.Any(combination => combination.Reference == "MUG-RED").Should().Be(on);
    }

    [Fact]
    public async Task CyberOffice_J2_price_is_the_erps_and_description_the_shops()
    {
        await using var shop = await CyberShop.StartAsync(o => (o.Reverse.Products, o.Reverse.Prices) = (true, true));
        await shop.SettleAsync();
        var mug = shop.Erp.Products.Single(product => product.Ref == "MUG");
        shop.Erp.EditProduct(mug.Id, product => (product.Price, product.PriceTtc) = (13m, 15.6m));
        shop.World.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Mug.Description["en"] = "New words";
        shop.Mug.DateUpd = shop.Shop.Now;
        await shop.World.SettleAsync();
        shop.Mug.Price.Should().Be(13m);
        shop.Erp.Products[mug.Id].Description.Should().Contain("New words");

        shop.World.Clock.Advance(TimeSpan.FromMinutes(10));
        shop.Mug.Price = 99m;
        shop.Mug.DateUpd = shop.Shop.Now;
        shop.Erp.EditProduct(mug.Id, product => product.Description = "Not the owner's");
        await shop.World.SettleAsync();
        shop.Erp.Products[mug.Id].Price.Should().Be(13m, "an edit at the side that does not own the field is shown and not carried over");
        shop.Mug.Description["en"].Should().Be("New words");
    }

    [Fact]
    public async Task CyberOffice_J2_stock_goes_to_the_shop()
    {
        await using var shop = await CyberShop.StartAsync(o => o.Reverse.Stock = true);
        await shop.SettleAsync();
        shop.Erp.SetStock(shop.Erp.Products.Single(product => product.Ref == "MUG").Id, 1, 4);
        await shop.World.SettleAsync();
        shop.Shop.Stock(shop.Mug.Id).Quantity.Should().Be(4);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CyberOffice_J3_pictures_go_to_the_shop_by_switch_and_unchanged_ones_not_again(bool on)
    {
        await using var shop = await CyberShop.StartAsync(o => o.Reverse.Images = on);
        await shop.SettleAsync();
        var mug = shop.Erp.Products.Single(product => product.Ref == "MUG");
        shop.Erp.AddDocument(mug.Id, "mug.png", Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        await shop.World.SettleAsync();
        (shop.Shop.Images.Count > 0).Should().Be(on);
        shop.World.ClearLogs();
        await shop.RunAsync();
        shop.World.Shop.Requests.Writes.Should().Be(0);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task CyberOffice_J4_status_shipment_and_tracking_number_go_back_with_or_without_the_mail(bool mails, int expected)
    {
        await using var shop = await CyberShop.StartAsync(o => (o.Reverse.Status, o.Reverse.Mails, o.Stock) = (true, mails, false));
        var placed = shop.Order();
        await shop.SettleAsync();
        var order = shop.Erp.Orders.Single();
        var line = order.Lines.First(one => one.ProductId == shop.Erp.Products.Single(product => product.Ref == "MUG").Id).Id;
        await shop.ErpAsync("POST", "shipments", $$"""{"socid":1,"origin_type":"commande","origin_id":{{order.Id}},"shipping_method_id":5,"tracking_number":"1Z999","lines":[{"entrepot_id":1,"origin_line_id":{{line}},"qty":2}]}""");
        await shop.ErpAsync("POST", $"shipments/{shop.Erp.Shipments.Single().Id}/validate", """{"notrigger":0}""");
        await shop.ErpAsync("POST", $"orders/{order.Id}/close", """{"notrigger":0}""");
        await shop.World.SettleAsync();
        shop.Sales.OrderCarriers.Single()["tracking_number"].Should().Be("1Z999");
        placed["current_state"].Should().Be("5");
        shop.Sales.Mails.Count(mail => mail.OrderId == placed.Id).Should().Be(placed["current_state"] == "5" ? 0 : expected, "the shop's state 'Delivered' has no mail");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task CyberOffice_J4_mail_of_a_status_that_has_one_is_sent_by_option(bool mails, int expected)
    {
        await using var shop = await CyberShop.StartAsync(o =>
        {
            (o.Reverse.Status, o.Reverse.Mails, o.Stock) = (true, mails, false);
            o.StatusesBack[OrderStage.Completed] = "4";
        });
        var placed = shop.Order();
        await shop.SettleAsync();
        await shop.ErpAsync("POST", $"orders/{shop.Erp.Orders.Single().Id}/close", """{"notrigger":0}""");
        await shop.World.SettleAsync();
        placed["current_state"].Should().Be("4", "the status that the map names");
        shop.Sales.Mails.Count.Should().Be(expected);
    }

    [Fact]
    public async Task CyberOffice_J5_nothing_echoes_in_ten_cycles()
    {
        await using var shop = await CyberShop.StartAsync(o =>
        {
            (o.Reverse.Products, o.Reverse.Categories, o.Reverse.Prices) = (true, true, true);
            (o.Reverse.Stock, o.Reverse.Images, o.Reverse.Status) = (true, true, true);
        }, world =>
        {
            world.Mug.CategoryIds = [2, world.Shop.AddCategory("Mugs").Id];
            world.Erp.AddProduct(product => (product.Ref, product.Label, product.Price, product.VatRate) = ("PEN", "Pen", 3m, 20m));
        });
        shop.Order();
        await shop.World.SettleAsync();
        shop.World.ClearLogs();
        for (var cycle = 0; cycle < 10; cycle++)
            (await shop.RunAsync()).Written.Should().Be(0, "cycle {0}", cycle);
        (shop.World.Shop.Requests.Writes, shop.World.Erp.Requests.Writes).Should().Be((0, 0));
    }
}
