namespace ErpSync.Testing.Tests.Time;

public sealed class ManualTimeTests
{
    private readonly ManualTime _clock = new();

    [Fact]
    public void The_clock_stands_still_until_it_is_moved()
    {
        var before = _clock.GetUtcNow();

        _clock.GetUtcNow().Should().Be(before);
        _clock.Advance(TimeSpan.FromHours(1));

        _clock.GetUtcNow().Should().Be(before.AddHours(1));
        _clock.GetElapsedTime(before.UtcTicks).Should().Be(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Timers_fire_in_due_order_at_their_own_time()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string Name, TimeSpan After)>();
        using var late = Timer("late", 20);
        using var early = Timer("early", 10);

        _clock.Advance(TimeSpan.FromSeconds(9));
        fired.Should().BeEmpty();
        _clock.Advance(TimeSpan.FromSeconds(60));

        fired.Should().Equal(("early", TimeSpan.FromSeconds(10)), ("late", TimeSpan.FromSeconds(20)));
        _clock.GetUtcNow().Should().Be(start.AddSeconds(69));

        ITimer Timer(string name, int seconds) => _clock.CreateTimer(_ => fired.Add((name, _clock.GetUtcNow() - start)), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
    }

    [Fact]
    public void A_periodic_timer_fires_every_period_until_it_is_disposed()
    {
        var fired = 0;
        using (_clock.CreateTimer(_ => fired++, null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)))
            _clock.Advance(TimeSpan.FromSeconds(6));

        _clock.Advance(TimeSpan.FromSeconds(60));

        fired.Should().Be(3);
        _clock.PendingTimers.Should().Be(0);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_reaches_it()
    {
        var delay = Task.Delay(TimeSpan.FromMinutes(5), _clock);

        _clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        delay.IsCompleted.Should().BeFalse();
        _clock.Advance(TimeSpan.FromTicks(1));

        await delay;
    }

    [Fact]
    public void The_clock_does_not_run_backwards()
    {
        var back = () => _clock.AdvanceTo(_clock.GetUtcNow().AddSeconds(-1));

        back.Should().Throw<ArgumentOutOfRangeException>();
    }
}
