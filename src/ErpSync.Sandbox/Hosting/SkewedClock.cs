namespace ErpSync.Sandbox;

/// <summary>A server's clock that goes wrong as its faults tell. Only the time of day is wrong: timers and spans are measured as they are.</summary>
internal sealed class SkewedClock(TimeProvider trueTime, FaultPlan faults) : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => trueTime.LocalTimeZone;

    public override long TimestampFrequency => trueTime.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => trueTime.GetUtcNow() + faults.ClockSkew;

    public override long GetTimestamp() => trueTime.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => trueTime.CreateTimer(callback, state, dueTime, period);
}
