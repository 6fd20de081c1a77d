using ErpSync.PrestaShop;
using ErpSync.Sandbox.PrestaShop;
using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.EndToEnd.Tests;

/// <summary>An order goes from a shop into an ERP, and its state and tracking number come back.</summary>
public sealed class PrestaShopOrderTests
{
    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    [InlineData("1.7.8")]
    public async Task An_order_is_taken_over_and_its_state_and_tracking_number_come_back_without_a_mail(string version)
    {
        var clock = new ManualTime(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
        await using var shop = new PrestaShopSandbox(new PrestaShopSandboxOptions { Version = version, Clock = clock });
        var order = Seed(shop.State, stateId: 2);
        var waiting = Seed(shop.State, stateId: 10);
        clock.Advance(TimeSpan.FromHours(1));
        await shop.StartAsync();
        var erp = new InMemorySystem("erp", clock);
        erp.Kind(PartyShapes.Customer);
        erp.Kind(CatalogShapes.Product);
        erp.Kind(DocumentShapes.Order);
        erp.Kind(DocumentShapes.Shipment);
        await using var services = Host(shop, erp, clock);
        var engine = services.GetRequiredService<ISyncEngine>();

        var first = await engine.RunAsync(new SyncRequest("main"));

        first.Problems.Should().BeEmpty();
        var taken = erp.All<Order>().Should().ContainSingle("an order that awaits its money stays in the shop").Subject;
        taken.Value.Reference.Should().Be(order["reference"]);
        taken.Value.TotalGross!.Value.Amount.Should().Be(order.Amount("total_paid_tax_incl"));
        taken.Value.Lines.Should().Contain(line => line.Kind == LineKind.Product && line.Product != null && !line.Product.Value.IsForeign);
        erp.All<Customer>().Should().ContainSingle(customer => customer.Value.Email == "jane@example.com");

        clock.Advance(TimeSpan.FromHours(1));
        erp.Edit<Order>(taken.Id, value => value with { Stage = OrderStage.Shipped });
        erp.Add(new Shipment { Order = new Ref(EntityKind.Order, taken.Id), TrackingNumbers = ["1Z999"] });
        var second = await engine.RunAsync(new SyncRequest("main"));

        second.Problems.Should().BeEmpty();
        shop.State.Sales.Orders[order.Id]["current_state"].Should().Be("4");
        shop.State.Sales.Orders[waiting.Id]["current_state"].Should().Be("10");
        shop.State.Sales.OrderCarriers.Select(parcel => parcel["tracking_number"]).Should().Equal("1Z999", "");
        shop.State.Sales.Mails.Should().BeEmpty();

        clock.Advance(TimeSpan.FromHours(1));
        var third = await engine.RunAsync(new SyncRequest("main"));

        third.Written.Should().Be(0);
    }

    private static ServiceProvider Host(PrestaShopSandbox shop, InMemorySystem erp, ManualTime clock)
    {
        var map = new OrderStateMap([.. new[] { "2", "3", "4", "5", "11" }.Select(id => new OrderStateRule(new RemoteId(id), id, OrderStateAction.Import, Retry: false))]);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new ManualDates(clock));
        services.AddErpSync()
            .AddPrestaShop("shop", options =>
            {
                options.BaseAddress = shop.BaseAddress;
                options.ApiKey = shop.ApiKey;
            })
            .AddConnector("erp", _ => erp.Connector)
            .AddPair("main", "shop", "erp", pair => pair
                .Sync<Product>(p => p.From("shop"))
                .Sync<Customer>(c => c.From("shop"))
                .Sync<Order>(o => o.Where(map.Imports).CreateIn("erp").Owner(x => x.Stage, "erp").OnConflict(Conflict.Keep("shop")).OnFirstRun(Conflict.Keep("shop")))
                .Sync<Shipment>(s => s.From("erp").Owner(x => x.TrackingNumbers, "erp")));
        return services.BuildServiceProvider();
    }

    private static PrestaShopRecord Seed(PrestaShopState state, int stateId)
    {
        var customer = state.Sales.Customers.FirstOrDefault() ?? state.Sales.AddCustomer("jane@example.com", "Jane", "Miller");
        var address = state.Sales.Addresses.FirstOrDefault() ?? state.Sales.AddAddress(customer.Id);
        var mug = state.Products.FirstOrDefault() ?? state.AddProduct(product =>
        {
            (product.Reference, product.Price) = ("MUG", 10.5m);
            product.Name["en"] = "Mug";
        });
        return state.Sales.PlaceOrder(new PrestaShopOrderDraft { CustomerId = customer.Id, AddressId = address.Id, StateId = stateId, Lines = [new(mug.Id, 2)] });
    }
}
