using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes.Tests.CyberOffice;

/// <summary>Section A: compatibility and connection.</summary>
public sealed class AConnectionTests
{
    [Theory]
    [InlineData("1.7.8")]
    [InlineData("8.2.1")]
    [InlineData("9.1.4")]
    public async Task CyberOffice_A1_recorded_versions_pass_and_carry_an_order(string version)
    {
        await using var shop = await CyberShop.StartAsync(shopVersion: version);
        (await shop.CheckAsync()).Should().NotContain(finding => finding.Severity == FindingSeverity.Error);
        shop.Order();
        await shop.World.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle();
    }

    [Fact]
    public async Task CyberOffice_A1_shop_below_the_floor_is_refused_by_name()
    {
        await using var shop = await CyberShop.StartAsync(null, null, builder => builder.Services.AddHttpClient("ErpSync:shop").AddHttpMessageHandler(() => new OldShop()));
        var findings = await shop.CheckAsync();
        findings.Should().Contain(finding => finding.Severity == FindingSeverity.Error && finding.Message.Contains("1.6.1.24"));
    }

    [Fact]
    public async Task CyberOffice_A2_both_sides_are_checked_for_their_version_before_anything_is_written()
    {
        await using var shop = await CyberShop.StartAsync(erpVersion: "18.0.0");
        (await shop.CheckAsync()).Should().NotContain(finding => finding.Severity == FindingSeverity.Error, "no partner modules have to match: each side is judged by its own version and by what it can do");
        shop.Order();
        await shop.World.SettleAsync();
        shop.Erp.Orders.Should().ContainSingle();
    }

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task CyberOffice_A3_wrong_key_is_a_clear_error_without_the_key(string side)
    {
        await using var shop = await CyberShop.StartAsync(null, null, builder =>
        {
            builder.Services.Configure<PrestaShop.PrestaShopOptions>("shop", o => o.ApiKey = side == "shop" ? "WRONGWRONGWRONGWRONGWRONGWRONG12" : o.ApiKey);
            builder.Services.Configure<Dolibarr.DolibarrOptions>("erp", o => o.ApiKey = side == "erp" ? "wrong-key-of-the-erp" : o.ApiKey);
        });
        var findings = await shop.CheckAsync();
        findings.Should().Contain(finding => finding.Severity == FindingSeverity.Error && finding.Connection == side && finding.Message.Contains("key", StringComparison.OrdinalIgnoreCase));
        findings.Should().NotContain(finding => finding.ToString().Contains("WRONGWRONG") || finding.ToString().Contains("wrong-key-of-the-erp"));
    }

    [Fact]
    public async Task CyberOffice_A4_mixed_schemes_are_a_warning_at_set_up()
    {
        await using var shop = await CyberShop.StartAsync(null, null, builder => builder.Services.PostConfigure<Dolibarr.DolibarrOptions>("erp", o => o.BaseAddress = new Uri("https://erp.example.com/")));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        (await shop.World.Services.GetRequiredKeyedService<Connector>("shop").Get<IProbe>().ProbeAsync([], limit.Token))
            .Should().Contain(finding => finding.Code == "cyberoffice.mixed-schemes" && finding.Severity == FindingSeverity.Warning);
    }

    [Fact]
    public async Task CyberOffice_A5_maintenance_is_reported_as_such_and_not_as_a_refused_key()
    {
        await using var shop = await CyberShop.StartAsync(null, world => world.World.Shop.Maintenance = true);
        var findings = await shop.CheckAsync();
        findings.Should().Contain(finding => finding.Message.Contains("maintenance", StringComparison.OrdinalIgnoreCase));
        findings.Should().NotContain(finding => finding.Message.Contains("key was refused", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CyberOffice_A6_erp_needs_no_key_of_the_shop_for_the_way_back()
    {
        await using var shop = await CyberShop.StartAsync(o => o.Reverse.Stock = true);
        await shop.SettleAsync();
        shop.Erp.SetStock(shop.Erp.Products.Single(product => product.Ref == "MUG").Id, 1, 3);
        await shop.World.SettleAsync();
        shop.Shop.Stock(shop.Mug.Id).Quantity.Should().Be(3);
        shop.Erp.Constants["CYBEROFFICE_SHOP_KEY"].Should().BeNull("both keys are the host's; neither system stores the other's");
    }

    [Theory]
    [InlineData("categorie", "Categor")]
    [InlineData("service", "Service")]
    [InlineData("stock", "Stock")]
    [InlineData("facture", "nvoice")]
    public async Task CyberOffice_A7_each_missing_module_is_a_finding_of_its_own(string module, string title)
    {
        await using var shop = await CyberShop.StartAsync(null, world => world.Erp.Modules.Remove(module));
        var findings = (await shop.CheckAsync()).Where(finding => finding is { Connection: "erp", Severity: FindingSeverity.Error, Code: "dolibarr.module-off" }).Select(finding => finding.Message);
        findings.Should().ContainSingle().Which.Should().Contain(title);
    }

    [Fact]
    public async Task CyberOffice_A7_no_open_warehouse_and_no_rates_are_findings()
    {
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            world.Erp.Warehouses[1].Status = 0;
            world.Erp.VatRates.Clear();
        });
        var findings = await shop.CheckAsync();
        findings.Should().Contain(finding => finding.Connection == "erp" && finding.Message.Contains("warehouse", StringComparison.OrdinalIgnoreCase));
        findings.Should().Contain(finding => finding.Connection == "erp" && finding.Message.Contains("VAT", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CyberOffice_A8_barcodes_are_an_option_and_a_product_without_one_fails_nothing(bool on)
    {
        await using var shop = await CyberShop.StartAsync(o => o.Barcodes = on, world => world.Mug.Ean13 = "4006381333931");
        await shop.SettleAsync();
        shop.Erp.Products.Count.Should().Be(2);
        (shop.Erp.Products.Single(product => product.Ref == "MUG").Barcode == "4006381333931").Should().Be(on);
    }

    [Fact]
    public async Task CyberOffice_A9_host_that_dies_above_40_items_finishes_with_smaller_pages()
    {
        var weak = new WeakHost(40);
        await using var shop = await CyberShop.StartAsync(null, world =>
        {
            for (var i = 0; i < 90; i++)
            {
                world.Shop.AddProduct(product =>
                {
                    (product.Reference, product.Price) = ($"P{i}", 5m);
                    product.Name["en"] = $"Product {i}";
                });
            }
        }, builder => builder.Services.AddHttpClient("ErpSync:shop").AddHttpMessageHandler(() => weak));
        await shop.RunAsync(EntityKind.Product);
        shop.Erp.Products.Count.Should().Be(92);
        weak.Deaths.Should().BeInRange(1, 20, "the working size is remembered");
    }

    [Fact]
    public async Task CyberOffice_A10_categories_and_products_can_be_initialised_again_after_a_test_phase()
    {
        await using var shop = await CyberShop.StartAsync(null, world => world.Mug.CategoryIds = [2, world.Shop.AddCategory("Mugs").Id]);
        await shop.SettleAsync();
        var (products, categories) = (shop.Erp.Products.Count, shop.Erp.Categories.Count);
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        (shop.Erp.Products.Count, shop.Erp.Categories.Count).Should().Be((products, categories));
        shop.Mug.Name["en"] = "Mug, after the test phase";
        await shop.World.RunAsync(new SyncRequest("main") { Full = true });
        shop.Erp.Products.Single(product => product.Ref == "MUG").Label.Should().Be("Mug, after the test phase");
    }

    /// <summary>A host whose pages of products end in 500 when they are longer than it bears.</summary>
    /// <summary>Says that the shop is of a version that the stand-in does not play.</summary>
    private sealed class OldShop : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            answer.Headers.Remove("PSWS-Version");
            answer.Headers.Add("PSWS-Version", "1.6.1.24");
            return answer;
        }
    }

    private sealed class WeakHost(int most) : DelegatingHandler
    {
        public int Deaths { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = Uri.UnescapeDataString(request.RequestUri!.Query);
            var at = query.IndexOf("limit=", StringComparison.Ordinal);
            var limit = at < 0 ? "" : query[(at + 6)..].Split('&')[0].Split(',')[^1];
            if (!request.RequestUri.AbsolutePath.EndsWith("/products", StringComparison.Ordinal) || !int.TryParse(limit, System.Globalization.CultureInfo.InvariantCulture, out var count) || count <= most)
                return base.SendAsync(request, cancellationToken);
            Deaths++;
            return Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.InternalServerError) { RequestMessage = request, Content = new StringContent("<html>Allowed memory size exhausted</html>") });
        }
    }
}
