namespace ErpSync;

/// <summary>The control behind <see cref="ISyncControl"/>.</summary>
internal sealed partial class SyncControl(EngineSetup setup, ISyncStore store, TimeProvider clock) : ISyncControl
{
    public async Task<SyncPause> PauseAsync(string pair, string reason, string who, EntityKind? kind = null, string? target = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        ArgumentException.ThrowIfNullOrWhiteSpace(who);
        var book = await OpenAsync(pair, kind, target, cancellationToken);
        var pause = new SyncPause(pair, reason, who, clock.GetUtcNow()) { Kind = kind, Target = target };
        await book.SaveAsync(pause, cancellationToken);
        return pause;
    }

    public async Task<bool> ResumeAsync(string pair, EntityKind? kind = null, string? target = null, CancellationToken cancellationToken = default) =>
        await (await OpenAsync(pair, null, null, cancellationToken)).RemoveAsync(kind, target, cancellationToken);

    public async Task<IReadOnlyList<SyncPause>> ReadPausesAsync(string pair, CancellationToken cancellationToken = default) =>
        await (await OpenAsync(pair, null, null, cancellationToken)).ReadAsync(cancellationToken);

    public async Task<IReadOnlyList<SyncHold>> ReadHoldsAsync(string pair, CancellationToken cancellationToken = default)
    {
        setup.Pair(pair);
        await store.OpenAsync(cancellationToken);
        return await new HoldBook(store, pair).ReadAsync(cancellationToken);
    }

    public async Task<bool> ConfirmAsync(string pair, SyncHold hold, string? keep = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(hold);
        var definition = setup.Pair(pair);
        if (keep is not null)
            definition.SideOf(keep);
        await store.OpenAsync(cancellationToken);
        string[] connections = hold.Code == HoldCodes.StoreOlder ? [definition.First, definition.Second] : [hold.Connection];
        return await new HoldBook(store, pair).ConfirmAsync(hold, definition.Kinds.SelectMany(kind => connections.Select(connection => (kind.Kind, connection))), keep, cancellationToken);
    }

    private async Task<PauseBook> OpenAsync(string pair, EntityKind? kind, string? target, CancellationToken cancellationToken)
    {
        var definition = setup.Pair(pair);
        if (kind is { } one)
            definition.Kind(one);
        if (target is not null)
            definition.SideOf(target);
        await store.OpenAsync(cancellationToken);
        return new PauseBook(store, pair);
    }
}
