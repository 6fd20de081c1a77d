namespace ErpSync;

/// <summary>Prunes a pair's past at the end of its runs, in small steps: a large journal is worked off over several runs.</summary>
internal static class Retaining
{
    private const int StepRows = 1000;
    private const int MostSteps = 20;

    public static async Task PruneAsync(ISyncStore store, ErpSyncOptions options, string pair, Lease lease, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var retention = new Retention(pair, now.AddDays(-options.JournalDays), options.JournalEntries, options.Runs);
        for (var step = 0; step < MostSteps && await store.PruneAsync(retention, lease, StepRows, cancellationToken) == StepRows; step++)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
