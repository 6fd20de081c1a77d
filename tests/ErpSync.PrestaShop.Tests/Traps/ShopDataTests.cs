namespace ErpSync.PrestaShop.Tests;

public sealed class ShopDataTests
{
    [Fact]
    public async Task A_shop_tells_its_currency_languages_zone_and_version()
    {
        await using var shop = await Shop.StartAsync();

        var facts = await shop.OpenAsync();

        facts.BaseCurrency.Should().Be(new CurrencyCode("EUR"));
        facts.Languages.Should().Equal("en", "fr");
        facts.TimeZone!.Id.Should().Be("Europe/Paris");
        facts.Version.Should().Be("9.1.4");
    }

    [Fact]
    public async Task Opening_costs_reference_requests_only()
    {
        await using var shop = await Shop.StartAsync();

        await shop.Connector.Get<IConnection>().OpenAsync(CancellationToken.None);

        var counts = shop.Connector.Get<IRequestMeter>().Requests;
        counts.Data.Should().Be(0);
        counts.Reference.Should().BeLessThanOrEqualTo(8);
    }

    [Fact]
    public async Task An_installation_keeps_its_identity_and_another_has_another()
    {
        await using var one = await Shop.StartAsync();
        await using var other = await Shop.StartAsync();

        var first = await one.OpenAsync();

        (await one.OpenAsync()).InstanceId.Should().Be(first.InstanceId);
        (await other.OpenAsync()).InstanceId.Should().NotBe(first.InstanceId);
    }

    [Fact]
    public async Task Rates_of_another_country_can_be_asked_for()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.TaxCountry = "de");
        var group = shop.Server.State.AddTaxRuleGroup("DE 19 %", 19m, countryId: 1);
        var product = shop.Server.State.AddProduct(p => p["id_tax_rules_group"] = group.Id.ToString());
        await shop.OpenAsync();

        var read = (await shop.FindAsync<Product>(product.Id.ToString())).Single();

        read.Value.Taxes.Should().Equal(new TaxRate(19));
    }

    [Fact]
    public async Task A_country_that_the_shop_lacks_is_named()
    {
        await using var shop = await Shop.StartAsync(configure: options => options.TaxCountry = "ZZ");

        var fault = (await shop.Invoking(one => one.OpenAsync()).Should().ThrowAsync<ConnectorException>()).Which;

        fault.Problem.Code.Should().Be("prestashop.country-unknown");
        fault.Problem.Message.Should().Contain("ZZ");
    }

    [Theory]
    [InlineData("kg", "1.25", "1.25")]
    [InlineData("g", "1250", "1.25")]
    [InlineData("lb", "2", "0.90718474")]
    public async Task Weights_are_kilograms(string unit, string stored, string kilograms)
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Configure("PS_WEIGHT_UNIT", unit);
        var product = shop.Server.State.AddProduct(p => p["weight"] = stored);
        await shop.OpenAsync();

        var read = (await shop.FindAsync<Product>(product.Id.ToString())).Single();

        read.Value.WeightKg.Should().Be(decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_weight_survives_its_unit()
    {
        foreach (var unit in new[] { "kg", "g", "lb", "oz" }.Select(name => WeightUnit.Named(name)!))
        {
            for (var kilograms = 0.001m; kilograms < 50; kilograms *= 1.37m)
                unit.Stored(unit.Stored(kilograms)).Should().Be(unit.Stored(kilograms));
        }
    }

    [Fact]
    public void Languages_have_ISO_codes_even_where_PrestaShop_has_its_own()
    {
        var languages = ShopLanguage.Read([Language(1, "en", "en-US"), Language(2, "gb", "en-GB"), Language(3, "si", "sl-SI"), Language(4, "br", "pt-BR")], mainId: 3);

        languages.Select(language => language.Code).Should().Equal("sl", "en", "gb", "pt");
        languages[0].Id.Should().Be(3);
    }

    [Fact]
    public async Task Texts_of_a_language_that_is_switched_off_stay()
    {
        await using var shop = await Shop.StartAsync();
        shop.Server.State.Languages.Single(language => language["iso_code"] == "fr")["active"] = "0";
        var product = shop.Server.State.AddProduct(p =>
        {
            p.Name["en"] = "Hose";
            p.Name["fr"] = "Tuyau";
        });
        var facts = await shop.OpenAsync();
        var current = (await shop.FindAsync<Product>(product.Id.ToString())).Single();

        await shop.UpdateAsync((current, current.Value with { Name = LocalizedText.Of("en", "Pipe") }, [nameof(Product.Name)]));

        facts.Languages.Should().Equal("en");
        current.Value.Name.Languages.Should().Equal("en");
        product.Name["en"].Should().Be("Pipe");
        product.Name["fr"].Should().Be("Tuyau");
    }

    private static WireRow Language(int id, string iso, string locale)
    {
        var row = new WireRow();
        row.Set("id", id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        row.Set("iso_code", iso);
        row.Set("locale", locale);
        row.Set("active", "1");
        return row;
    }
}
