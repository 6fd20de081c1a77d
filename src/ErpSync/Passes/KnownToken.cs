using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>A record that was created from ours once, as its token says, and that the store has no link of.</summary>
/// <param name="Target">The side at which it is.</param>
/// <param name="Source">The record that it was created from, at the other side.</param>
/// <param name="Found">Its id.</param>
internal sealed record KnownToken(Side Target, RemoteId Source, RemoteId Found)
{
    /// <summary>Looks up the tokens of all records that would be created; nothing is asked when nothing would be.</summary>
    public static async Task<IReadOnlyList<KnownToken>> FindAsync<T>(PassContext context, KindRooms<T> rooms, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var known = new List<KnownToken>();
        foreach (var target in new[] { rooms.First, rooms.Second })
        {
            if (target.TokenFinder is null || target.Creator is null || !rooms.Policy.CreateAt.Contains(target.Side))
                continue;
            var alone = items.Where(item => item is { IsLinked: false, Held: null } && item.IdAt(target.Side) is null && item.IdAt(target.Other) is not null).Select(item => item.IdAt(target.Other)!.Value);
            foreach (var sources in alone.Chunk(target.Profile.FindBatch))
                known.AddRange(await FindAsync(context, target, rooms[target.Other], sources, cancellationToken));
        }

        return known;
    }

    /// <summary>Looks up the tokens of some records of the other side; those whose create is still open are known of.</summary>
    public static async Task<IReadOnlyList<KnownToken>> FindAmongAsync<T>(PassContext context, KindRooms<T> rooms, SideContext<T> target, IReadOnlyList<RemoteId> sources, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        if (sources.Count == 0)
            return [];
        var open = (await context.Store.ReadIntentsAsync(context.Pair, T.Kind, cancellationToken)).Where(intent => intent.Target == target.Side).Select(intent => intent.SourceId).ToHashSet();
        var known = new List<KnownToken>();
        foreach (var some in sources.Where(id => !open.Contains(id)).Chunk(target.Profile.FindBatch))
            known.AddRange(await FindAsync(context, target, rooms[target.Other], some, cancellationToken));
        return known;
    }

    /// <summary>Makes one item of two that belong together; one whose counterpart takes no part is held, so that it is not created again.</summary>
    public static IReadOnlyList<WorkItem> Join(PassContext context, EntityKind kind, IReadOnlyList<KnownToken> known, IReadOnlyList<WorkItem> items)
    {
        if (known.Count == 0)
            return items;
        var joined = items.ToArray<WorkItem?>();
        var places = Enumerable.Range(0, joined.Length).Where(i => joined[i] is { IsLinked: false, IsMatch: false }).ToDictionary(i => joined[i]!.First is { } first ? (Side.First, first) : (Side.Second, joined[i]!.Second!.Value));
        foreach (var (target, source, found) in known)
        {
            if (!places.Remove((target == Side.First ? Side.Second : Side.First, source), out var mine))
                continue;
            if (!places.Remove((target, found), out var theirs))
            {
                joined[mine] = joined[mine]! with { Held = LeftOut(context, kind, target, source, found), Candidates = [found] };
                continue;
            }

            joined[mine] = joined[mine]! with { First = target == Side.First ? found : source, Second = target == Side.First ? source : found, Reason = Reasons.CreatedFromIt };
            joined[theirs] = null;
        }

        return [.. joined.OfType<WorkItem>()];
    }

    private static async Task<List<KnownToken>> FindAsync<T>(PassContext context, SideContext<T> target, SideContext<T> source, RemoteId[] sources, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var byToken = sources.ToDictionary(id => Tokens.For(source.Name, T.Kind, id), StringComparer.Ordinal);
        var found = await target.TokenFinder!.FindByTokenAsync([.. byToken.Keys], cancellationToken);
        var known = new List<KnownToken>();
        foreach (var ids in found.Chunk(1000))
        {
            var linked = (await context.Store.FindLinksAsync(context.Pair, T.Kind, target.Side, [.. ids.Select(entry => entry.Value).Distinct()], cancellationToken)).Select(link => link.End(target.Side).Id).ToHashSet();
            foreach (var (token, id) in ids)
            {
                if (!linked.Contains(id) && !await PairNotes.IsApartAsync(context, T.Kind, target.Side, id, byToken[token], cancellationToken))
                    known.Add(new KnownToken(target.Side, byToken[token], id));
            }
        }

        return known;
    }

    private static SyncProblem LeftOut(PassContext context, EntityKind kind, Side target, RemoteId source, RemoteId found)
    {
        var there = context.NameOf(target);
        return new SyncProblem(ProblemKind.Ambiguous, "create.exists-by-token", $"{there} has the record {found}, which was created from it once and takes no part now. It is not created again.")
        {
            Connection = context.NameOf(target == Side.First ? Side.Second : Side.First),
            EntityKind = kind,
            Id = source,
            Remedy = "Link the two by hand, or say that they do not belong together.",
        };
    }
}
