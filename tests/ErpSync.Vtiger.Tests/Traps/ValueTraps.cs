using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger.Tests;

/// <summary>What vtiger does to values, and how they must be sent.</summary>
public sealed class ValueTraps
{
    [Theory]
    [InlineData("1234.56", "1234.56")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1000000", "1000000")]
    [InlineData("-5.50", "-5.5")]
    public void Decimals_are_sent_with_a_point_and_without_grouping_or_exponent(string number, string sent) =>
        JsonValues.Invariant(decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).Should().Be(sent);

    [Theory]
    [InlineData("45.400000000000006")]
    [InlineData("1.0E-5")]
    [InlineData("\"11.90000000\"")]
    [InlineData("11.9")]
    public void Numbers_are_read_as_text_number_or_unrounded_float(string json)
    {
        using var document = JsonDocument.Parse($"{{\"n\":{json}}}");
        document.RootElement.Number("n").Should().NotBeNull();
    }

    [Fact]
    public void Impossible_day_reads_as_nothing() => JsonValues.Day("0000-00-00").Should().BeNull();

    [Fact]
    public void Times_are_in_the_zone_of_the_server_which_is_UTC()
    {
        JsonValues.Instant("2026-11-22 03:31:20", TimeZoneInfo.Utc).Should().Be(new DateTimeOffset(2026, 11, 22, 3, 31, 20, TimeSpan.Zero));
        JsonValues.Instant("2026-11-22 03:31:20", TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam")).Should().Be(new DateTimeOffset(2026, 11, 22, 2, 31, 20, TimeSpan.Zero));
    }

    [Fact]
    public void Id_is_module_and_number_and_nothing_else()
    {
        RecordNumber.Parse("14x20").Should().Be(new RecordNumber("14", 20));
        foreach (var text in new[] { "14", "x20", "14x", "14x-1", "axb", "14x20x", "", null })
            RecordNumber.Parse(text).Should().BeNull();
    }

    [Fact]
    public async Task Product_is_active_unless_told_otherwise_though_the_API_stores_no()
    {
        await using var crm = await StartAsync();
        (await crm.CreatedAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "A") })).Value.Active.Should().BeTrue();
        (await crm.CreatedAsync(new Product { Reference = "B", Name = LocalizedText.Of("en", "B"), Active = false })).Value.Active.Should().BeFalse();
    }

    [Theory]
    [InlineData("Mug 🎉 x")]
    [InlineData("<script>alert(1)</script> mug")]
    [InlineData("  blanks around  ")]
    [InlineData("Ünï & \"quoted\" 'single' \\ back")]
    public async Task Text_is_stored_as_it_was_declared(string text)
    {
        await using var crm = await StartAsync();
        var name = LocalizedText.Of("en", text);
        var declared = crm.Connector.Get<IKind<Product>>().Profile.Normalise(new Product { Reference = "A", Name = name }).Name;
        (await crm.CreatedAsync(new Product { Reference = "A", Name = name })).Value.Name.Should().Equal(declared);
    }

    [Fact]
    public async Task Too_long_name_and_code_are_cut_as_declared()
    {
        await using var crm = await StartAsync();
        var wanted = new Product { Reference = new string('C', 300), Name = LocalizedText.Of("en", new string('N', 300)) };
        var declared = crm.Connector.Get<IKind<Product>>().Profile.Normalise(wanted);
        var stored = await crm.CreatedAsync(wanted);
        (stored.Value.Reference, stored.Value.Name.Best(null)).Should().Be((declared.Reference, declared.Name.Best(null)));
        stored.Value.Reference.Should().HaveLength(40);
    }

    [Fact]
    public async Task Price_and_quantity_keep_the_decimals_of_the_user()
    {
        await using var crm = await Crm.StartAsync(server: server => server.Decimals = 2);
        await crm.OpenAsync();
        var product = await crm.CreatedAsync(new Product { Reference = "A", Name = LocalizedText.Of("en", "A"), PriceNet = new Money(12.345678m, Documents.Euro) });
        product.Value.PriceNet!.Value.Amount.Should().Be(12.35m);
        var stock = await crm.UpdatedAsync(await crm.FindAsync<StockLevel>(product.Id.Value), value => value with { Quantity = 250.1239m }, nameof(StockLevel.Quantity));
        stock.Value.Quantity.Should().Be(250.12m);
    }

    [Fact]
    public async Task Write_without_a_difference_is_not_sent_because_it_would_come_back_as_a_change()
    {
        await using var crm = await StartAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "X" });
        var before = crm.Meter.Requests.Data;
        await crm.UpdateAsync(lead, value => value);
        crm.Meter.Requests.Data.Should().Be(before);
    }

    [Fact]
    public async Task Fields_that_are_not_modelled_stay_as_they_are()
    {
        await using var crm = await StartAsync();
        var lead = await crm.CreatedAsync(new Lead { LastName = "X" });
        crm.State.Find(lead.Id.Value)!["designation"] = "Boss";
        await crm.UpdatedAsync(lead, value => value with { LastName = "Y" }, nameof(Lead.LastName));
        crm.State.Find(lead.Id.Value)!["designation"].Should().Be("Boss");
    }

    [Fact]
    public async Task Product_in_another_currency_is_read_without_taking_its_price_for_the_base_price_and_never_repriced()
    {
        await using var crm = await Crm.StartAsync(seed: state =>
        {
            state.AddCurrency("USD", "USA, Dollars", "$", 1.1m);
            state.Add("Products", new JsonObject { ["productname"] = "P", ["productcode"] = "P", ["unit_price"] = "11", ["currency_id"] = "21x2", ["currency1"] = "10", ["currency2"] = "11", ["discontinued"] = "1" });
        });
        await crm.OpenAsync();
        var product = (await crm.RecordsAsync<Product>())[0];
        product.Value.PriceNet.Should().Be(new Money(10, Documents.Euro));
        var refused = (await crm.UpdateAsync(product, value => value with { PriceNet = new Money(12, Documents.Euro) }, nameof(Product.PriceNet))).Should().BeOfType<WriteResult<Product>.Failed>().Subject.Problem;
        refused.Code.Should().Be(VtigerCodes.ForeignPrice);
    }

    [Theory]
    [InlineData("France", "FR")]
    [InlineData("fr", "FR")]
    [InlineData("The Netherlands", "NL")]
    [InlineData("Allemagne", "DE")]
    [InlineData("Middle-earth", "Middle-earth")]
    public void Country_is_read_by_name_or_code(string text, string country) => CountryNames.Read(text).Should().Be(country);

    [Fact]
    public void Every_code_that_is_written_as_a_name_is_read_as_the_code()
    {
        var names = new CountryNames(writesNames: true);
        foreach (var code in new[] { "FR", "DE", "NL", "GB", "US", "CI", "KR", "IO", "HM", "GS" })
            CountryNames.Read(names.Write(code)).Should().Be(code);
    }

    private static async Task<Crm> StartAsync()
    {
        var crm = await Crm.StartAsync();
        await crm.OpenAsync();
        return crm;
    }
}
