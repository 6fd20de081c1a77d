namespace ErpSync;

/// <summary>How many entries of a plan do the same.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Action">What they do.</param>
/// <param name="Entries">How many there are.</param>
public sealed record PlanCount(EntityKind Kind, PlanAction Action, long Entries);
