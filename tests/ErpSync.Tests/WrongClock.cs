namespace ErpSync.Tests;

/// <summary>A clock that is ahead of the true time, or behind it.</summary>
internal sealed class WrongClock(TimeProvider trueTime) : TimeProvider
{
    public TimeSpan Skew { get; set; }

    public override DateTimeOffset GetUtcNow() => trueTime.GetUtcNow() + Skew;
}
