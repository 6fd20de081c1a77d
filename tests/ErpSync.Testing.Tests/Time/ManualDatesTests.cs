namespace ErpSync.Testing.Tests.Time;

public sealed class ManualDatesTests
{
    [Fact]
    public async Task A_wait_ends_by_itself_although_the_date_stands_still()
    {
        var clock = new ManualTime();
        var dates = new ManualDates(clock);
        var before = dates.GetUtcNow();

        await Task.Delay(TimeSpan.FromMilliseconds(5), dates).WaitAsync(TimeSpan.FromMinutes(5), TimeProvider.System);

        dates.GetUtcNow().Should().Be(before);
        clock.PendingTimers.Should().Be(0);
        clock.Advance(TimeSpan.FromHours(1));
        dates.GetUtcNow().Should().Be(before.AddHours(1));
    }
}
