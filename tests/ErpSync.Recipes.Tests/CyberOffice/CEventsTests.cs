namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section C: events.</summary>
public sealed class CEventsTests
{
    [Fact]
    public async Task CyberOffice_C1_signalled_create_change_and_cancel_are_carried_over_at_once()
    {
        await using var shop = await CyberShop.StartAsync();
        await shop.SettleAsync();
        var order = shop.Order();
        await SignalAsync(shop, EntityKind.Order, order.Id, SignalEvent.Created);
        await SignalAsync(shop, EntityKind.Invoice, shop.Sales.Invoices.Single().Id, SignalEvent.Created);
        await SignalAsync(shop, EntityKind.Payment, shop.Sales.Payments.Single().Id, SignalEvent.Created);
        (shop.Erp.Orders.Count, shop.Erp.Invoices.Count, shop.Erp.Payments.Count).Should().Be((1, 1, 1));

        shop.Mug.Price = 11m;
        await SignalAsync(shop, EntityKind.Product, shop.Mug.Id, SignalEvent.Changed);
        shop.Erp.Products.Single(product => product.Ref == "MUG").Price.Should().Be(11m);

        var category = shop.Shop.AddCategory("New");
        await SignalAsync(shop, EntityKind.Category, category.Id, SignalEvent.Created);
        shop.Erp.Categories.Should().Contain(found => found.Label == "New");

        shop.Sales.ChangeState(order.Id, 6);
        await SignalAsync(shop, EntityKind.Order, order.Id, SignalEvent.Changed);
        shop.Erp.Orders.Single().Status.Should().Be(-1);
    }

    [Fact]
    public async Task CyberOffice_C1_without_events_polling_carries_over_within_the_feeds_interval()
    {
        await using var shop = await CyberShop.StartAsync();
        await shop.World.Feeds.RunDueAsync("main");
        await shop.World.Feeds.RunNowAsync("main", "initial-catalogue", new FeedStart("Anna"));
        shop.Order();
        shop.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.World.Feeds.RunDueAsync("main");
        shop.Erp.Orders.Should().ContainSingle("orders are polled every minute");
        shop.Mug.Price = 11m;
        shop.Mug.DateUpd = shop.Shop.Now;
        shop.World.Clock.Advance(TimeSpan.FromMinutes(5));
        await shop.World.Feeds.RunDueAsync("main");
        shop.Erp.Products.Single(product => product.Ref == "MUG").Price.Should().Be(11m, "the catalogue is polled every five");
    }

    [Fact]
    public async Task CyberOffice_C2_catalogue_only_carries_no_documents()
    {
        await using var shop = await CyberShop.StartAsync(o => o.Documents = false);
        shop.Order();
        await shop.SettleAsync();
        (shop.Erp.Products.Count, shop.Erp.Orders.Count, shop.Erp.ThirdParties.Count).Should().Be((2, 0, 0));
    }

    [Fact]
    public async Task CyberOffice_C3_failing_event_leaves_the_shop_alone_and_comes_back_by_the_retry_list()
    {
        await using var shop = await CyberShop.StartAsync();
        await shop.SettleAsync();
        shop.Erp.Modules.Remove("commande");
        var order = shop.Order();
        order["current_state"].Should().Be("2", "the shop's action is done, whatever the ERP does");
        await SignalAsync(shop, EntityKind.Order, order.Id, SignalEvent.Created);
        shop.Erp.Orders.Should().BeEmpty();

        shop.Erp.Modules.Add("commande");
        shop.World.Clock.Advance(TimeSpan.FromHours(2));
        await shop.World.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task CyberOffice_C4_single_order_is_sent_by_hand_past_the_set_of_statuses()
    {
        await using var shop = await CyberShop.StartAsync();
        var order = shop.Order(state: 10);
        await shop.SettleAsync();
        shop.Erp.Orders.Should().BeEmpty();
        await shop.World.Signals.SyncOneAsync("main", EntityKind.Order, RemoteId.From(order.Id), "shop");
        shop.Erp.Orders.Should().ContainSingle().Which["ref_client"].Should().Be(order["reference"]);
    }

    private static async Task SignalAsync(CyberShop shop, EntityKind kind, int id, SignalEvent what)
    {
        shop.World.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.World.Signals.SignalAsync("main", kind, RemoteId.From(id), what, "shop");
        await shop.World.Signals.CarryOverAsync("main");
    }
}
