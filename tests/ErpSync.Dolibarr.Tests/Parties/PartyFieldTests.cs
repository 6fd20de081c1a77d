using System.Text.Json;

namespace ErpSync.Dolibarr.Tests;

/// <summary>Typed extra fields of parties, and fields that versions name differently.</summary>
public sealed class PartyFieldTests
{
    private static readonly TimeSpan Summer = TimeSpan.FromHours(2);
    private static readonly TimeSpan Winter = TimeSpan.FromHours(1);

    // A date is kept as its midnight at the server, while the offset that is known may be that of the other half of the year.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 1)]
    [InlineData(-5, -4)]
    public void Date_of_a_customer_is_the_same_day_in_summer_and_winter(int stored, int known)
    {
        var types = ExtraFieldTypes.Read(JsonDocument.Parse("""{"societe":{"since":{"type":"date"}}}""").RootElement, "societe");
        var midnight = new DateTimeOffset(2026, 7, 14, 0, 0, 0, TimeSpan.FromHours(stored)).ToUnixTimeSeconds();
        types.FromWire("since", $"{midnight}", _ => TimeSpan.FromHours(known)).Should().Be("2026-07-14");
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(types.ToWire("since", "2026-07-14", _ => TimeSpan.FromHours(known))!, System.Globalization.CultureInfo.InvariantCulture));
        sent.ToOffset(TimeSpan.FromHours(stored)).Date.Should().Be(new DateTime(2026, 7, 14));
    }

    [Theory]
    [InlineData("date", "2026-07-14", "2026-07-14")]
    [InlineData("datetime", "2026-07-14T10:30:00Z", "2026-07-14T10:30:00Z")]
    [InlineData("int", "42", "42")]
    [InlineData("double", "12.50", "12.5")]
    [InlineData("boolean", "yes", "1")]
    public async Task Extra_field_of_a_customer_and_an_order_comes_back_in_the_form_of_its_type(string type, string sent, string read)
    {
        await using var erp = await Trade.StartAsync(
            options =>
            {
                options.TimeZone = "Europe/Paris";
                options.CustomerFields.Add("own");
                options.OrderFields.Add("own");
            },
            server => server.TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"),
            state =>
            {
                state.AddExtraField("thirdparty", "own", type);
                state.AddExtraField("commande", "own", type);
            });
        var custom = TextMap.From([new("own", sent)]);
        var customer = (await erp.CreateAsync(new Customer { Company = "Roux", IsCompany = true, Custom = custom })).Written();
        (await erp.FindAsync<Customer>(customer.Value)).Value.Custom["own"].Should().Be(read);
        var order = (await erp.CreateAsync(Trade.Order(Trade.Line(1, 1, 10)) with { Custom = custom })).Written();
        (await erp.FindAsync<Order>(order.Value)).Value.Custom["own"].Should().Be(read);
    }

    [Fact]
    public async Task Value_that_is_none_of_its_type_is_refused_by_name_before_a_customer_is_sent()
    {
        await using var erp = await Trade.StartAsync(options => options.CustomerFields.Add("own"), seed: state => state.AddExtraField("thirdparty", "own", "int"));
        var problem = (await erp.CreateAsync(new Customer { Company = "Roux", IsCompany = true, Custom = TextMap.From([new("own", "1.5")]) })).Problem();
        (problem.Code, problem.Field).Should().Be(("dolibarr.extra-field-value", nameof(Customer.Custom)));
        problem.Message.Should().Contain("own").And.Contain("1.5");
        erp.State.ThirdParties.Should().ContainSingle();
    }

    [Theory]
    [InlineData("18.0.0")]
    [InlineData("23.0.0-beta")]
    public async Task Contact_is_switched_off_under_the_name_of_either_version(string version)
    {
        await using var erp = await Trade.StartAsync(server: server => server.Version = version);
        (await erp.UpdateAsync(await erp.FindAsync<Contact>("1"), value => value with { Active = false }, nameof(Contact.Active))).Written();
        (await erp.FindAsync<Contact>("1")).Value.Active.Should().BeFalse();
    }

    [Fact]
    public async Task Customer_without_a_code_gets_the_next_one_and_one_with_a_code_keeps_it()
    {
        await using var erp = await Trade.StartAsync();
        var first = (await erp.CreateAsync(new Customer { Company = "One", IsCompany = true }, "main:shop:customer:1")).Written();
        var second = (await erp.CreateAsync(new Customer { Company = "Two", IsCompany = true, Code = "OWN-7" }, "main:shop:customer:2")).Written();
        (await erp.FindAsync<Customer>(first.Value)).Value.Code.Should().StartWith("CU");
        (await erp.FindAsync<Customer>(second.Value)).Value.Code.Should().Be("OWN-7");
    }

    [Fact]
    public void Zone_that_is_known_tells_the_offset_of_the_moment()
    {
        var setup = new DolibarrSetup { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"), ZoneOffset = Winter };
        setup.OffsetAt(new DateTimeOffset(2026, 7, 14, 12, 0, 0, TimeSpan.Zero)).Should().Be(Summer);
    }
}
