namespace ErpSync.Killing;

/// <summary>The machine's clock, some time ahead: so the leases of a killed process have run out for the next one.</summary>
public sealed class LaterClock(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;
}
