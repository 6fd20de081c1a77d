namespace ErpSync;

/// <summary>A person's word that a mass change is meant: the run may change at most so many records in that way, and trips the brake again when there are more.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Change">The way of changing.</param>
/// <param name="Count">At most so many records, as the plan or the report named them.</param>
public sealed record MassChangeConfirmation(EntityKind Kind, MassChange Change, int Count);
