namespace ErpSync;

internal sealed partial class SyncHistory
{
    public Task<Explanation> ExplainAsync(string pair, EntityKind kind, string connection, RemoteId id, bool live = false, CancellationToken cancellationToken = default) =>
        new Explaining.Explainer(setup, store).ExplainAsync(pair, kind, connection, id, live, cancellationToken);
}
