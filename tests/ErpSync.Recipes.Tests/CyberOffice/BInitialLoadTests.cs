namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section B: initialisation and batches.</summary>
public sealed class BInitialLoadTests
{
    [Fact]
    public async Task CyberOffice_B1_products_alone_are_loaded_and_their_categories_follow_when_those_are()
    {
        await using var shop = await CyberShop.StartAsync(null, world => InCategory(world));
        await shop.RunAsync(EntityKind.Product);
        await shop.SettleAsync();
        var mugs = shop.Erp.Categories.Single(category => category.Label == "Mugs");
        shop.Erp.Categories.Should().Contain(mugs);
        (await shop.World.InspectAsync(EntityKind.Product)).Should().OnlyContain(view => view.Colour == LinkColour.Green, "a product that was loaded first gets its category afterwards");
    }

    [Fact]
    public async Task CyberOffice_B1_whole_load_goes_categories_products_combinations()
    {
        await using var shop = await CyberShop.StartAsync(null, world => InCategory(world));
        var report = await shop.RunAsync();
        var order = report.Kinds.Select(kind => kind.Kind).ToList();
        order.IndexOf(EntityKind.Category).Should().BeLessThan(order.IndexOf(EntityKind.Product));
        order.IndexOf(EntityKind.Product).Should().BeLessThan(order.IndexOf(EntityKind.ProductVariant));
    }

    [Fact]
    public async Task CyberOffice_B2_long_load_goes_by_ranges_and_a_repeated_part_changes_nothing()
    {
        await using var shop = await CyberShop.StartAsync(o => o.ProductRange = (1, 5), world => Many(world, 8));
        var first = await shop.RunAsync(EntityKind.Product);
        first.Kinds.Single(kind => kind.Kind == EntityKind.Product).Created.Should().Be(5, "a part says how much it sent");
        shop.Erp.Products.Count.Should().Be(5);

        (await shop.RunAsync(EntityKind.Product)).Written.Should().Be(0);
        shop.Restart(o => o.ProductRange = (6, 100));
        (await shop.RunAsync(EntityKind.Product)).Kinds.Single(kind => kind.Kind == EntityKind.Product).Created.Should().Be(5);
        shop.Erp.Products.Count.Should().Be(10);
    }

    [Fact]
    public async Task CyberOffice_B3_first_load_takes_the_cover_and_saving_the_product_completes_the_pictures()
    {
        await using var shop = await CyberShop.StartAsync(o => o.CoverOnlyBefore = new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero), world =>
        {
            world.Shop.AddImage(world.Mug.Id, PngSample(0));
            world.Shop.AddImage(world.Mug.Id, PngSample(1));
        });
        await shop.SettleAsync();
        shop.Erp.Documents.Should().ContainSingle("the cover");

        shop.World.Clock.Advance(TimeSpan.FromHours(2));
        shop.Mug.DateUpd = shop.Shop.Now;
        await shop.World.SettleAsync();
        shop.Erp.Documents.Should().HaveCount(2, "a newer date alone completes them");
    }

    [Fact]
    public async Task CyberOffice_B4_customers_are_loaded_by_the_day_on_which_they_registered()
    {
        await using var shop = await CyberShop.StartAsync(o => (o.CustomersFrom, o.CustomersTo) = (new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31)), world =>
        {
            world.Customer["date_add"] = "2020-05-05 10:00:00";
            world.Sales.AddCustomer("in@example.com", "In", "Range")["date_add"] = "2025-05-05 10:00:00";
            world.Sales.AddCustomer("new@example.com", "New", "One")["date_add"] = "2026-05-05 10:00:00";
        });
        await shop.SettleAsync();
        shop.Erp.ThirdParties.Select(party => party["email"]).Should().Equal("in@example.com");
    }

    [Fact]
    public async Task CyberOffice_B5_history_of_orders_invoices_and_payments_begins_on_a_chosen_day()
    {
        await using var shop = await CyberShop.StartAsync(o => (o.WholeHistory, o.OrdersFrom) = (false, new DateOnly(2026, 11, 1)));
        var old = shop.Order();
        old["date_add"] = "2026-10-01 10:00:00";
        var recent = shop.Order();
        await shop.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle().Which["ref_client"].Should().Be(recent["reference"]);
        (shop.Erp.Invoices.Count, shop.Erp.Payments.Count).Should().Be((1, 1));
    }

    [Fact]
    public async Task CyberOffice_B5_beginning_is_asked_for()
    {
        var start = () => CyberShop.StartAsync(o => o.WholeHistory = false);
        (await start.Should().ThrowAsync<ErpSyncConfigurationException>()).WithMessage("*OrdersFrom*OrdersAfter*WholeHistory*");
    }

    [Fact]
    public async Task CyberOffice_B6_order_whose_customer_is_not_in_the_erp_is_reported_and_passes_after_a_run_over_the_day_of_registration()
    {
        static void Seed(CyberShop world) => world.Customer["date_add"] = "2020-05-05 10:00:00";
        await using var shop = await CyberShop.StartAsync(o => (o.CustomersFrom, o.BringCustomerAlong) = (new DateOnly(2026, 1, 1), false), Seed);
        shop.Order();
        (await shop.RunAsync()).Problems.Should().Contain(problem => problem.Code == "write.dependency-not-linked" && problem.Field == "Customer" && problem.EntityKind == EntityKind.Order);
        shop.Erp.Orders.Should().BeEmpty();

        shop.Restart(o => (o.CustomersFrom, o.BringCustomerAlong) = (new DateOnly(2020, 1, 1), false));
        shop.World.Clock.Advance(TimeSpan.FromHours(2));
        await shop.World.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task CyberOffice_B6_order_brings_its_customer_along_by_default()
    {
        await using var shop = await CyberShop.StartAsync(o => o.CustomersFrom = new DateOnly(2026, 1, 1), world =>
        {
            world.Customer["date_add"] = "2020-05-05 10:00:00";
            world.Sales.AddCustomer("other@example.com")["date_add"] = "2020-05-05 10:00:00";
        });
        shop.Order();
        await shop.World.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle();
        shop.Erp.ThirdParties.Select(party => party["email"]).Should().Equal(["jane@example.com"], "customers without an order stay out");
    }

    [Fact]
    public async Task CyberOffice_B7_restart_continues_behind_the_last_good_order()
    {
        await using var shop = await CyberShop.StartAsync(o => o.OrdersUntil = "3");
        for (var i = 0; i < 7; i++)
            shop.Order();
        await shop.SettleAsync();
        shop.Erp.Orders.Count.Should().Be(3, "the run was stopped after 3 of 7");
        var before = shop.Erp.Orders.Select(order => order.Modified).ToList();
        shop.World.ClearLogs();

        shop.Restart(null);
        var report = await shop.RunAsync();

        report.Kinds.Single(kind => kind.Kind == EntityKind.Order).Created.Should().Be(4, "the others are not sent again");
        shop.Erp.Orders.Take(3).Select(order => order.Modified).Should().Equal(before);
    }

    [Fact]
    public async Task CyberOffice_B8_full_run_finds_what_a_csv_import_changed_without_events()
    {
        await using var shop = await CyberShop.StartAsync();
        await shop.SettleAsync();
        shop.Mug.Price = 12m;
        await shop.World.RunAsync(new SyncRequest("main") { Kinds = [EntityKind.Product], Full = true });
        shop.Erp.Products.Single(product => product.Ref == "MUG").Price.Should().Be(12m);
    }

    private static byte[] PngSample(int number) => Convert.FromBase64String(number == 0
        ? "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        : "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    private static void InCategory(CyberShop world) => world.Mug.CategoryIds = [2, world.Shop.AddCategory("Mugs").Id];

    private static void Many(CyberShop world, int count)
    {
        for (var i = 0; i < count; i++)
        {
            world.Shop.AddProduct(product =>
            {
                (product.Reference, product.Price) = ($"P{i}", 5m + i);
                product.Name["en"] = $"Product {i}";
            });
        }
    }
}
