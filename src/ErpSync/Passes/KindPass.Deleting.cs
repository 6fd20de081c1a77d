using ErpSync.Comparing;
using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>Deletions of kinds that others depend on: they come last in a run.</summary>
internal sealed partial class KindPass<T>
{
    private readonly Doomed<T> _doomed = new(context);
    private BrakeBook? _counted;

    public bool HasDoomed => _doomed.Items.Count > 0 || _postponed is not null;

    public async Task<KindReport> DeleteDoomedAsync(IReadOnlyList<(IKindPass Pass, bool IsFresh)> children, ICollection<SyncProblem> problems, CancellationToken cancellationToken)
    {
        if (_postponed is not null)
            return await DeletePostponedAsync([.. children.Select(child => child.Pass)], problems, cancellationToken);
        using var rooms = new KindRooms<T>(context, policy);
        var tally = new Tally(problems);
        _doomed.Spare = async (side, owners, token) =>
        {
            var spared = new HashSet<RemoteId>();
            foreach (var (pass, isFresh) in children)
                spared.UnionWith(await pass.FindOwnersToSpareAsync(side, T.Kind, owners, isFresh, token));
            return spared;
        };
        await rooms.OpenRestoredAsync(cancellationToken);
        var recorder = rooms.OpenRecorder(await OpenParkedAsync(cancellationToken));
        recorder.Brake = _counted;
        var run = new KindRun<T>(context, rooms, recorder, tally) { Doomed = _doomed };
        foreach (var chunk in _doomed.Items.Chunk(ChunkSize))
        {
            if (context.Heartbeat is not null)
                await context.Heartbeat(cancellationToken);
            await run.WorkAsync(chunk, null, lastRound: true, cancellationToken);
        }

        if (run.IsMarked)
        {
            var changes = new StoreChanges { Lease = context.Lease };
            WorkMark.Clear(context, T.Kind, changes);
            await context.Store.CommitAsync(changes, cancellationToken);
        }

        return tally.ToReport(T.Kind, null);
    }

    public async Task<IReadOnlySet<RemoteId>> FindOwnersToSpareAsync(Side side, EntityKind ownerKind, IReadOnlyCollection<RemoteId> owners, bool isFresh, CancellationToken cancellationToken)
    {
        var spared = new HashSet<RemoteId>();
        var here = new SideContext<T>(context, side);
        if (policy.Shape.Ownership is not { } ownership || here.Deleter is null)
            return spared;
        using var rooms = new KindRooms<T>(context, policy);
        var suspects = isFresh ? await SuspectsAsync(side, cancellationToken) : await OwnedAsync(here, ownership, ownerKind, owners, cancellationToken);
        foreach (var ids in suspects.Chunk(ChunkSize))
        {
            var links = (await context.Store.FindLinksAsync(context.Pair, T.Kind, side, ids, cancellationToken)).ToDictionary(link => link.End(side).Id);
            var fetched = await Loader<T>.FetchAsync(here, ids, null, cancellationToken);
            if (ids.Any(id => fetched.Problem(id) is not null))
                return owners.ToHashSet(); // it cannot be told whose it is
            foreach (var record in fetched.Records.Values)
            {
                if (ownership.Owner(record.Value) is not { } owner || owner.Kind != ownerKind || !owners.Contains(owner.Id))
                    continue;
                if (!links.TryGetValue(record.Id, out var link) || isFresh || !link.End(side).Fingerprint.Span.SequenceEqual(rooms.Comparer.Fingerprint(side, record.Value)))
                    spared.Add(owner.Id);
            }
        }

        return spared;
    }

    /// <summary>What the store knows since the kind was worked through: records whose deletion is a conflict, and those without a counterpart.</summary>
    private async Task<List<RemoteId>> SuspectsAsync(Side side, CancellationToken cancellationToken)
    {
        var reason = side == Side.First ? OpenReason.DeletedAtSecondEditedAtFirst : OpenReason.DeletedAtFirstEditedAtSecond;
        var suspects = new List<RemoteId>();
        await foreach (var link in context.Store.ReadAllLinksAsync(context.Pair, T.Kind, cancellationToken, openOnly: true))
        {
            if (link.Open.Any(open => open.Reason == reason))
                suspects.Add(link.End(side).Id);
        }

        await foreach (var red in context.Store.ReadAllUnlinkedAsync(context.Pair, T.Kind, cancellationToken))
        {
            if (red.Side == side)
                suspects.Add(red.Id);
        }

        return suspects;
    }

    private static async Task<List<RemoteId>> OwnedAsync(SideContext<T> side, Ownership<T> ownership, EntityKind ownerKind, IReadOnlyCollection<RemoteId> owners, CancellationToken cancellationToken)
    {
        var owned = new List<RemoteId>();
        if (side.OwnedFinder is null && side.Reader is null)
            return owned;
        var rows = side.OwnedFinder is { } finder ? finder.FindByOwnersAsync([.. owners.Select(id => new Ref(ownerKind, id))], cancellationToken) : side.Reader!.ReadAsync(cancellationToken);
        await foreach (var row in rows)
        {
            if (row.Record is { } record && ownership.Owner(record.Value) is { } owner && owner.Kind == ownerKind && owners.Contains(owner.Id))
                owned.Add(record.Id);
        }

        return owned;
    }
}
