namespace ErpSync.Comparing;

/// <summary>Records that were asked for by id.</summary>
/// <param name="Records">Those that were read.</param>
/// <param name="Unreadable">Those that exist and could not be read.</param>
internal sealed record Fetched<T>(Dictionary<RemoteId, Remote<T>> Records, Dictionary<RemoteId, SyncProblem> Unreadable)
    where T : class, IEntity
{
    public Remote<T>? Find(RemoteId? id) => id is { } known ? Records.GetValueOrDefault(known) : null;

    public SyncProblem? Problem(RemoteId? id) => id is { } known ? Unreadable.GetValueOrDefault(known) : null;
}
