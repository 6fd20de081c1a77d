using ErpSync.Comparing;
using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Recording;

namespace ErpSync.Passes;

/// <summary>
/// Looks at unlinked records with the eyes of those who remember: a record that was deleted and created again under its key rejoins its counterpart,
/// one that came back under its old id is linked as before, and one whose counterpart was deleted is not carried over as new.
/// </summary>
internal sealed class Rejoins<T>(PassContext context, KindRooms<T> rooms, SideReading<T> first, SideReading<T> second)
    where T : class, IEntity
{
    private const int ChunkSize = 200;
    private const int LookUpSize = 1000;

    private readonly List<WorkItem> _items = [];

    public async Task<IReadOnlyList<WorkItem>> FindAsync(CancellationToken cancellationToken)
    {
        foreach (var side in new[] { Side.First, Side.Second })
        {
            if (Reading(side).Candidates.Count == 0)
                continue;
            await FindDeletedNowAsync(side, cancellationToken);
            await FindDeletedBeforeAsync(side, cancellationToken);
        }

        foreach (var side in new[] { Side.First, Side.Second })
            await FindByIdAsync(side, cancellationToken);
        return _items;
    }

    /// <summary>Deleted and created again since the last run: the survivors tell their keys.</summary>
    private async Task FindDeletedNowAsync(Side side, CancellationToken cancellationToken)
    {
        var reading = Reading(side);
        await HoldPerhapsRejoinedAsync(side, reading, cancellationToken);
        if (reading.Gone.Count == 0 || CandidatesByKey(side) is not { Count: > 0 } byKey)
            return;
        var rejoined = new Dictionary<RemoteId, List<Link>>();
        foreach (var numbers in reading.Gone.Order().Chunk(ChunkSize))
        {
            foreach (var (link, key) in await SurvivorKeysAsync(side, await context.Store.GetLinksAsync(context.Pair, numbers, cancellationToken), cancellationToken))
            {
                if (byKey.TryGetValue(key, out var id) && id is { } candidate)
                    (rejoined.TryGetValue(candidate, out var links) ? links : rejoined[candidate] = []).Add(link);
            }
        }

        var pairs = rejoined.Where(item => item.Value.Count == 1).Select(item => (Id: item.Key, Link: item.Value[0])).ToList();
        var still = await Loader<T>.FetchAsync(rooms[side], [.. pairs.Select(item => item.Link.End(side).Id)], null, cancellationToken);
        foreach (var (id, link) in pairs.Where(item => still.Find(item.Link.End(side).Id) is null && still.Problem(item.Link.End(side).Id) is null))
            Rejoin(side, id, link);
    }

    /// <summary>A record with the key of one that was not met may be that one, made again; as long as nobody can tell which record could not be read, it is not created at the other side.</summary>
    private async Task HoldPerhapsRejoinedAsync(Side side, SideReading<T> reading, CancellationToken cancellationToken)
    {
        if (reading.Missing.Count == 0 || CandidatesByKey(side) is not { Count: > 0 } byKey)
            return;
        foreach (var numbers in reading.Missing.Order().Chunk(ChunkSize))
        {
            foreach (var (_, key) in await SurvivorKeysAsync(side, await context.Store.GetLinksAsync(context.Pair, numbers, cancellationToken), cancellationToken))
            {
                if (byKey.TryGetValue(key, out var id) && id is { } candidate)
                    reading.Holds.TryAdd(candidate, Doubts.Stranger(context, T.Kind, side, candidate, side));
            }
        }
    }

    /// <summary>Deleted in an earlier run and created again now: the tombstones tell the keys.</summary>
    private async Task FindDeletedBeforeAsync(Side side, CancellationToken cancellationToken)
    {
        var counts = await context.Store.CountAsync(context.Pair, T.Kind, cancellationToken);
        if ((side == Side.First ? counts.GoneAtFirst : counts.GoneAtSecond) == 0 || CandidatesByKey(side) is not { Count: > 0 } byKey)
            return;
        if (rooms.Policy.Shape.Ownership is not null)
            await FindOwnedAsync(side, byKey, cancellationToken);
        var other = Other(side);
        foreach (var keys in byKey.Where(item => item.Value is not null).Chunk(LookUpSize))
        {
            var byHash = keys.ToDictionary(item => rooms.Hasher.Hash(item.Key), item => item.Value!.Value, StringComparer.Ordinal);
            var stones = (await context.Store.FindTombstonesByKeyAsync(context.Pair, T.Kind, byHash.Keys, cancellationToken)).Where(stone => stone.DeletedAt == side).ToList();
            foreach (var ids in stones.Select(stone => stone.Id(other)).Distinct().Chunk(LookUpSize))
            {
                var links = (await context.Store.FindLinksAsync(context.Pair, T.Kind, other, ids, cancellationToken)).Where(link => link.GoneAt == side).ToDictionary(link => link.End(other).Id);
                foreach (var same in stones.Where(stone => links.ContainsKey(stone.Id(other))).GroupBy(stone => stone.KeyHash!, StringComparer.Ordinal))
                {
                    var survivors = same.Select(stone => stone.Id(other)).Distinct().ToList();
                    if (survivors.Count == 1)
                        Rejoin(side, byHash[same.Key], links[survivors[0]]);
                }
            }
        }
    }

    /// <summary>What went with an owner that was created again since: the key follows from the owner, so that only the survivors tell which one it is by now.</summary>
    private async Task FindOwnedAsync(Side side, Dictionary<string, RemoteId?> byKey, CancellationToken cancellationToken)
    {
        await foreach (var links in context.Store.ReadAllLinksAsync(context.Pair, T.Kind, cancellationToken, openOnly: true).Where(link => link.GoneAt == side).ChunkAsync(ChunkSize, cancellationToken))
        {
            var found = (await SurvivorKeysAsync(side, links, cancellationToken)).GroupBy(item => byKey.GetValueOrDefault(item.Key));
            foreach (var group in found.Where(group => group.Key is not null && group.Count() == 1))
                Rejoin(side, group.Key!.Value, group.First().Link);
        }
    }

    /// <summary>Known by its old id: linked as before when both are there again, else held back.</summary>
    private async Task FindByIdAsync(Side side, CancellationToken cancellationToken)
    {
        var reading = Reading(side);
        var other = Reading(Other(side));
        foreach (var ids in reading.Candidates.Keys.Chunk(LookUpSize))
        {
            foreach (var stone in (await context.Store.FindTombstonesAsync(context.Pair, T.Kind, side, ids, cancellationToken)).DistinctBy(stone => stone.Id(side)))
            {
                if (!reading.Candidates.TryGetValue(stone.Id(side), out var candidate))
                    continue;
                if (IsAnother(stone, side, candidate))
                {
                    reading.Watch.Replace(candidate.Id, wasGone: true);
                    continue;
                }

                if (other.Candidates.ContainsKey(stone.Id(Other(side))))
                {
                    reading.Candidates.Remove(stone.Id(side));
                    other.Candidates.Remove(stone.Id(Other(side)));
                    _items.Add(new WorkItem(0, stone.FirstId, stone.SecondId) { Label = candidate.Label, Reason = Reasons.LinkedBefore, Tombstone = stone, HasMoved = true });
                }
                else
                {
                    reading.Candidates[candidate.Id] = candidate with { Tombstone = stone };
                }
            }
        }
    }

    /// <summary>True when the id belongs to another record now: ids that grow come again only after a backup was restored.</summary>
    private bool IsAnother(Tombstone stone, Side side, Candidate candidate) =>
        stone.DeletedAt != Other(side) && stone.KeyHash is { } hash && candidate.Keys.Length > 0 && candidate.Keys[0] is { } key && rooms.Policy.Shape.Ownership is null && rooms.Hasher.Hash(key) != hash;

    private void Rejoin(Side side, RemoteId id, Link link)
    {
        if (!Reading(side).Candidates.Remove(id, out var candidate))
            return;
        Reading(side).Gone.Remove(link.Number);
        var comesWithOwner = rooms.Policy.Shape.Ownership is not null && rooms[side].Creator is null;
        _items.Add(new WorkItem(link.Number, side == Side.First ? id : link.First.Id, side == Side.Second ? id : link.Second.Id)
        {
            Label = candidate.Label,
            Reason = Reasons.CreatedAgain(rooms.Keys.NameOf(0)),
            HasMoved = true,
            RejoinedAt = side,
            NewbornAt = comesWithOwner ? side : candidate.NewbornAt,
        });
    }

    /// <summary>The side's candidates by their first key; null where several share it or the other side has a candidate of its own for it.</summary>
    private Dictionary<string, RemoteId?> CandidatesByKey(Side side)
    {
        var byKey = new Dictionary<string, RemoteId?>(StringComparer.Ordinal);
        foreach (var candidate in Reading(side).Candidates.Values)
        {
            if (candidate.Keys.Length > 0 && candidate.Keys[0] is { } key)
                byKey[key] = byKey.ContainsKey(key) ? null : candidate.Id;
        }

        foreach (var candidate in byKey.Count == 0 ? [] : Reading(Other(side)).Candidates.Values.Where(candidate => candidate.Keys.Length > 0 && candidate.Keys[0] is { } key && byKey.ContainsKey(key)))
            byKey[candidate.Keys[0]!] = null;
        return byKey;
    }

    private async Task<IEnumerable<(Link Link, string Key)>> SurvivorKeysAsync(Side gone, IReadOnlyList<Link> links, CancellationToken cancellationToken)
    {
        var survivor = Other(gone);
        var fetched = await Loader<T>.FetchAsync(rooms[survivor], [.. links.Select(link => link.End(survivor).Id)], Reading(survivor).Bodies, cancellationToken);
        if (links.Any(link => fetched.Problem(link.End(survivor).Id) is not null))
        {
            // Its key cannot be told now: whatever has a key may be what was deleted, made again.
            foreach (var id in CandidatesByKey(gone).Values.OfType<RemoteId>())
                Reading(gone).Holds.TryAdd(id, Doubts.Stranger(context, T.Kind, gone, id, survivor));
        }

        foreach (var record in fetched.Records.Values)
            Reading(survivor).Bodies.Add(record);
        var loaded = links.Where(link => fetched.Find(link.End(survivor).Id) is not null).Select(link => new Loaded<T>(
            new WorkItem(link.Number, link.First.Id, link.Second.Id),
            link,
            survivor == Side.First ? fetched.Find(link.First.Id) : null,
            survivor == Side.Second ? fetched.Find(link.Second.Id) : null)).ToList();
        return (await rooms.Loader.TranslateAsync(loaded, cancellationToken))
            .Select(item => (item.Link!, Value: item.First?.Value ?? item.SecondInFirst!))
            .Select(item => (item.Item1, Key: rooms.Keys.FirstKey(item.Value, rooms.Policy.Shape.Ownership?.Owner(item.Value))))
            .Where(item => item.Key is not null)
            .Select(item => (item.Item1, item.Key!));
    }

    private SideReading<T> Reading(Side side) => side == Side.First ? first : second;

    private static Side Other(Side side) => side == Side.First ? Side.Second : Side.First;
}
