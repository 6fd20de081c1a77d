namespace ErpSync.Testing;

/// <summary>
/// The date of a clock that a test moves, and the machine's timers: for code that speaks to a real server, even one on the same machine. Its requests may have to be
/// repeated and its answers may be late, and on a <see cref="ManualTime"/> that nobody moves meanwhile the pause before the next attempt and the time-out would never end.
/// </summary>
/// <param name="dates">The clock that tells the date.</param>
public sealed class ManualDates(TimeProvider dates) : TimeProvider
{
    /// <summary>UTC, so that no test depends on the machine's zone.</summary>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => dates.GetUtcNow();
}
