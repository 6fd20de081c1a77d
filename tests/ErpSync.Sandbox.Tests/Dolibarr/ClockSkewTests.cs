namespace ErpSync.Sandbox.Tests.Dolibarr;

public sealed class ClockSkewTests : DolibarrTest
{
    public ClockSkewTests() => State.AddProduct(p => (p.Ref, p.Label, p.Price, p.VatRate) = ("A", "Apple", 10m, 20m));

    [Theory]
    [InlineData(3)]
    [InlineData(-13)]
    public async Task Skewed_clock_dates_records(int hours)
    {
        Erp.Faults.ClockSkew = TimeSpan.FromHours(hours);

        await Put("products/1", """{"label":"Pear"}""");

        State.Products[1].Modified.Should().Be(Clock.GetUtcNow().AddHours(hours));
        Erp.Requests.Snapshot()[0].At.Should().Be(Clock.GetUtcNow().AddHours(hours));
    }

    [Fact]
    public async Task Clock_jumps_at_the_request_that_the_fault_names_and_stays_there()
    {
        Erp.Faults.Add(new Fault(FaultKind.ClockJump) { Skip = 1, Method = "PUT", Skew = TimeSpan.FromHours(-2) });

        var dates = new List<DateTimeOffset>();
        foreach (var label in new[] { "Pear", "Plum", "Fig" })
        {
            await Put("products/1", $$"""{"label":"{{label}}"}""");
            dates.Add(State.Products[1].Modified);
        }

        var now = Clock.GetUtcNow();
        dates.Should().Equal(now, now.AddHours(-2), now.AddHours(-2));
    }
}
