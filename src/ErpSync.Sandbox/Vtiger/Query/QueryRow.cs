namespace ErpSync.Sandbox.Vtiger;

/// <summary>A row under a query: raw values for comparing, shown ones for the answer.</summary>
internal sealed record QueryRow(long Number, Func<string, string> Raw, Func<string, string> Shown)
{
    /// <summary>The record behind it; null for a line.</summary>
    public VtigerRecord? Record { get; init; }
}
