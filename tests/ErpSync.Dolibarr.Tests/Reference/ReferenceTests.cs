namespace ErpSync.Dolibarr.Tests;

/// <summary>Reference data as pairs map it.</summary>
public sealed class ReferenceTests
{
    [Theory]
    [InlineData("23.0.0-beta")]
    [InlineData("18.0.0")]
    public async Task Dictionaries_are_read_with_ids_codes_and_names(string version)
    {
        await using var erp = await Erp.StartAsync(server: server => server.Version = version);
        await erp.OpenAsync();
        (await erp.RecordsAsync<PaymentMethod>()).Select(record => (record.Id.Value, record.Value.Code, record.Value.Name)).Should().Contain(("6", "CB", "Credit card"));
        var ups = (await erp.RecordsAsync<Carrier>()).Single(record => record.Value.Code == "UPS");
        ups.Value.TrackingUrl.Should().Contain("{TRACKID}");
        (await erp.RecordsAsync<Carrier>()).Single(record => record.Value.Code == "CATCH").Value.TrackingUrl.Should().BeNull();
        var countries = await erp.RecordsAsync<Country>();
        countries.Select(record => record.Value.Code).Should().Contain(["FR", "DE"]).And.NotContain("", "the first row is an empty choice");
        erp.Meter.Requests.Data.Should().Be(0, "reference data is counted apart");
    }

    [Fact]
    public async Task Taxes_tell_rates_code_and_country()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.VatRates.Add(new Sandbox.DolibarrVatRate(70, 1, 8.5m, "Overseas") { Code = "DOM", LocalTax1 = "1.5", LocalTax1Type = 2 }));
        await erp.OpenAsync();
        var taxes = await erp.RecordsAsync<Tax>();
        taxes.Single(record => record.Value.Code == "DOM").Value.Should().Be(new Tax { Code = "DOM", Name = "Overseas", Country = "FR", Active = true, Rates = [new TaxRate(8.5m), new TaxRate(1.5m, Compound: true)] });
        taxes.Should().OnlyContain(record => record.Value.Country == "FR").And.HaveCount(6);
    }

    [Fact]
    public async Task Currencies_have_rates_and_the_company_s_own_is_the_base()
    {
        await using var erp = await Erp.StartAsync(seed: state => state.AddCurrency("USD", 1.1m));
        await erp.OpenAsync();
        var currencies = await erp.RecordsAsync<Currency>();
        currencies.Single(record => record.Value.Code.Value == "USD").Value.Rate.Should().Be(1.1m);
        currencies.Single(record => record.Value.IsBase).Value.Code.Value.Should().Be("EUR");
    }

    [Fact]
    public async Task Warehouses_and_languages_are_those_of_the_setup()
    {
        await using var erp = await Erp.StartAsync(options =>
        {
            options.Multilang = true;
            options.Locales.Add("fr_FR");
        });
        erp.State.AddWarehouse(warehouse => (warehouse.Label, warehouse.Status) = ("OLD", 0));
        await erp.OpenAsync();
        (await erp.RecordsAsync<ErpSync.Warehouse>()).Select(record => (record.Id.Value, record.Value.Code, record.Value.Active)).Should().Equal(("1", "MAIN", true), ("2", "OLD", false));
        (await erp.RecordsAsync<Language>()).Select(record => (record.Value.Code, record.Value.Locale, record.Value.IsMain)).Should().Equal(("en", "en-US", true), ("fr", "fr-FR", false));
    }

    [Fact]
    public async Task Categories_of_customers_and_price_levels_are_groups()
    {
        await using var erp = await Erp.StartAsync(seed: ConformanceSetups.Levels);
        var dealers = erp.State.AddCategory(category => (category.Label, category.Type) = ("Dealers &amp; friends", 2)).Id;
        erp.State.AddCategory(category => category.Label = "Shoes");
        await erp.OpenAsync();
        var groups = await erp.RecordsAsync<CustomerGroup>();
        groups.Single(record => record.Value.DecidesPrices == false).Should().Match<Remote<CustomerGroup>>(record => record.Id.Value == $"category:{dealers}" && record.Value.Name == "Dealers & friends");
        groups.Count(record => record.Value.DecidesPrices == true).Should().Be(5);
        (CustomerGroupId.CategoryOf(CustomerGroupId.OfCategory(7)), CustomerGroupId.LevelOf(CustomerGroupId.OfLevel(2)), CustomerGroupId.LevelOf(new RemoteId("category:7"))).Should().Be((7L, 2, (int?)null));
        (await erp.RecordsAsync<Category>()).Select(record => record.Value.Name["en"]).Should().Equal("Shoes");
    }

    [Fact]
    public async Task Dictionary_that_may_not_be_read_is_empty_and_no_error()
    {
        await using var erp = await Erp.StartAsync(options => options.ApiKey = "plain");
        erp.Server.Keys.Add("plain", Sandbox.DolibarrRights.ProductRead);
        await erp.OpenAsync();
        (await erp.RecordsAsync<CustomerGroup>()).Should().BeEmpty();
    }
}
