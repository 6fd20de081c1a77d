using static ErpSync.Sandbox.Tests.PrestaShop.InputXmlText;

namespace ErpSync.Sandbox.Tests.PrestaShop;

public class ClockSkewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(3, "2026-01-15 15:00:00", "Thu, 15 Jan 2026 15:00:00 GMT")]
    [InlineData(-13, "2026-01-14 23:00:00", "Wed, 14 Jan 2026 23:00:00 GMT")]
    public async Task Skewed_clock_dates_records_and_the_header(int hours, string date, string header)
    {
        await using var client = await ShopClient.StartAsync(clock: new ShopClock(Noon));
        client.State.Configure("PS_TIMEZONE", "UTC");
        client.Shop.Faults.ClockSkew = TimeSpan.FromHours(hours);

        var answer = await client.SendAsync("POST", "products", Product(""));

        client.State.Products[1].DateUpd.Should().Be(date);
        answer.Headers["Date"].Should().Be(header);
        client.Shop.Requests.Snapshot()[0].At.Should().Be(Noon.AddHours(hours));
    }

    [Fact]
    public async Task Clock_jumps_at_the_request_that_the_fault_names_and_stays_there()
    {
        await using var client = await ShopClient.StartAsync(clock: new ShopClock(Noon));
        client.State.Configure("PS_TIMEZONE", "UTC");
        client.Shop.Faults.Add(new Fault(FaultKind.ClockJump) { Skip = 1, Method = "POST", Skew = TimeSpan.FromHours(-2) });

        for (var i = 0; i < 3; i++)
            (await client.SendAsync("POST", "products", Product(""))).Status.Should().Be(201, "a jump refuses nothing");

        client.State.Products.Select(product => product.DateUpd).Should().Equal("2026-01-15 12:00:00", "2026-01-15 10:00:00", "2026-01-15 10:00:00");
    }
}
