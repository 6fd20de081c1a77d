namespace ErpSync;

/// <summary>
/// Stops pairs and lets them go on. All members throw <see cref="ErpSyncConfigurationException"/> when the pair, the kind or the connection is unknown, and
/// <see cref="StoreException"/> when the store cannot be used.
/// </summary>
public partial interface ISyncControl
{
    /// <summary>
    /// Stops a pair, a kind or a direction at once: a run under way sends no further batch of writes there. What would have been written stays pending and is
    /// decided again after <see cref="ResumeAsync"/>, so nothing is lost. Plans and inspections go on. A second call for the same kind and target replaces reason and person.
    /// </summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="reason">Why, for those who find it stopped.</param>
    /// <param name="who">Who stops it.</param>
    /// <param name="kind">Only this kind; null for all.</param>
    /// <param name="target">Only writes to this connection; null for both. A kind that may write to neither is not read either.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The stored pause.</returns>
    Task<SyncPause> PauseAsync(string pair, string reason, string who, EntityKind? kind = null, string? target = null, CancellationToken cancellationToken = default);

    /// <summary>Lifts one pause; others that cover the same records stay.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="kind">The kind of the pause; null for the one of all kinds.</param>
    /// <param name="target">The target of the pause; null for the one of both connections.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when there is no such pause.</returns>
    Task<bool> ResumeAsync(string pair, EntityKind? kind = null, string? target = null, CancellationToken cancellationToken = default);

    /// <summary>The pauses of a pair.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The pauses, oldest first; empty when nothing is paused.</returns>
    Task<IReadOnlyList<SyncPause>> ReadPausesAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>What holds a pair. A held pair is planned and inspected; runs end before they write.</summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The holds, oldest first; empty when nothing holds the pair.</returns>
    Task<IReadOnlyList<SyncHold>> ReadHoldsAsync(string pair, CancellationToken cancellationToken = default);

    /// <summary>
    /// Confirms a hold, so that the pair runs again. The next run reads the connection in full and takes what it finds with care: values that came back, and records
    /// that are missing, are neither edits nor deletions. They ask, unless <paramref name="keep"/> says whose version stays.
    /// </summary>
    /// <param name="pair">The pair's name.</param>
    /// <param name="hold">The hold, as it was read.</param>
    /// <param name="keep">The connection whose version stays where the two differ because of it; null asks for each record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>False when the pair is not held by it any more.</returns>
    Task<bool> ConfirmAsync(string pair, SyncHold hold, string? keep = null, CancellationToken cancellationToken = default);
}
