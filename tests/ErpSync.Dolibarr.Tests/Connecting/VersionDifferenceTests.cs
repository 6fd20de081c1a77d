using System.Text.Json;
using ErpSync.Sandbox;

namespace ErpSync.Dolibarr.Tests;

/// <summary>
/// The differences between versions that <c>reference/dolibarr.md</c> lists and the connector minds, by what it sends to each: 18 and 23 are recorded, the others are documented. Those of 17 are
/// played by the stand-in of 18, those from 19 on by that of 23.
/// </summary>
public sealed class VersionDifferenceTests
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 1];

    [Theory]
    [InlineData("17.0.4", "movementlabel", "lot")]
    [InlineData("18.0.0", "movementlabel", "lot")]
    [InlineData("19.0.2", "movementlabel", "lot")]
    [InlineData("20.0.4", "movementlabel", "lot")]
    [InlineData("21.0.1", "label,movementlabel", "batch,lot")]
    [InlineData("22.0.2", "label,movementlabel", "batch,lot")]
    [InlineData("23.0.1", "label", "batch")]
    [InlineData("24.0.0", "label", "batch")]
    public async Task Movement_has_the_field_names_of_the_version(string version, string texts, string lots)
    {
        await using var world = await StartAsync(version, options => options.Lot = "L1", state =>
        {
            state.Modules.Add("productbatch");
            state.Products[1].OtherColumns["status_batch"] = "1";
            state.SetStock(1, 1, 10);
        });
        await world.Erp.OpenAsync();

        await world.Erp.UpdateAsync(await world.Erp.FindAsync<StockLevel>("product:1"), level => level with { Quantity = 7 }, nameof(StockLevel.Quantity));

        var body = world.Body("POST", "/stockmovements");
        Names(body, "label", "movementlabel").Should().Be(texts);
        Names(body, "batch", "lot").Should().Be(lots);
    }

    [Theory]
    [InlineData("17.0.4", false)]
    [InlineData("18.0.0", false)]
    [InlineData("19.0.2", true)]
    [InlineData("22.0.2", true)]
    [InlineData("24.0.0", true)]
    public async Task Lists_are_asked_for_some_properties_from_19_on(string version, bool isAsked)
    {
        await using var world = await StartAsync(version);
        await world.Erp.ListAsync<Order>();
        await world.Erp.ReadAsync<Product>();

        var lists = world.Sent.Where(request => request.Path.Contains("/orders?", StringComparison.Ordinal) || request.Path.Contains("/products?sortfield", StringComparison.Ordinal)).ToList();
        lists.Should().HaveCountGreaterThanOrEqualTo(2).And.OnlyContain(request => request.Path.Contains("properties=", StringComparison.Ordinal) == isAsked);
    }

    [Theory]
    [InlineData("17.0.4", "Tea \"Earl\" <b>Grey</b>")]
    [InlineData("18.0.0", "Tea \"Earl\" <b>Grey</b>")]
    [InlineData("19.0.2", "Tea Earl Grey")]
    [InlineData("23.0.1", "Tea Earl Grey")]
    public async Task Tags_and_quotes_leave_labels_from_19_on(string version, string stored)
    {
        await using var world = await StartAsync(version);
        await world.Erp.OpenAsync();
        var language = world.Erp.Connector.Get<IKind<Product>>().Profile.Normalise(new Product { Reference = "A", Name = LocalizedText.Of("en", "Tea \"Earl\" <b>Grey</b>") }).Name;
        language!["en"].Should().Be(stored);
    }

    [Theory]
    [InlineData("17.0.4", "/thirdparties/2/setpricelevel", "{\"priceLevel\":\"2\"}")]
    [InlineData("18.0.0", "/thirdparties/2/setpricelevel", "{\"priceLevel\":\"2\"}")]
    [InlineData("19.0.2", "/thirdparties/2/setpricelevel/2", "{}")]
    [InlineData("22.0.2", "/thirdparties/2/setpricelevel/2", "{}")]
    public async Task Price_level_stands_in_the_path_from_19_on_and_in_the_body_before(string version, string path, string body)
    {
        await using var world = await StartAsync(version, seed: state => (state.Constants["PRODUCT_PRICE_UNIQ"], state.Constants["PRODUIT_MULTIPRICES"]) = (null, "1"));

        (await world.Erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, PriceGroup = new Ref(EntityKind.CustomerGroup, new RemoteId("level:2")) }, "main:shop:customer:2")).Written();

        world.Sent.Should().ContainSingle(request => request.Path.Contains("setpricelevel", StringComparison.Ordinal)).Which.Should().Match<(string Method, string Path, string Body)>(request => request.Path.EndsWith(path, StringComparison.Ordinal) && request.Body == body);
        (await world.Erp.FindAsync<Customer>("2")).Value.PriceGroup!.Value.Id.Value.Should().Be("level:2");
    }

    [Theory]
    [InlineData("18.0.0", false)]
    [InlineData("19.0.2", false)]
    [InlineData("20.0.4", true)]
    [InlineData("24.0.0", true)]
    public async Task Mobile_number_of_a_third_party_is_carried_from_20_on(string version, bool isCarried)
    {
        await using var world = await StartAsync(version);
        await world.Erp.OpenAsync();

        world.Erp.Connector.Get<IKind<Customer>>().Profile.ReadFields!.Contains(nameof(Customer.Mobile)).Should().Be(isCarried);
        (await world.Erp.CreateAsync(new Customer { Company = "Tea SARL", IsCompany = true, Mobile = "+33600000000" }, "main:shop:customer:2")).Written();
        Names(world.Body("POST", "/thirdparties"), "phone_mobile").Should().Be(isCarried ? "phone_mobile" : "");
    }

    [Theory]
    [InlineData("18.0.0", "")]
    [InlineData("20.0.4", "")]
    [InlineData("21.0.1", "cover,position")]
    [InlineData("23.0.1", "cover,position")]
    public async Task Picture_has_a_place_from_21_on(string version, string fields)
    {
        await using var world = await StartAsync(version);
        await world.Erp.OpenAsync();
        var content = new ImageContent("x", "image/png", "b.png") { OpenAsync = _ => Task.FromResult(Picture) };

        (await world.Erp.CreateAsync(new ProductImage { Owner = new Ref(EntityKind.Product, new RemoteId("1")), Content = content }, "main:shop:image:1")).Written();

        Names(world.Body("POST", "/documents/upload"), "position", "cover").Should().Be(fields);
    }

    [Theory]
    [InlineData("18.0.0", false)]
    [InlineData("22.0.2", false)]
    [InlineData("23.0.1", true)]
    [InlineData("24.0.0", true)]
    public async Task Payments_are_found_in_their_own_list_from_23_on_and_by_recent_invoices_before(string version, bool hasList)
    {
        await using var world = await StartAsync(version);
        var invoice = (await world.Erp.CreateAsync(Trade.Invoice(Trade.Order(Trade.Line(1, 1, 10))))).Written();
        (await world.Erp.CreateAsync(Trade.Payment(invoice, 5), "main:shop:payment:1")).Written();
        world.Sent.Clear();

        (await world.Erp.Connector.Get<ITokenFinder<Payment>>().FindByTokenAsync(["main:shop:payment:1"], CancellationToken.None)).Keys.Should().Equal("main:shop:payment:1");

        world.Sent.Any(request => request.Path.Contains("/paiements", StringComparison.Ordinal)).Should().Be(hasList);
    }

    [Theory]
    [InlineData("17.0.4", 0)]
    [InlineData("19.0.2", 0)]
    [InlineData("22.0.2", 0)]
    [InlineData("23.0.1", 0)]
    [InlineData("24.0.0", 1)]
    public async Task Versions_17_to_23_are_known_and_later_ones_are_warned_of(string version, int warnings)
    {
        await using var world = await StartAsync(version);
        var findings = await world.Erp.Connector.Get<IProbe>().ProbeAsync([], CancellationToken.None);
        findings.Count(finding => finding.Code is "dolibarr.version-untested" or "dolibarr.version-unknown").Should().Be(warnings);
    }

    private static async Task<World> StartAsync(string version, Action<DolibarrOptions>? configure = null, Action<DolibarrState>? seed = null)
    {
        var sent = new List<(string, string, string)>();
        var recorded = int.Parse(version[..2], System.Globalization.CultureInfo.InvariantCulture) < 19 ? "18.0.0" : "23.0.0-beta";
        return new World(await Trade.StartAsync(configure, server => server.Version = recorded, seed, () => new OtherVersion(version, sent)), sent);
    }

    private static string Names(JsonElement body, params string[] names) => string.Join(',', names.Where(name => body.TryGetProperty(name, out _)).Order(StringComparer.Ordinal));

    private sealed record World(Erp Erp, List<(string Method, string Path, string Body)> Sent) : IAsyncDisposable
    {
        public JsonElement Body(string method, string path) =>
            JsonDocument.Parse(Sent.First(request => request.Method == method && request.Path.EndsWith(path, StringComparison.Ordinal)).Body).RootElement;

        public ValueTask DisposeAsync() => Erp.DisposeAsync();
    }
}
