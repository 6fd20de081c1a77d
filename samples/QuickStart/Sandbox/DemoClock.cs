namespace QuickStart.Sandbox;

/// <summary>The machine's clock, which the demo can set forward: it shows in seconds what happens in a day.</summary>
internal sealed class DemoClock : TimeProvider
{
    private long _ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Sets the clock forward.</summary>
    /// <param name="span">How far.</param>
    public void Advance(TimeSpan span) => Interlocked.Add(ref _ahead, span.Ticks);
}
