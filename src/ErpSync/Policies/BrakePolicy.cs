namespace ErpSync;

/// <summary>The brake of one kind; what <see cref="BrakeBuilder"/> built.</summary>
internal sealed record BrakePolicy
{
    public static BrakePolicy Default { get; } = new();

    public BrakeLimit Limit { get; init; } = BrakeLimit.Default;

    public IReadOnlyDictionary<MassChange, BrakeLimit> Limits { get; init; } = new Dictionary<MassChange, BrakeLimit>();

    /// <summary>Why it is off; null when it is on.</summary>
    public string? OffBecause { get; init; }

    public BrakeLimit Of(MassChange change) => Limits.TryGetValue(change, out var own) ? own : Limit;
}
