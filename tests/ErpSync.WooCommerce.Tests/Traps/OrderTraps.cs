using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce.Tests;

/// <summary>The traps of orders and refunds.</summary>
public sealed class OrderTraps
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Fact]
    public async Task Line_whose_product_does_not_exist_is_no_order_though_the_shop_takes_it()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var problem = (await shop.CreateAsync(Sale("99999"))).Should().BeOfType<WriteResult<Order>.Failed>().Subject.Problem;
        problem.Code.Should().Be("woocommerce.line-without-product");
        shop.State.Orders.Should().BeEmpty();
    }

    [Fact]
    public async Task Lines_are_sent_without_tax_in_a_shop_whose_prices_include_tax()
    {
        await using var shop = await Shop.StartAsync(server: server => server.PricesIncludeTax = true, seed: state => state.AddProduct(ReadTraps.Body("Mug", "M-1", "12")));
        await shop.OpenAsync();
        var written = (await shop.CreateAsync(Sale(ReadTraps.FirstId(shop)))).Should().BeOfType<WriteResult<Order>.Written>().Subject;
        (written.Stored!.Value.TotalNet, written.Stored.Value.TotalGross).Should().Be((new Money(10, Euro), new Money(12, Euro)));
    }

    [Fact]
    public async Task Order_moves_to_a_status_that_mails_only_where_mails_are_allowed()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddOrder(new JsonObject()));
        await shop.OpenAsync();
        var order = (await shop.RecordsAsync<Order>()).Single();
        (await shop.UpdateAsync<Order>(order, value => value with { Stage = OrderStage.Completed }, nameof(Order.Stage))).Should().BeOfType<WriteResult<Order>.Failed>().Which.Problem.Code.Should().Be("woocommerce.would-mail");
        shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("pending");

        var allowed = await shop.Connector.Get<IUpdater<Order>>().UpdateAsync([new Revision<Order>(order, order.Value with { Stage = OrderStage.Completed }, [nameof(Order.Stage)]) { MayMail = true }], CancellationToken.None);
        allowed.Should().AllBeOfType<WriteResult<Order>.Written>();
        shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("completed");
    }

    [Fact]
    public async Task Refund_is_booked_without_moving_money_and_without_restocking_unless_asked()
    {
        await using var shop = await Shop.StartAsync(seed: state =>
        {
            var product = state.AddProduct(ReadTraps.Body("Mug", "M-1"));
            state.AddOrder(new JsonObject { ["set_paid"] = true, ["line_items"] = new JsonArray(new JsonObject { ["product_id"] = product["id"]!.DeepClone(), ["quantity"] = 2 }) });
        });
        await shop.OpenAsync();
        var order = (await shop.RecordsAsync<Order>()).Single();
        var line = order.Value.Lines[0];
        var note = new CreditNote
        {
            Order = new Ref(ErpSync.Order.Kind, order.Id),
            Reason = "broken",
            Lines = [line with { Id = null, Quantity = 1, Net = new Money(10, Euro), Tax = new Money(2, Euro), TaxAmounts = [new Money(2, Euro)] }],
            TotalGross = new Money(12, Euro),
        };

        var written = (await shop.CreateAsync(note)).Should().BeOfType<WriteResult<CreditNote>.Written>().Subject;

        written.Stored!.Value.TotalGross.Should().Be(new Money(12, Euro));
        written.Stored.Value.Lines.Should().ContainSingle().Which.Quantity.Should().Be(1);
        shop.State.Products.Values.Single()["stock_quantity"]!.ToString().Should().Be("1", "the sale took two and nothing came back");
        shop.State.Refunds.Values.Single()["refunded_payment"]!.ToString().Should().Be("false");
    }

    [Fact]
    public async Task Refusal_of_a_refund_answers_500_and_is_not_repeated()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddOrder(new JsonObject()));
        await shop.OpenAsync();
        var order = (await shop.RecordsAsync<Order>()).Single();
        var problem = (await shop.CreateAsync(new CreditNote { Order = new Ref(ErpSync.Order.Kind, order.Id), TotalGross = new Money(5, Euro) })).Should().BeOfType<WriteResult<CreditNote>.Failed>().Subject.Problem;
        problem.Kind.Should().Be(ProblemKind.Rejected);
        shop.Server.Requests.Snapshot().Count(request => request.IsWrite).Should().Be(1);
    }

    [Fact]
    public async Task Guests_exist_only_inside_their_orders_and_are_never_matched_by_e_mail()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddOrder(new JsonObject { ["billing"] = new JsonObject { ["email"] = "luc@example.test", ["last_name"] = "Tremblay", ["city"] = "Québec", ["country"] = "CA" } }));
        await shop.OpenAsync();
        var order = (await shop.RecordsAsync<Order>()).Single();
        var guest = (await shop.RecordsAsync<Customer>()).Single();
        order.Value.Customer.Should().Be(new Ref(EntityKind.Customer, guest.Id));
        (guest.Value.IsGuest, guest.Value.Email).Should().Be((true, "luc@example.test"));
        PartyShapes.Customer.NaturalKeys.Select(key => key.Of(guest.Value)).Should().OnlyContain(key => string.IsNullOrEmpty(key));
        (await shop.UpdateAsync<Customer>(guest, value => value with { LastName = "X" }, nameof(Customer.LastName))).Should().BeOfType<WriteResult<Customer>.Failed>();
    }

    [Fact]
    public async Task Tracking_goes_to_meta_data_and_a_private_note_where_fulfilments_are_off()
    {
        await using var shop = await Shop.StartAsync(seed: state => state.AddOrder(new JsonObject()));
        await shop.OpenAsync();
        var shipment = new Shipment { Order = new Ref(EntityKind.Order, (await shop.RecordsAsync<Order>()).Single().Id), CarrierText = "La Poste", TrackingNumbers = ["6A00001"], TrackingUrl = "https://track.example/6A00001" };

        (await shop.CreateAsync(shipment)).Should().BeOfType<WriteResult<Shipment>.Written>();
        (await shop.CreateAsync(shipment)).Should().BeOfType<WriteResult<Shipment>.Written>("the same token makes no second one");

        (await shop.RecordsAsync<Shipment>()).Should().ContainSingle().Which.Value.TrackingNumbers.Should().Equal("6A00001");
    }

    [Fact]
    public async Task Tracking_goes_through_the_fulfilments_where_the_shop_has_them()
    {
        await using var shop = await Shop.StartAsync(server: server => server.Fulfillments = true, seed: state => state.AddOrder(new JsonObject()));
        await shop.OpenAsync();
        var written = (await shop.CreateAsync(new Shipment { Order = new Ref(EntityKind.Order, (await shop.RecordsAsync<Order>()).Single().Id), TrackingNumbers = ["6A00001"] })).Should().BeOfType<WriteResult<Shipment>.Written>().Subject;
        written.Id.Value.Should().Contain(":f");
        (await shop.RecordsAsync<Shipment>()).Should().ContainSingle().Which.Value.TrackingNumbers.Should().Equal("6A00001");
    }

    private static Order Sale(string product) => new()
    {
        Currency = Euro,
        Email = "zoe@example.test",
        BillTo = new PostalAddress { LastName = "Zoé", Country = "FR", City = "Paris" },
        Lines = [new DocumentLine { Kind = LineKind.Product, Product = new Ref(EntityKind.Product, new RemoteId(product)), Quantity = 1, UnitNet = new Money(10, Euro), Net = new Money(10, Euro), Taxes = [new TaxRate(20)], Tax = new Money(2, Euro) }],
    };
}
