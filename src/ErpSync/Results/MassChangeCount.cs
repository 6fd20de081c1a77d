namespace ErpSync;

/// <summary>How many records of a kind a run would change in one way, where the brake looks at it.</summary>
/// <param name="Change">The way.</param>
/// <param name="Count">How many records this run would change so. This is the number to confirm.</param>
/// <param name="Earlier">How many others were changed so within the last 24 hours.</param>
/// <param name="Of">How many records of the kind are linked or about to be.</param>
public sealed record MassChangeCount(MassChange Change, int Count, int Earlier, long Of);
