namespace ErpSync;

/// <summary>How far a run, a plan or an inspection is.</summary>
/// <param name="Kind">The kind being worked on.</param>
/// <param name="Phase">What is being done with it.</param>
/// <param name="Done">How many records are done in this phase; a run that goes on behind one that was cut off counts on from there.</param>
/// <param name="Total">How many there are in this phase; null while unknown.</param>
public readonly record struct SyncProgress(EntityKind Kind, SyncPhase Phase, long Done, long? Total)
{
    /// <summary>How many records a second are done in this phase, over its time so far; null until some time has passed.</summary>
    public decimal? Rate { get; init; }

    /// <summary>How long the phase will take at this rate; null while rate or total are not known.</summary>
    public TimeSpan? Remaining => Total is { } total && Rate is > 0 and var rate ? TimeSpan.FromSeconds((double)(Math.Max(0, total - Done) / rate)) : null;
}
