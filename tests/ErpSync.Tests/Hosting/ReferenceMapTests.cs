using ErpSync.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Tests.Hosting;

/// <summary>Reference data that is mapped, filters of one side and what they point to, first ids, mails.</summary>
public sealed class ReferenceMapTests
{
    private static readonly Ref Cheque = new(EntityKind.PaymentMethod, new RemoteId("cheque"));
    private readonly InMemorySystem _shop = new("shop");
    private readonly InMemorySystem _erp = new("erp");

    public ReferenceMapTests()
    {
        foreach (var system in new[] { _shop, _erp })
        {
            system.Kind(DocumentShapes.Order);
            system.Kind(DocumentShapes.Invoice);
            system.Kind(PartyShapes.Customer);
        }
    }

    [Fact]
    public async Task Mapped_pointer_arrives_as_its_counterpart_and_rests()
    {
        _shop.Add(new Order { Reference = "A", PaymentMethod = Cheque });
        await using var services = Host(pair => pair.Map(EntityKind.PaymentMethod, map => map.Add("cheque", "7")).Sync<Order>(o => o.From("shop")));

        (await Run(services)).Written.Should().Be(1);

        _erp.All<Order>().Single().Value.PaymentMethod.Should().Be(new Ref(EntityKind.PaymentMethod, new RemoteId("7")));
        (await Run(services)).Written.Should().Be(0);
    }

    [Fact]
    public async Task Several_values_that_stand_for_one_count_as_equal()
    {
        var id = _shop.Add(new Order { Reference = "A", PaymentMethod = new Ref(EntityKind.PaymentMethod, new RemoteId("card")) });
        await using var services = Host(pair => pair.Map(EntityKind.PaymentMethod, map => map.Add("cheque", "7").Add("card", "7")).Sync<Order>(o => o.From("shop")));
        await Run(services);

        (await Run(services)).Written.Should().Be(0);
        _shop.Edit<Order>(id, order => order with { PaymentMethod = Cheque });

        (await Run(services)).Written.Should().Be(0);
    }

    [Fact]
    public async Task Unmapped_value_parks_its_record_only_and_passes_once_it_is_mapped()
    {
        _shop.Add(new Order { Reference = "A", PaymentMethod = new Ref(EntityKind.PaymentMethod, new RemoteId("barter")) });
        _shop.Add(new Order { Reference = "B", PaymentMethod = Cheque });
        await using var services = Host(pair => pair.Map(EntityKind.PaymentMethod, map => map.Add("cheque", "7").ParkUnmapped()).Sync<Order>(o => o.From("shop")));

        var report = await Run(services);

        _erp.All<Order>().Should().ContainSingle().Which.Value.Reference.Should().Be("B");
        report.Problems.Should().ContainSingle().Which.Should().Match<SyncProblem>(problem => problem.Code == "map.value-unmapped" && problem.Message.Contains("barter"));
    }

    [Fact]
    public async Task Kind_that_is_both_synced_and_mapped_is_refused()
    {
        await using var services = Host(pair => pair.Map(EntityKind.Order, map => map.Add("1", "2")).Sync<Order>());
        await FluentActions.Awaiting(() => Run(services)).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*both syncs and maps order*");
    }

    [Fact]
    public async Task Filter_of_one_side_leaves_the_other_side_alone()
    {
        _shop.Add(new Order { Reference = "A", Origin = "till" });
        _shop.Add(new Order { Reference = "B", Origin = "web" });
        _erp.Add(new Order { Reference = "B" });
        await using var services = Host(pair => pair.Sync<Order>(o => o.From("shop").Where("shop", order => order.Origin == "web")));

        await Run(services);

        _erp.All<Order>().Select(order => order.Value.Reference).Should().Equal("B");
        (await Inspect(services)).Should().Contain(view => view.Label == "B" && view.Colour != LinkColour.Red, "the record of the other side was found although the filter would not let it pass");
    }

    [Fact]
    public async Task Records_are_left_out_by_what_they_point_to()
    {
        var paid = _shop.Add(new Order { Reference = "A", IsPaid = true });
        var open = _shop.Add(new Order { Reference = "B", IsPaid = false });
        _shop.Add(new Invoice { Reference = "A", Order = new Ref(EntityKind.Order, paid) });
        _shop.Add(new Invoice { Reference = "B", Order = new Ref(EntityKind.Order, open) });
        _shop.Add(new Invoice { Reference = "C" });
        await using var services = Host(pair => pair.Sync<Order>(o => o.From("shop")).Sync<Invoice>(i => i.From("shop").Where<Order>("shop", x => x.Order, order => order.IsPaid == true)));

        await Run(services);
        _erp.All<Invoice>().Select(invoice => invoice.Value.Reference).Should().Equal("A");
        _shop.Edit<Order>(open, order => order with { IsPaid = true });
        await Run(services);

        _erp.All<Invoice>().Select(invoice => invoice.Value.Reference).Should().BeEquivalentTo("A", "B");
    }

    [Fact]
    public async Task History_up_to_an_id_is_left_out()
    {
        var old = _shop.Add(new Order { Reference = "A" });
        _shop.Add(new Order { Reference = "B" });
        await using var services = Host(pair => pair.Sync<Order>(o => o.From("shop").StartAfter("shop", old)));

        await Run(services);

        _erp.All<Order>().Select(order => order.Value.Reference).Should().Equal("B");
    }

    [Fact]
    public async Task Customer_that_a_filter_leaves_out_comes_along_with_its_order_where_the_order_brings_it()
    {
        _shop.Add(new Order { Reference = "A", Customer = new Ref(EntityKind.Customer, _shop.Add(new Customer { Email = "old@example.com", Newsletter = false })) });
        _shop.Add(new Customer { Email = "other@example.com", Newsletter = false });
        await using var services = Host(pair => pair.Sync<Customer>(c => c.From("shop").Where("shop", customer => customer.Newsletter == true)).Sync<Order>(o => o.From("shop").BringAlong()));

        var report = await Run(services);

        report.Problems.Should().BeEmpty();
        report.Written.Should().Be(2);
        _erp.All<Order>().Should().ContainSingle().Which.Value.Customer.Should().NotBeNull();
        _erp.All<Customer>().Select(customer => customer.Value.Email).Should().Equal("old@example.com");
    }

    [Fact]
    public async Task Order_waits_for_a_customer_that_is_left_out_where_nothing_is_brought_along()
    {
        _shop.Add(new Order { Reference = "A", Customer = new Ref(EntityKind.Customer, _shop.Add(new Customer { Email = "old@example.com", Newsletter = false })) });
        await using var services = Host(pair => pair.Sync<Customer>(c => c.From("shop").Where("shop", customer => customer.Newsletter == true)).Sync<Order>(o => o.From("shop")));

        (await Run(services)).Problems.Should().ContainSingle().Which.Code.Should().Be("write.dependency-not-linked");

        _erp.All<Order>().Should().BeEmpty();
    }

    private ServiceProvider Host(Action<PairBuilder> pair)
    {
        var services = new ServiceCollection();
        services.AddErpSync().AddConnector("shop", _ => _shop.Connector).AddConnector("erp", _ => _erp.Connector).AddPair("main", "shop", "erp", pair);
        return services.BuildServiceProvider();
    }

    private static Task<SyncReport> Run(ServiceProvider services) => services.GetRequiredService<ISyncEngine>().RunAsync(new SyncRequest("main"));

    private static async Task<List<RecordView>> Inspect(ServiceProvider services)
    {
        var views = new List<RecordView>();
        await foreach (var view in services.GetRequiredService<ISyncEngine>().InspectAsync(new SyncRequest("main")))
            views.Add(view);
        return views;
    }
}
