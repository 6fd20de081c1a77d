using System.Text.Json.Nodes;
using ErpSync.Sandbox.WooCommerce;

namespace ErpSync.WooCommerce.Tests;

/// <summary>Payments, which WooCommerce knows as three fields of an order and as refunds that moved money.</summary>
public sealed class PaymentTraps
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Fact]
    public async Task Order_that_was_paid_is_a_payment_with_its_transaction_and_an_unpaid_one_is_none()
    {
        await using var shop = await StartAsync(state =>
        {
            Order(state, """{"set_paid":true,"transaction_id":"TX-42","payment_method":"bacs","payment_method_title":"Bank transfer"}""");
            Order(state, "{}");
        });

        var payment = (await shop.RecordsAsync<Payment>()).Should().ContainSingle().Subject;

        payment.Id.Value.Should().Be($"{shop.State.Orders.Keys.First()}:paid");
        (payment.Value.Amount, payment.Value.TransactionId, payment.Value.Method!.Value.Id.Value, payment.Value.MethodText, payment.Value.IsRefund).Should().Be((new Money(12, Euro), "TX-42", "bacs", "Bank transfer", false));
        payment.Value.Order.Should().Be(new Ref(EntityKind.Order, new RemoteId(shop.State.Orders.Keys.First().ToString(System.Globalization.CultureInfo.InvariantCulture))));
        payment.Value.Date.Should().Be(new DateOnly(2026, 11, 22));
        (await shop.ListAsync<Payment>()).Should().ContainSingle().Which.Id.Should().Be(payment.Id);
    }

    [Fact]
    public async Task Payment_that_arrives_later_comes_with_the_changes_and_costs_no_request_of_its_own_beside_the_orders()
    {
        await using var shop = await StartAsync(state => Order(state, "{}"));
        var cursor = await shop.CursorAsync<Payment>();
        shop.Clock.Advance(TimeSpan.FromMinutes(5));
        shop.State.Orders.Values.Single()["date_paid_gmt"] = "2026-11-22T03:05:00";
        shop.State.Orders.Values.Single()["date_modified_gmt"] = "2026-11-22T03:05:00";
        await shop.ChangedAsync<Order>(cursor);
        var before = shop.Meter.Requests.Data;

        (await shop.ChangedAsync<Payment>(cursor)).Should().ContainSingle();

        (shop.Meter.Requests.Data - before).Should().Be(0);
    }

    [Fact]
    public async Task Payment_booked_in_the_ERP_pays_the_order_once_and_keeps_the_day_on_which_it_was_paid()
    {
        await using var shop = await StartAsync(state => Order(state, "{}"));
        var payment = Payment(shop, 12) with { PaidAt = new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero), TransactionId = "VIR-7" };

        var first = (await CreateAsync(shop, payment)).Should().BeOfType<WriteResult<Payment>.Written>().Subject;
        var again = (await CreateAsync(shop, payment)).Should().BeOfType<WriteResult<Payment>.Written>("the same token is the same payment").Subject;

        again.Id.Should().Be(first.Id);
        (first.Stored!.Value.PaidAt, first.Stored.Value.Date, first.Stored.Value.TransactionId).Should().Be((payment.PaidAt, new DateOnly(2026, 11, 20), "VIR-7"));
        shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("processing");
        (await CreateAsync(shop, payment, "main:erp:payment:2")).Should().BeOfType<WriteResult<Payment>.Failed>().Which.Problem.Code.Should().Be("woocommerce.already-paid");
    }

    [Fact]
    public async Task Partial_payment_is_refused_because_WooCommerce_would_take_the_order_for_paid()
    {
        await using var shop = await StartAsync(state => Order(state, "{}"));

        var problem = (await CreateAsync(shop, Payment(shop, 5))).Should().BeOfType<WriteResult<Payment>.Failed>().Subject.Problem;

        (problem.Kind, problem.Field).Should().Be((ProblemKind.Rejected, nameof(ErpSync.Payment.Amount)));
        shop.State.Orders.Values.Single()["status"]!.ToString().Should().Be("pending");
    }

    [Fact]
    public async Task Payment_that_would_mail_the_customer_waits_until_mails_are_allowed()
    {
        await using var shop = await StartAsync(state => Order(state, "{}"));

        (await CreateAsync(shop, Payment(shop, 12), mayMail: false)).Should().BeOfType<WriteResult<Payment>.Failed>().Which.Problem.Code.Should().Be("woocommerce.would-mail");
    }

    [Fact]
    public async Task Refund_that_the_provider_paid_out_is_a_payment_back_and_one_that_was_only_booked_is_not()
    {
        await using var shop = await StartAsync(state => Order(state, """{"set_paid":true}"""));
        var order = shop.State.Orders.Keys.Single();
        foreach (var (id, moved) in new[] { (900L, true), (901L, false) })
            shop.State.Refunds[id] = JsonNode.Parse($$"""{"id":{{id}},"parent_id":{{order}},"date_created_gmt":"2026-11-22T03:00:00","amount":"2.00","reason":"late","refunded_payment":{{(moved ? "true" : "false")}},"meta_data":[],"line_items":[],"shipping_lines":[],"tax_lines":[],"fee_lines":[]}""")!.AsObject();

        var back = (await shop.RecordsAsync<Payment>()).Should().ContainSingle(payment => payment.Value.IsRefund == true).Subject;

        (back.Id.Value, back.Value.Amount, back.Value.CreditNote!.Value.Id.Value).Should().Be(($"{order}:900", new Money(2, Euro), $"{order}:900"));
        (await shop.ListAsync<Payment>()).Should().HaveCount(2);
        (await shop.FindAsync<Payment>(back.Id.Value)).Value.Amount.Should().Be(new Money(2, Euro));
    }

    [Fact]
    public async Task Refunds_are_listed_with_one_request_as_long_as_none_came_or_went()
    {
        await using var shop = await StartAsync(state => Order(state, """{"set_paid":true}"""));
        var note = new CreditNote { Order = new Ref(EntityKind.Order, new RemoteId(shop.State.Orders.Keys.Single().ToString(System.Globalization.CultureInfo.InvariantCulture))), TotalGross = new Money(1, Euro), Reason = "x" };
        for (var number = 0; number < 3; number++)
            await shop.CreateAsync(note, $"main:erp:credit:{number}");
        (await shop.ListAsync<CreditNote>()).Should().HaveCount(3);
        await shop.OpenAsync();
        var before = shop.Meter.Requests.Data;

        (await shop.ListAsync<CreditNote>()).Should().HaveCount(3);

        (shop.Meter.Requests.Data - before).Should().Be(1);
        shop.State.Refunds.Remove(shop.State.Refunds.Keys.Skip(1).First());
        await shop.OpenAsync();
        (await shop.ListAsync<CreditNote>()).Should().HaveCount(2, "a refund that was deleted bears no date, and the total tells");
    }

    private static async Task<Shop> StartAsync(Action<WooCommerceState> seed)
    {
        var shop = await Shop.StartAsync(seed: state =>
        {
            state.AddProduct(ReadTraps.Body("Mug", "M-1"));
            seed(state);
        });
        await shop.OpenAsync();
        return shop;
    }

    private static void Order(WooCommerceState state, string body)
    {
        var order = JsonNode.Parse(body)!.AsObject();
        order["line_items"] = new JsonArray(new JsonObject { ["product_id"] = state.Products.Keys.First(), ["quantity"] = 1 });
        state.AddOrder(order);
    }

    private static Payment Payment(Shop shop, decimal amount) => new()
    {
        Order = new Ref(EntityKind.Order, new RemoteId(shop.State.Orders.Keys.First().ToString(System.Globalization.CultureInfo.InvariantCulture))),
        Amount = new Money(amount, Euro),
    };

    private static async Task<WriteResult<Payment>> CreateAsync(Shop shop, Payment payment, string token = "main:erp:payment:1", bool mayMail = true) =>
        (await shop.Connector.Get<ICreator<Payment>>().CreateAsync([new Creation<Payment>(token, payment) { MayMail = mayMail }], CancellationToken.None))[0];
}
