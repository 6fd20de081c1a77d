namespace ErpSync;

internal sealed partial class SyncControl
{
    /// <summary>A person's word on parked records.</summary>
    private readonly Control.ParkedControl _parked = new(setup, store, clock);

    public Task<IReadOnlyList<ParkedView>> ListParkedAsync(ParkedQuery query, CancellationToken cancellationToken = default) => _parked.ListAsync(query, cancellationToken);

    public Task<bool> RetryAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default) =>
        _parked.RetryAsync(pair, kind, connection, id, cancellationToken);

    public Task SkipAsync(string pair, EntityKind kind, string connection, RemoteId id, bool forGood = false, CancellationToken cancellationToken = default) =>
        _parked.SkipAsync(pair, kind, connection, id, forGood, cancellationToken);

    public Task RelinkAsync(string pair, EntityKind kind, string connection, RemoteId id, RemoteId counterpart, CancellationToken cancellationToken = default) =>
        _parked.RelinkAsync(pair, kind, connection, id, counterpart, cancellationToken);

    public Task<bool> ForgetAndReimportAsync(string pair, EntityKind kind, string connection, RemoteId id, CancellationToken cancellationToken = default) =>
        _parked.ForgetAsync(pair, kind, connection, id, cancellationToken);
}
