namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class FilterTimeZoneTests() : DolibarrTest(o => o.TimeZone = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(2), "test", "test"))
{
    [Fact]
    public async Task Modification_times_are_filtered_in_the_zone_of_the_server()
    {
        State.AddProduct(p => p.Ref = "A");

        (await Filter("(t.tms:=:'2026-11-22 05:28:12')")).Refs.Should().Equal("A");
        (await Get("status"))["success"].GetProperty("date_tz").GetString().Should().Be("2026-11-22 05:28:12");
    }
}
