using ErpSync.Http;
using ErpSync.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ErpSync.WooCommerce.Tests;

/// <summary>Keys, ways of sending them, versions and what the probe says.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task Http_is_signed_with_OAuth_and_the_secret_never_travels()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        var queries = shop.Server.Requests.Snapshot().Select(request => request.Query).ToList();
        queries.Should().OnlyContain(query => query.Contains("oauth_signature=", StringComparison.Ordinal));
        queries.Should().OnlyContain(query => !query.Contains(shop.Server.ConsumerSecret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Basic_over_http_is_passed_over_by_the_shop_and_said_so()
    {
        await using var shop = await Shop.StartAsync(options => options.Authentication = WooCommerceAuthentication.Basic);
        var finding = (await shop.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None)).Should().ContainSingle(found => found.Severity == FindingSeverity.Error).Subject;
        finding.Code.Should().Be("woocommerce.key-refused");
        finding.Remedy.Should().Contain("Over http only OAuth works");
    }

    [Theory]
    [InlineData(WooCommerceAuthentication.Basic)]
    [InlineData(WooCommerceAuthentication.Query)]
    public async Task Https_takes_Basic_and_keys_in_the_query(WooCommerceAuthentication way)
    {
        await using var shop = await Shop.StartAsync(options => options.Authentication = way, server => server.ActsAsHttps = true);
        (await shop.OpenAsync()).Version.Should().Be("11.0.1");
        (await shop.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None)).Any(finding => finding.Code == "woocommerce.keys-in-query").Should().Be(way == WooCommerceAuthentication.Query);
    }

    [Fact]
    public async Task Signed_address_is_signed_anew_when_it_is_sent_again()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        shop.Server.Requests.Clear();
        shop.Server.Faults.Add(new Fault(FaultKind.DropAfterCommit) { Method = "GET", PathContains = "categories", Times = 2 });

        (await shop.ReadAsync<Category>()).Should().BeEmpty();

        shop.Server.Requests.Snapshot().Should().HaveCount(3, "a pause lies between the attempts, however the shop's date stands");
    }

    [Fact]
    public async Task Answer_that_never_comes_is_given_up_although_the_shops_date_stands_still()
    {
        await using var shop = await Shop.StartAsync(options => options.AttemptTimeout = TimeSpan.FromMilliseconds(50));
        shop.Server.Faults.Add(new Fault(FaultKind.Latency) { Delay = TimeSpan.FromDays(1), Times = int.MaxValue });

        var read = () => shop.OpenAsync();

        (await read.Should().ThrowAsync<ConnectorException>()).Which.Problem.Code.Should().Be(HttpProblemCodes.TimedOut);
    }

    [Fact]
    public async Task Methods_are_overridden_where_the_host_blocks_them()
    {
        await using var shop = await Shop.StartAsync(options => options.OverrideMethods = true, seed: state => state.AddCustomer(new System.Text.Json.Nodes.JsonObject { ["email"] = "a@example.test" }));
        await shop.OpenAsync();
        var customer = (await shop.RecordsAsync<Customer>()).Single();
        (await shop.CreateAsync(new Address { Owner = new Ref(EntityKind.Customer, customer.Id), City = "Paris", ForBilling = true })).Should().BeOfType<WriteResult<Address>.Written>();
        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Method == "PUT");
    }

    [Fact]
    public async Task Key_that_may_only_read_is_found_before_the_first_run()
    {
        await using var shop = await Shop.StartAsync(
            options => (options.ConsumerKey, options.ConsumerSecret) = ("ck_read", "cs_read"));
        shop.Server.Keys.Add(new WooCommerceKey("ck_read", "cs_read", Writes: false));
        var findings = await shop.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.Product, Reads: true, Creates: true, Updates: true, Deletes: false)], CancellationToken.None);
        findings.Should().ContainSingle(finding => finding.Severity == FindingSeverity.Error).Which.Code.Should().Be("woocommerce.right-missing");
        shop.State.Products.Should().BeEmpty();
    }

    [Fact]
    public async Task Key_that_may_only_write_is_named_as_such()
    {
        await using var shop = await Shop.StartAsync(options => (options.ConsumerKey, options.ConsumerSecret) = ("ck_write", "cs_write"));
        shop.Server.Keys.Add(new WooCommerceKey("ck_write", "cs_write", Reads: false));

        var findings = await shop.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None);

        findings.Should().ContainSingle(finding => finding.Severity == FindingSeverity.Error).Which.Message.Should().Contain("a key that may only write");
    }

    [Fact]
    public async Task Probe_tells_currency_storage_rate_and_what_keeps_stock_or_money_from_being_right()
    {
        await using var shop = await Shop.StartAsync(server: server => server.OrderTables = false);
        shop.State.Set("products", "woocommerce_manage_stock", "no");
        shop.State.Set("general", "woocommerce_price_num_decimals", "0");

        var findings = await shop.Connector.Get<IProbe>().ProbeAsync([new Need(EntityKind.Order, Reads: true, Creates: false, Updates: false, Deletes: false)], CancellationToken.None);

        findings.Select(finding => finding.Code).Should().Contain(["woocommerce.stock-unmanaged", "woocommerce.decimals", "woocommerce.rate"]);
        findings.Single(finding => finding.Code == "woocommerce.shop").Message.Should().Contain("EUR").And.Contain("orders in posts");
    }

    [Fact]
    public async Task Plain_permalinks_are_named_as_the_cause()
    {
        await using var shop = await Shop.StartAsync(server: server => server.PrettyPermalinks = false);
        (await shop.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None)).Should().ContainSingle().Which.Code.Should().Be("woocommerce.no-api");
    }

    [Fact]
    public async Task Plugins_that_change_answers_are_named()
    {
        await using var shop = await Shop.StartAsync(server: server => server.Plugins.Add("woocommerce-multilingual"));
        (await shop.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None)).Should().ContainSingle(finding => finding.Code == "woocommerce.plugin");
    }

    [Fact]
    public async Task Version_below_8_is_refused_by_name()
    {
        await using var shop = await Shop.StartAsync(server: server => server.Version = "7.9.0");
        (await FluentActions.Awaiting(() => shop.OpenAsync()).Should().ThrowAsync<ConnectorException>()).Which.Problem.Kind.Should().Be(ProblemKind.Unsupported);
    }

    [Fact]
    public async Task Reference_data_is_read_for_the_maps_and_counted_apart()
    {
        await using var shop = await Shop.StartAsync();
        await shop.OpenAsync();
        (await shop.RecordsAsync<OrderStatus>()).Select(status => status.Id.Value).Should().Contain(["pending", "completed"]).And.NotContain("checkout-draft");
        (await shop.RecordsAsync<PaymentMethod>()).Should().HaveCount(3);
        (await shop.RecordsAsync<Carrier>()).Single(carrier => carrier.Id.Value == "flat_rate").Value.Name.Should().Be("Colissimo");
        (await shop.RecordsAsync<Tax>()).Should().HaveCount(4);
        (await shop.RecordsAsync<Currency>()).Single().Value.Code.Should().Be(new CurrencyCode("EUR"));
        shop.Meter.Requests.Data.Should().Be(0);
    }

    [Fact]
    public void Malformed_options_are_refused_without_repeating_a_key()
    {
        var builder = new TestBuilder();
        builder.AddWooCommerce("shop", options => (options.ConsumerKey, options.ConsumerSecret, options.BatchSize, options.ApplicationUser) = ("my secret key", "cs_1", 101, "admin"));
        var fault = FluentActions.Invoking(() => builder.Collection.BuildServiceProvider().GetRequiredService<IOptionsMonitor<WooCommerceOptions>>().Get("shop")).Should().Throw<OptionsValidationException>().Which;
        fault.Failures.Should().HaveCount(4);
        fault.Message.Should().NotContain("my secret key");
    }

    [Fact]
    public void Wp_json_behind_the_address_is_taken_off_and_a_folder_stays()
    {
        WooCommerceAddress.Root(new Uri("https://example.org/shop/wp-json/wc/v3/")).Should().Be(new Uri("https://example.org/shop/"));
        WooCommerceAddress.Root(new Uri("https://example.org")).Should().Be(new Uri("https://example.org/"));
    }
}
