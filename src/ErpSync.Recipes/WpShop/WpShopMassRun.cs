namespace ErpSync.Recipes;

/// <summary>
/// The mass run: over the kinds that are named, in the order of their dependencies. It first shows how many records it would create and overwrite, and runs when a person confirms those
/// numbers. It creates what is missing at either side, overwrites what differs and deletes nothing that no policy deletes. What stops it half-way is made up for by running it again.
/// Prices that change by more than half, prices and stock of 0, and deletions in bulk are no overwriting: the brake asks for each by its own name all the same.
/// </summary>
/// <param name="engine">The host's engine.</param>
public sealed class WpShopMassRun(ISyncEngine engine)
{
    /// <summary>Shows what the run would do. Writes nothing anywhere.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kinds">The kinds; at least one.</param>
    /// <param name="keep">The connection whose version stays where linked records differ; null to go by the pair's policies.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <returns>The preview.</returns>
    /// <exception cref="ArgumentException">No kind is named.</exception>
    /// <exception cref="ErpSyncConfigurationException">The pair or the connection is unknown.</exception>
    /// <exception cref="ConnectorException">A system cannot be read.</exception>
    public async Task<WpShopPreview> PreviewAsync(string pair, IReadOnlyCollection<EntityKind> kinds, string? keep = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(pair);
        ArgumentNullException.ThrowIfNull(kinds);
        if (kinds.Count == 0)
            throw new ArgumentException("A mass run names its kinds.", nameof(kinds));
        var plan = await engine.MakePlanAsync(Request(pair, kinds, keep), progress, cancellationToken);
        return new WpShopPreview(plan, [.. kinds], keep);
    }

    /// <summary>Runs what was shown. When the numbers have moved meanwhile nothing runs, and the new ones are shown.</summary>
    /// <param name="preview">What was shown.</param>
    /// <param name="creates">How many records the person was shown to be created.</param>
    /// <param name="overwrites">How many to be overwritten.</param>
    /// <param name="progress">Told how far it is; null for nobody.</param>
    /// <param name="cancellationToken">Stops after the batch under way.</param>
    /// <returns>The report of the run, or the new preview.</returns>
    /// <exception cref="ArgumentException">The numbers are not those of the preview.</exception>
    /// <exception cref="SyncBusyException">A run of the pair is under way.</exception>
    public async Task<WpShopMassResult> ConfirmAsync(WpShopPreview preview, long creates, long overwrites, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(preview);
        if (creates != preview.Creates || overwrites != preview.Overwrites)
            throw new ArgumentException($"The preview creates {preview.Creates} and overwrites {preview.Overwrites} records, and {creates} and {overwrites} were confirmed.", nameof(preview));
        var now = await PreviewAsync(preview.Plan.Pair, preview.Kinds, preview.Keep, null, cancellationToken);
        if (!now.Counts.SequenceEqual(preview.Counts))
            return new WpShopMassResult(null, now);

        // The numbers were read by a person: that is the word which the brake waits for.
        var meant = now.Plan.Entries.Where(entry => entry.Action == PlanAction.Brake)
            .SelectMany(entry => entry.MassChanges.Where(change => change.Change == MassChange.Overwritten).Select(change => new MassChangeConfirmation(entry.Kind, change.Change, change.Count)));
        var report = await engine.RunAsync(Request(preview.Plan.Pair, preview.Kinds, preview.Keep) with { Confirmed = [.. meant] }, progress, cancellationToken);
        return new WpShopMassResult(report, null);
    }

    private static SyncRequest Request(string pair, IReadOnlyCollection<EntityKind> kinds, string? keep) => new(pair) { Kinds = [.. kinds], Full = true, Keep = keep };
}
