namespace ErpSync.Recipes;

/// <summary>What came of a confirmed mass run.</summary>
/// <param name="Report">What was done, with the problems of single records; null when it did not start, because the counts had moved since they were shown.</param>
/// <param name="Preview">What it would do now, to be shown and confirmed again; null when it ran.</param>
public sealed record WpShopMassResult(SyncReport? Report, WpShopPreview? Preview)
{
    /// <summary>True when it ran.</summary>
    public bool HasRun => Report is not null;
}
