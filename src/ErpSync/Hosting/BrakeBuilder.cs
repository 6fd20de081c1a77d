namespace ErpSync;

/// <summary>
/// Sets the brake of a kind. Without any call it trips when more than 20 % and more than 10 records of the kind, or all of them where there are more than two,
/// would be changed in one of the ways of <see cref="MassChange"/> within 24 hours.
/// </summary>
public sealed class BrakeBuilder
{
    private readonly Dictionary<MassChange, BrakeLimit> _limits = [];
    private BrakeLimit _limit = BrakeLimit.Default;
    private string? _off;

    internal BrakeBuilder()
    {
    }

    /// <summary>Sets the limit of all changes that have none of their own.</summary>
    /// <param name="percent">More than so many percent of the kind's records, 0 to 100 …</param>
    /// <param name="records">… and more than so many records, 0 or more.</param>
    /// <returns>This builder.</returns>
    public BrakeBuilder Limit(decimal percent, int records)
    {
        _limit = Checked(percent, records);
        return this;
    }

    /// <summary>Sets the limit of one change.</summary>
    /// <param name="change">The change.</param>
    /// <param name="percent">More than so many percent of the kind's records, 0 to 100 …</param>
    /// <param name="records">… and more than so many records, 0 or more.</param>
    /// <returns>This builder.</returns>
    public BrakeBuilder Limit(MassChange change, decimal percent, int records)
    {
        _limits[change] = Checked(percent, records);
        return this;
    }

    /// <summary>Takes the brake off: whatever a feed does, nothing stops it.</summary>
    /// <param name="because">Why; every run logs it.</param>
    /// <returns>This builder.</returns>
    public BrakeBuilder Off(string because)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(because);
        _off = because;
        return this;
    }

    internal BrakePolicy Build() => new() { Limit = _limit, Limits = _limits, OffBecause = _off };

    private static BrakeLimit Checked(decimal percent, int records)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(percent, 100m);
        ArgumentOutOfRangeException.ThrowIfNegative(records);
        return new BrakeLimit(percent, records);
    }
}
