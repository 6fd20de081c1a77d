using ErpSync.Sandbox.PrestaShop;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.PrestaShop.Tests;

public sealed class ProbeTests
{
    private static readonly Need[] Everything =
    [
        new(EntityKind.Category, true, true, true, true),
        new(EntityKind.Product, true, true, true, true),
        new(EntityKind.ProductVariant, true, true, true, true),
        new(EntityKind.StockLevel, true, false, true, false),
        new(EntityKind.ProductImage, true, true, true, true),
        new(EntityKind.Price, true, true, true, true),
        new(EntityKind.Manufacturer, true, true, true, true),
        new(EntityKind.Supplier, true, true, true, true),
        new(EntityKind.SupplierPrice, true, true, true, true),
    ];

    [Theory]
    [InlineData("9.1.4")]
    [InlineData("8.2.1")]
    public async Task A_sound_shop_only_says_what_it_is(string version)
    {
        await using var shop = await Shop.StartAsync(version);

        var finding = (await shop.Connector.Get<IProbe>().ProbeAsync(Everything, CancellationToken.None)).Should().ContainSingle().Subject;

        finding.Severity.Should().Be(FindingSeverity.Information);
        finding.Message.Should().Be($"PrestaShop {version}; languages en, fr; currencies EUR, prices in EUR; 1 shop, shop 1 used; times in Europe/Paris; 3 tax rules groups with rates in the shop's default country (id 8).");
    }

    [Fact]
    public async Task Languages_and_currencies_that_are_switched_off_are_named()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Languages[2].Active = false;
        shop.Server.State.AddCurrency("USD", 1.2m).Active = false;

        var findings = await ProbeAsync(shop);

        findings.Select(finding => finding.Code).Should().BeEquivalentTo("prestashop.language-inactive", "prestashop.currency-inactive");
        findings.Should().OnlyContain(finding => finding.Severity == FindingSeverity.Information);
        string.Concat(findings.Select(finding => finding.Message)).Should().Contain("fr").And.Contain("USD");
    }

    [Fact]
    public async Task Several_shops_whose_address_tells_none_are_an_error_with_their_names()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.AddShop("Outlet");

        var finding = (await ProbeAsync(shop)).Should().ContainSingle().Subject;

        finding.Severity.Should().Be(FindingSeverity.Error);
        finding.Code.Should().Be("prestashop.multi-shop");
        finding.Message.Should().Contain("1 ErpSync Demo").And.Contain("2 Outlet");
        finding.Remedy.Should().Contain("ShopId");
    }

    [Theory]
    [InlineData("category", "categories: GET POST PATCH DELETE")]
    [InlineData("product", "products: GET POST PATCH DELETE; product_features: GET POST; product_feature_values: GET POST; tags: GET POST; combinations: GET PATCH")]
    [InlineData("product-variant", "combinations: GET POST PATCH DELETE; products: GET PATCH; product_options: GET POST; product_option_values: GET POST")]
    [InlineData("stock-level", "stock_availables: GET PATCH")]
    [InlineData("product-image", "images: GET POST DELETE; products: GET PATCH; combinations: GET PATCH")]
    [InlineData("price", "specific_prices: GET POST PATCH DELETE; products: GET; combinations: GET; groups: GET; customers: GET; countries: GET")]
    [InlineData("manufacturer", "manufacturers: GET POST PATCH DELETE")]
    [InlineData("supplier", "suppliers: GET POST PATCH DELETE")]
    [InlineData("supplier-price", "product_suppliers: GET POST PATCH DELETE; suppliers: GET; combinations: GET")]
    public void Every_kind_names_the_rights_that_it_takes(string kind, string rights)
    {
        var stock = kind == "stock-level";

        var needed = RightsNeeded.Of(new Need(new EntityKind(kind), true, !stock, true, !stock), canPatch: true).Distinct().ToList();

        needed.Select(right => $"{right.Resource} {right.Method}").Should().BeEquivalentTo(
            rights.Split("; ").SelectMany(part => part.Split(": ")[1].Split(' ').Select(method => $"{part.Split(": ")[0]} {method}")));
    }

    [Fact]
    public async Task The_rights_that_are_named_are_the_rights_that_are_used()
    {
        const string key = "EXACTLYKEYEXACTLYKEYEXACTLYKEY12";
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = key);
        shop.Server.Keys.Add(key, one =>
        {
            foreach (var (resource, method) in RightsNeeded.ForReference(new PrestaShopOptions()).Concat(RightsNeeded.Of(new Need(EntityKind.Product, true, true, true, true), canPatch: true)))
                one.Allow(resource, method);
        });
        await shop.OpenAsync();

        var id = (await shop.CreateAsync(Samples.Product("A") with { Features = TextMap.From([new("Material", "Oak")]), Tags = ["new"] }))[0].Id();
        var current = (await shop.FindAsync<Product>(id.Value)).Single();
        (await shop.UpdateAsync((current, current.Value with { PriceNet = new Money(3, Samples.Euro), Tags = ["old"] }, [nameof(Product.PriceNet), nameof(Product.Tags)])))[0].Id();
        await shop.ListAsync<Product>();
        var deleted = await shop.Connector.Get<IDeleter<Product>>().DeleteAsync(await shop.FindAsync<Product>(id.Value), CancellationToken.None);

        deleted.Should().ContainSingle().Which.Should().BeOfType<WriteResult<Product>.Written>();
        shop.Server.Requests.Snapshot().Should().NotContain(request => request.Method == "PUT");
    }

    [Fact]
    public async Task A_shop_without_PATCH_is_usable_and_says_what_it_costs()
    {
        await using var shop = await Shop.StartAsync("1.7.8");

        (await ProbeAsync(shop)).Should().ContainSingle().Which.Severity.Should().Be(FindingSeverity.Information);
    }

    [Fact]
    public async Task A_missing_right_is_named_with_resource_and_method()
    {
        const string key = "LIMITEDKEYLIMITEDKEYLIMITEDKEY12";
        await using var shop = await Shop.StartAsync(configure: options => options.ApiKey = key);
        shop.Server.Keys.Add(key, one =>
        {
            foreach (var resource in new[] { "configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes", "shops", "categories", "products" })
                one.Allow(resource, "GET");
        });

        var findings = await ProbeAsync(shop, new Need(EntityKind.Product, true, true, true, false), new Need(EntityKind.Category, true, false, false, false));

        findings.Should().OnlyContain(finding => finding.Code == "prestashop.permission-missing" && finding.Severity == FindingSeverity.Error);
        findings.Select(finding => finding.Message).Should().BeEquivalentTo(
            "The key lacks POST, PATCH on products.",
            "The key lacks GET, PATCH on combinations.",
            "The key lacks GET, POST on product_features.",
            "The key lacks GET, POST on product_feature_values.",
            "The key lacks GET, POST on tags.");
    }

    [Fact]
    public async Task An_unknown_key_is_told_from_a_dropped_header()
    {
        await using var unknown = await Shop.StartAsync(configure: options => options.ApiKey = new string('Z', 32));
        await using var dropped = await Shop.StartAsync();
        dropped.Server.DropAuthorizationHeader = true;

        (await ProbeAsync(unknown)).Should().ContainSingle().Which.Code.Should().Be("prestashop.key-unknown");
        var finding = (await ProbeAsync(dropped)).Should().ContainSingle().Subject;
        finding.Code.Should().Be("prestashop.key-only-in-query");
        finding.Remedy.Should().Contain("KeyInQuery");
        finding.ToString().Should().NotContain(dropped.Server.ApiKey);
    }

    [Fact]
    public async Task A_key_in_the_address_works_where_the_header_is_dropped()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.KeyInQuery = true);
        shop.Server.DropAuthorizationHeader = true;

        (await ProbeAsync(shop)).Should().BeEmpty();
        await shop.OpenAsync();
        (await shop.CreateAsync(Samples.Product("A")))[0].Id();
    }

    [Fact]
    public async Task A_webservice_that_is_off_says_so()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.WebserviceEnabled = false;

        (await ProbeAsync(shop)).Should().ContainSingle().Which.Code.Should().Be("prestashop.webservice-off");
    }

    [Fact]
    public async Task A_wrong_host_is_a_redirect_that_is_not_followed()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.Domain = "shop.example";

        var finding = (await ProbeAsync(shop)).Should().ContainSingle().Subject;

        finding.Code.Should().Be("http.redirected");
        finding.Message.Should().Contain("shop.example");
    }

    [Fact]
    public async Task Settings_that_hurt_are_findings()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Configure("PS_SHOP_ENABLE", "0");
        shop.Server.State.Configure("PS_ADVANCED_STOCK_MANAGEMENT", "1");
        shop.Server.State.Configure("PS_WEIGHT_UNIT", "stone");
        shop.Server.State.Configure("PS_COUNTRY_DEFAULT", "21");

        var codes = (await ProbeAsync(shop)).Select(finding => finding.Code);

        codes.Should().BeEquivalentTo("prestashop.shop-in-maintenance", "prestashop.advanced-stock", "prestashop.weight-unit-unknown", "prestashop.taxes-missing");
    }

    [Fact]
    public async Task An_old_version_is_refused_and_a_newer_or_nameless_one_is_a_warning()
    {
        var old = (await ProbeAsAsync("1.6.1.24")).Should().ContainSingle().Subject;
        var newer = (await ProbeAsAsync("10.0.0")).Should().ContainSingle().Subject;
        var nameless = (await ProbeAsAsync("thirty bees")).Should().ContainSingle().Subject;

        (old.Severity, old.Code).Should().Be((FindingSeverity.Error, "prestashop.version-too-old"));
        old.Message.Should().Contain("1.6.1.24").And.Contain("1.7");
        (newer.Severity, newer.Code).Should().Be((FindingSeverity.Warning, "prestashop.version-unknown"));
        newer.Message.Should().Contain("10.0.0");
        newer.Remedy.Should().NotBeEmpty();
        (nameless.Severity, nameless.Code).Should().Be((FindingSeverity.Warning, "prestashop.version-unknown"));
    }

    // The stand-in under another name: what it says of itself in the header is replaced on the way.
    private static async Task<IReadOnlyList<Finding>> ProbeAsAsync(string version)
    {
        await using var server = new PrestaShopSandbox(new PrestaShopSandboxOptions());
        await server.StartAsync();
        var builder = new OneConnectorBuilder();
        builder.AddPrestaShop("shop", options => (options.BaseAddress, options.ApiKey, options.Retries) = (server.BaseAddress, server.ApiKey, 0));
        builder.Services.ConfigureHttpClientDefaults(clients => clients.AddHttpMessageHandler(() => new Renamed(version)));
        await using var services = builder.Services.BuildServiceProvider();
        var findings = await services.GetRequiredKeyedService<Connector>("shop").Get<IProbe>().ProbeAsync(Everything, CancellationToken.None);
        return [.. findings.Where(finding => finding.Code != PrestaShopCodes.ShopFacts)];
    }

    private sealed class Renamed(string version) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.Remove("PSWS-Version"))
                response.Headers.Add("PSWS-Version", version);
            return response;
        }
    }

    // What the shop is, is told every time.
    private static async Task<IReadOnlyList<Finding>> ProbeAsync(Shop shop, params Need[] needs) =>
        [.. (await shop.Connector.Get<IProbe>().ProbeAsync(needs.Length == 0 ? Everything : needs, CancellationToken.None)).Where(finding => finding.Code != PrestaShopCodes.ShopFacts)];
}
