using ErpSync.Comparing;
using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>Deletions of kinds that others depend on: they come last in a run.</summary>
internal sealed partial class KindPass<T>
{
    private readonly Doomed<T> _doomed = new(context);
    private readonly Dictionary<Side, HashSet<Ref>?> _keepers = [];
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
        // A batch at a time, and one side after the other: between the last look at what goes along and the deletion lies nothing but the look at the record itself.
        var size = Math.Clamp(Math.Min(rooms.First.Profile.WriteBatch, rooms.Second.Profile.WriteBatch), 1, ChunkSize);
        foreach (var chunk in _doomed.Items.GroupBy(item => item.FirstGone).SelectMany(group => group.Chunk(size)))
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
        var here = new SideContext<T>(context, side);
        if (policy.Shape.Ownership is not { } ownership || here.Deleter is null)
            return new HashSet<RemoteId>();
        using var rooms = new KindRooms<T>(context, policy);
        if (!isFresh)
        {
            var owned = await OwnedAsync(here, ownership, ownerKind, owners, cancellationToken);
            return (await OwnersOfAsync(rooms, here, owned, (record, link) => link is null || !Has(record, link.End(side).Fingerprint), cancellationToken))?.Where(owner => owner.Kind == ownerKind && owners.Contains(owner.Id)).Select(owner => owner.Id).ToHashSet()
                ?? owners.ToHashSet();
        }

        if (!_keepers.TryGetValue(side, out var keepers))
            _keepers[side] = keepers = await OwnersOfAsync(rooms, here, await SuspectsAsync(side, cancellationToken), static (_, _) => true, cancellationToken);
        // Those that go with their owners are looked at once more, just before it: somebody may have edited one since.
        var following = context.Following.Where(entry => entry.Key.Kind == T.Kind && entry.Key.Side == side && entry.Value.Owner.Kind == ownerKind && owners.Contains(entry.Value.Owner.Id)).ToDictionary(entry => entry.Key.Id, entry => entry.Value.Fingerprint);
        var edited = await OwnersOfAsync(rooms, here, [.. following.Keys], (record, _) => !Has(record, following[record.Id]), cancellationToken);
        return keepers is null || edited is null ? owners.ToHashSet() : owners.Where(id => keepers.Contains(new Ref(ownerKind, id)) || edited.Contains(new Ref(ownerKind, id))).ToHashSet();

        bool Has(Remote<T> record, ReadOnlyMemory<byte> fingerprint) => fingerprint.Span.SequenceEqual(rooms.Comparer.Fingerprint(side, record.Value));
    }

    /// <summary>The owners of those of some records for which something is true; null when one cannot be read, so that nobody can tell whose it is.</summary>
    private async Task<HashSet<Ref>?> OwnersOfAsync(KindRooms<T> rooms, SideContext<T> side, IReadOnlyList<RemoteId> records, Func<Remote<T>, Link?, bool> isMeant, CancellationToken cancellationToken)
    {
        var owners = new HashSet<Ref>();
        foreach (var ids in records.Chunk(ChunkSize))
        {
            var links = (await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, ids, cancellationToken)).ToDictionary(link => link.End(side.Side).Id);
            var fetched = await Loader<T>.FetchAsync(side, ids, null, cancellationToken);
            if (ids.Any(id => fetched.Problem(id) is not null))
                return null;
            owners.UnionWith(fetched.Records.Values.Where(record => isMeant(record, links.GetValueOrDefault(record.Id))).Select(record => rooms.Policy.Shape.Ownership!.Owner(record.Value)).OfType<Ref>());
        }

        return owners;
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
