namespace ErpSync;

/// <summary>How much of a change goes on without asking. Both must be exceeded for the brake to trip.</summary>
/// <param name="Percent">Percent of the kind's records, 0 to 100.</param>
/// <param name="Records">Records, 0 or more.</param>
internal readonly record struct BrakeLimit(decimal Percent, int Records)
{
    public static BrakeLimit Default { get; } = new(20m, 10);
}
