using ErpSync.Matching;
using ErpSync.Reading;
using ErpSync.Recording;
using ErpSync.Writing;

namespace ErpSync.Passes;

/// <summary>Keeps records from being created while something at the other side may be their counterpart.</summary>
internal static class Doubts
{
    /// <summary>A lost create that several records could be: neither its source nor any of those is created again. Those that match by a key are linked nevertheless.</summary>
    public static async Task HoldAsync<T>(PassContext context, SideContext<T> target, Intent intent, SideReading<T> source, SideReading<T> there, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        source.Holds[intent.SourceId] = new SyncProblem(ProblemKind.OutcomeUnknown, "create.undecidable", $"An earlier create in {target.Name} may have been carried out, and several records there could be it. It is not created again.")
        {
            Connection = context.NameOf(target.Other),
            EntityKind = T.Kind,
            Id = intent.SourceId,
            Remedy = $"Link it by hand with the right record of {target.Name}, or delete the surplus one.",
        };
        if (target.TokenFinder is not null || target.NewestId is null)
            return;
        var limit = await LostLimit.ReadAsync(context, intent, cancellationToken);
        foreach (var id in there.Candidates.Keys.Where(id => (intent.NewestBefore is not { } newest || id.CompareTo(newest) > 0) && (limit is not { } last || id.CompareTo(last) <= 0)))
        {
            there.Holds[id] = new SyncProblem(ProblemKind.OutcomeUnknown, "create.undecidable", $"It may be what an earlier create left, so it is not created in {context.NameOf(target.Other)}.")
            {
                Connection = target.Name,
                EntityKind = T.Kind,
                Id = id,
                Remedy = $"Link it by hand with the right record of {context.NameOf(target.Other)}, or delete the surplus one.",
            };
        }
    }

    /// <summary>A record that could not be read and has no link may be the counterpart of any that seems to have none. Where a look by key settles that before a create, nothing is held.</summary>
    /// <returns>True when there is such a record.</returns>
    public static async Task<bool> HoldStrangersAsync<T>(PassContext context, SideContext<T> there, SideReading<T> reading, SideReading<T> other, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        var ids = reading.Unreadable.Select(problem => problem.Id).Distinct().ToList();
        var isStrange = ids.Contains(null);
        foreach (var chunk in isStrange ? [] : ids.Select(id => id!.Value).Chunk(1000))
            isStrange |= (await context.Store.FindLinksAsync(context.Pair, T.Kind, there.Side, chunk, cancellationToken)).Count < chunk.Length;
        foreach (var candidate in other.Candidates.Values)
        {
            if (!isStrange || !candidate.Keys.Any(key => key is not null) || (there.KeyFinder is not null && candidate.Keys[0] is not null))
                continue;
            other.Holds.TryAdd(candidate.Id, Stranger(context, T.Kind, there.Other, candidate.Id, there.Side));
        }

        return isStrange;
    }

    /// <summary>Why a record is not created at the other side: one that cannot be read, at either side, may be its counterpart or its former self.</summary>
    public static SyncProblem Stranger(PassContext context, EntityKind kind, Side side, RemoteId id, Side unreadableAt) => Stranger(context, kind, side, id, context.NameOf(unreadableAt));

    private static SyncProblem Stranger(PassContext context, EntityKind kind, Side side, RemoteId id, string name) =>
        new(ProblemKind.Unreadable, "match.stranger", $"A record of {name} that is not linked could not be read; it may be this one's counterpart.")
        {
            Connection = context.NameOf(side),
            EntityKind = kind,
            Id = id,
            Remedy = $"Put the record of {name} right, or link the two by hand.",
        };

    /// <summary>Records that shared a key with others when they were last seen stay apart as long as one of those others may be a record that cannot be read now.</summary>
    public static async Task<IReadOnlyList<WorkItem>> HoldFormerDoublesAsync(PassContext context, EntityKind kind, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var doubles = new Dictionary<(Side, RemoteId), Unlinked>();
        await foreach (var red in context.Store.ReadAllUnlinkedAsync(context.Pair, kind, cancellationToken))
        {
            if (red.Problem.Code == "match.ambiguous")
                doubles[(red.Side, red.Id)] = red;
        }

        return doubles.Count == 0 ? items : [.. items.SelectMany(item => Split(item, doubles))];
    }

    private static IEnumerable<WorkItem> Split(WorkItem item, Dictionary<(Side, RemoteId), Unlinked> doubles)
    {
        if (item is not { IsLinked: false, Held: null, LostCreateAt: null })
            return [item];
        (Side Side, RemoteId Id)[] ends = [.. new[] { Side.First, Side.Second }.Where(side => item.IdAt(side) is not null).Select(side => (side, item.IdAt(side)!.Value))];
        return ends.Select(end => doubles.GetValueOrDefault(end)).FirstOrDefault(red => red is not null) is { } known ? ends.Select(end => Alone(end.Side, end.Id, known)) : [item];

        WorkItem Alone(Side side, RemoteId id, Unlinked known)
        {
            var red = doubles.GetValueOrDefault((side, id)) ?? known;
            return new WorkItem(0, side == Side.First ? id : null, side == Side.Second ? id : null) { Label = red.Label ?? id.Value, Candidates = red.Candidates, Held = red.Problem with { Id = id } };
        }
    }
}
