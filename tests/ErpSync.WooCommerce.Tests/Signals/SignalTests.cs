using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce.Tests;

public sealed class SignalTests
{
    private const string Secret = "s3cr3t-é";

    [RecordingTheory]
    [InlineData("product-updated", "product", "10")]
    [InlineData("product-deleted", "product", "1060")]
    [InlineData("order-created", "order", null)]
    [InlineData("order-updated", "order", null)]
    [InlineData("order-deleted", "order", null)]
    [InlineData("customer-deleted", "customer", null)]
    public void Recorded_delivery_is_verified_over_its_raw_bytes_and_points_at_its_record(string name, string kind, string? id)
    {
        var request = Request("webhook-delivery-" + name);

        var reading = Parser(Secret).Parse(request);

        reading.Problem.Should().BeNull();
        reading.Signals.Should().NotBeEmpty();
        var kinds = reading.Signals.Select(signal => signal.Kind.Name).ToList();
        (kinds.Contains(kind) || kinds.Contains("product-variant")).Should().BeTrue();
        if (id is not null)
            reading.Signals[0].Id.Value.Should().Be(id);
        if (name.EndsWith("deleted", StringComparison.Ordinal))
            reading.Signals[0].Event.Should().Be(SignalEvent.Deleted);
    }

    [RecordingTheory]
    [InlineData("product-created")]
    [InlineData("customer-created")]
    [InlineData("customer-updated")]
    public void Recorded_delivery_of_a_record_that_was_gone_is_well_signed_and_means_nothing(string name) =>
        Parser(Secret).Parse(Request("webhook-delivery-" + name)).Should().BeEquivalentTo(SignalReading.None);

    [RecordingFact]
    public void Delivery_with_one_byte_changed_is_refused()
    {
        var request = Request("webhook-delivery-order-created");
        var body = request.Body.ToArray();
        body[^2] ^= 1;

        var reading = Parser(Secret).Parse(request with { Body = body });

        reading.Problem!.Kind.Should().Be(ProblemKind.Unauthorized);
        reading.Signals.Should().BeEmpty();
    }

    [RecordingFact]
    public void Ping_is_accepted_without_a_signature() =>
        Parser(Secret).Parse(Request("webhook-delivery-ping")).Should().BeEquivalentTo(SignalReading.None);

    [Fact]
    public void Delivery_without_a_signature_is_refused() =>
        Parser(Secret).Parse(Signed("{\"id\":5}", "order.updated", Secret) with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["X-WC-Webhook-Topic"] = "order.updated" } }).Problem!.Kind.Should().Be(ProblemKind.Unauthorized);

    [Fact]
    public void Delivery_is_refused_where_no_secret_is_set() => Parser(null).Parse(Signed("{\"id\":5}", "order.updated", Secret)).Problem!.Kind.Should().Be(ProblemKind.Unauthorized);

    [Fact]
    public void Well_signed_error_object_of_a_record_that_is_gone_means_nothing() =>
        Parser(Secret).Parse(Signed("""{"code":"woocommerce_rest_product_invalid_id","message":"Invalid ID.","data":{"status":404}}""", "product.updated", Secret)).Should().BeEquivalentTo(SignalReading.None);

    [Fact]
    public void Variation_comes_under_the_topic_of_products_and_is_told_by_its_type() =>
        Parser(Secret).Parse(Signed("""{"id":22,"type":"variation","parent_id":21,"manage_stock":true}""", "product.updated", Secret)).Signals
            .Select(signal => (signal.Kind, signal.Id.Value)).Should().Equal((EntityKind.ProductVariant, "21:22"), (EntityKind.StockLevel, "21:22"));

    [Fact]
    public void Repeated_and_reordered_deliveries_name_the_same_record()
    {
        var parser = Parser(Secret);
        var one = parser.Parse(Signed("""{"id":7,"status":"processing"}""", "order.updated", Secret));
        var other = parser.Parse(Signed("""{"id":7,"status":"pending"}""", "order.created", Secret));
        one.Signals.Concat(other.Signals).Concat(one.Signals).Select(signal => (signal.Kind, signal.Id)).Distinct().Should().ContainSingle();
    }

    [Fact]
    public async Task Keeper_creates_what_is_missing_and_revives_what_the_shop_switched_off()
    {
        await using var shop = await Shop.StartAsync(options => options.WebhookSecret = "s3cr3t-12345");
        var wish = new WebhookWish(new Uri("https://host.example/hooks/shop"), new HashSet<EntityKind> { EntityKind.Product, EntityKind.Order });
        var keeper = shop.Connector.Get<IWebhookKeeper>();

        (await keeper.KeepAsync(wish, CancellationToken.None)).Should().HaveCount(8);
        (await keeper.KeepAsync(wish, CancellationToken.None)).Should().BeEmpty("everything is as wished");
        var pings = shop.Server.TakeDeliveries();
        pings.Should().HaveCount(8);
        pings.Should().OnlyContain(ping => Parser("s3cr3t-12345").Parse(new SignalRequest(ping.Address, ping.Headers, ping.Body)).Problem == null);

        for (var failure = 0; failure < 6; failure++)
            shop.Server.Answered(pings[0], 500);
        (await keeper.KeepAsync(wish, CancellationToken.None)).Should().ContainSingle().Which.Code.Should().Be("woocommerce.webhook-revived");
        (await keeper.KeepAsync(wish, CancellationToken.None)).Should().BeEmpty();
    }

    [Fact]
    public async Task Delivery_of_the_stand_in_is_signed_with_the_secret_of_the_connection()
    {
        await using var shop = await Shop.StartAsync(options => options.WebhookSecret = "s3cr3t-12345");
        await shop.Connector.Get<IWebhookKeeper>().KeepAsync(new WebhookWish(new Uri("https://host.example/hooks"), new HashSet<EntityKind> { EntityKind.Product }), CancellationToken.None);
        shop.Server.TakeDeliveries();
        var product = shop.State.AddProduct(new JsonObject { ["name"] = "Mug", ["sku"] = "M-1" });

        var delivery = shop.Server.TakeDeliveries().Should().ContainSingle().Subject;

        shop.Connector.Get<ISignalParser>().Parse(new SignalRequest(delivery.Address, delivery.Headers, delivery.Body)).Signals
            .Should().ContainSingle().Which.Should().Be(new Signal(EntityKind.Product, new RemoteId(product["id"]!.ToString()), SignalEvent.Created));
    }

    private static SignalParser Parser(string? secret) => new("shop", new WooCommerceOptions { WebhookSecret = secret });

    private static SignalRequest Request(string name)
    {
        var request = Recorded.Get(name).Request;
        return new SignalRequest(new Uri("https://host.example/hook"), request.Headers, Encoding.UTF8.GetBytes(request.Body!));
    }

    private static SignalRequest Signed(string body, string topic, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new SignalRequest(new Uri("https://host.example/hook"), new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["x-wc-webhook-topic"] = topic,
            ["x-wc-webhook-signature"] = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), bytes)),
        }, bytes);
    }
}
