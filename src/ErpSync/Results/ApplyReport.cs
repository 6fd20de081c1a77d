namespace ErpSync;

/// <summary>What applying a plan did.</summary>
/// <param name="Report">What was done, counted as in any run.</param>
/// <param name="Refused">The entries that were not carried out, each with what moved. Entries whose write failed are not here: they are parked, and counted as failed.</param>
public sealed record ApplyReport(SyncReport Report, IReadOnlyList<RefusedEntry> Refused)
{
    /// <summary>Records written at either side.</summary>
    public long Written => Report.Written;

    /// <summary>True when every entry was carried out.</summary>
    public bool IsComplete => Refused.Count == 0 && Report is { IsComplete: true, Failed: 0 };
}
