using System.Text;
using ErpSync.Testing;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Webhooks: verified as far as they can be, kept as hints, and nothing of their content is kept.</summary>
public sealed class SignalParserTests
{
    private const string Secret = "a-secret-of-32-letters-0123456789";

    public static TheoryData<string> Deliveries => [.. RecordingFolder.Of("dolibarr").SelectMany(RecordingFolder.Read).Where(recording => recording.Name.StartsWith("webhook-delivery-", StringComparison.Ordinal)).Select(recording => recording.Name).DefaultIfEmpty("")];

    [Theory]
    [InlineData("https://host.example/hooks/erp")]
    [InlineData("https://host.example/hooks/erp?token=wrong")]
    [InlineData("https://host.example/hooks/erp?token=")]
    [InlineData("https://host.example/hooks/erp?Token=a-secret-of-32-letters-0123456789")]
    public async Task Delivery_without_the_secret_is_refused(string address)
    {
        await using var erp = await StartAsync();
        var reading = Parse(erp, address, """{"triggercode":"PRODUCT_CREATE","object":{"id":1}}""");
        reading.Problem!.Kind.Should().Be(ProblemKind.Unauthorized);
        reading.Signals.Should().BeEmpty();
        reading.Problem.ToString().Should().NotContain(Secret);
    }

    [Fact]
    public async Task Delivery_is_refused_while_no_secret_is_set()
    {
        await using var erp = await Erp.StartAsync();
        Parse(erp, "https://host.example/?token=", "{}").Problem!.Message.Should().Contain("WebhookSecret");
    }

    [RecordingTheory]
    [MemberData(nameof(Deliveries))]
    public async Task Recorded_delivery_points_at_its_record_and_leaks_nothing(string name)
    {
        var body = Recorded.Get(Recorded.Newer, name).Request.Body!;
        await using var erp = await StartAsync();
        var reading = Parse(erp, Good, body);
        reading.Problem.Should().BeNull();
        reading.Signals.Should().NotBeEmpty().And.OnlyContain(signal => signal.Settle >= TimeSpan.FromSeconds(1), "deliveries are sent before the change is stored");
        var words = string.Join(' ', reading.Signals.Select(signal => signal.ToString()));
        words.Should().NotContainAny("api_key", "pass_crypted", "REDACTED", "@");
        reading.Signals.Select(signal => (signal.Kind, signal.Id)).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Payload_that_carries_a_key_is_dropped_whole()
    {
        await using var erp = await StartAsync();
        var reading = Parse(erp, Good, """{"triggercode":"SHIPPING_CREATE","object":{"id":4,"origin_id":"118","user":{"api_key":"SECRETKEY123","pass_crypted":"HASH"}}}""");
        reading.Signals.Select(signal => (signal.Kind, signal.Id.Value)).Should().Equal((EntityKind.Shipment, "4"), (EntityKind.Order, "118"));
        reading.ToString().Should().NotContainAny("SECRETKEY123", "HASH");
    }

    [Fact]
    public async Task Product_may_be_a_variant_and_a_movement_may_be_one_s()
    {
        await using var erp = await StartAsync();
        Parse(erp, Good, """{"triggercode":"PRODUCT_PRICE_MODIFY","object":{"id":"12"}}""").Signals.Select(signal => signal.Kind).Should().Equal(EntityKind.Product, EntityKind.ProductVariant);
        Parse(erp, Good, """{"triggercode":"STOCK_MOVEMENT","object":{"id":114,"product_id":12,"qty":3}}""").Signals.Select(signal => signal.Id.Value).Should().Equal("product:12", "variant:12");
        Parse(erp, Good, """{"triggercode":"CATEGORY_MODIFY","object":{"id":"3","context":{"unlinkoff":{"id":"9","element":"product"}}}}""").Signals.Select(signal => (signal.Kind, signal.Id.Value)).Should().Equal((EntityKind.Category, "3"), (EntityKind.Product, "9"));
        Parse(erp, Good, """{"triggercode":"BILL_VALIDATE","object":{"id":"3","type":"2"}}""").Signals.Single().Kind.Should().Be(EntityKind.CreditNote);
    }

    [Fact]
    public async Task Own_change_is_an_echo_and_a_delete_is_one()
    {
        await using var erp = await StartAsync();
        Parse(erp, Good, """{"triggercode":"PRODUCT_CREATE","object":{"id":1,"context":{"caller":"erpsync"}}}""").Signals.Should().OnlyContain(signal => signal.IsEcho && signal.Event == SignalEvent.Created);
        Parse(erp, Good, """{"triggercode":"PRODUCT_DELETE","object":{"id":"1","context":[]}}""").Signals.Should().OnlyContain(signal => !signal.IsEcho && signal.Event == SignalEvent.Deleted);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Body_that_is_none_is_unreadable_and_throws_nothing(string body)
    {
        await using var erp = await StartAsync();
        Parse(erp, Good, body).Problem!.Kind.Should().Be(ProblemKind.Unreadable);
    }

    [Fact]
    public async Task Form_that_older_versions_post_is_read()
    {
        await using var erp = await StartAsync();
        var body = "triggercode=PRODUCT_MODIFY&object=" + Uri.EscapeDataString("""{"id":"12","label":"A & B"}""");
        Parse(erp, Good, body).Signals.Select(signal => signal.Id.Value).Should().Contain("12");
        Parse(erp, Good, """{"triggercode":"USER_LOGIN","object":{"id":1}}""").Should().Match<SignalReading>(reading => reading.Problem == null && reading.Signals.Count == 0);
    }

    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Target_that_the_api_cannot_make_is_described_word_for_word(string version)
    {
        await using var erp = await Erp.StartAsync(options => options.WebhookSecret = Secret, server => server.Version = version);
        var findings = await erp.Connector.Get<IWebhookKeeper>().KeepAsync(new WebhookWish(new Uri("https://host.example/hooks/erp"), new HashSet<EntityKind> { EntityKind.Product, EntityKind.StockLevel }), CancellationToken.None);
        var finding = findings.Should().ContainSingle().Subject;
        (finding.Code, finding.Severity).Should().Be(("dolibarr.webhook-by-hand", FindingSeverity.Warning));
        finding.Remedy.Should().Contain("https://host.example/hooks/erp?token=").And.Contain("non-blocking").And.Contain("STOCK_MOVEMENT").And.NotContain(Secret).And.NotContain("ORDER_");
        erp.Server.Requests.Writes.Should().Be(0);
    }

    private static string Good => $"https://host.example/hooks/erp?x=1&token={Secret}";

    private static Task<Erp> StartAsync() => Erp.StartAsync(options => options.WebhookSecret = Secret);

    private static SignalReading Parse(Erp erp, string address, string body) =>
        erp.Connector.Get<ISignalParser>().Parse(new SignalRequest(new Uri(address), new Dictionary<string, string>(StringComparer.Ordinal), Encoding.UTF8.GetBytes(body)));
}
