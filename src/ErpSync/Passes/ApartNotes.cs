using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>
/// Records whose link a person took away: what they agreed on is recalled when the same two are linked again, and until then neither is created again at the other side.
/// </summary>
internal static class ApartNotes
{
    public static async Task<IReadOnlyList<WorkItem>> ApplyAsync(PassContext context, EntityKind kind, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        if (!items.Any(item => item is { IsLinked: false, Held: null, Tombstone: null }))
            return items;
        var prefix = $"{PairNotes.ApartPrefix}{kind.Name}/";
        var notes = (await context.Store.ReadTextsAsync(context.Pair, prefix, cancellationToken)).ToDictionary(text => text.Key, text => text.Value, StringComparer.Ordinal);
        if (notes.Count == 0)
            return items;
        var ids = notes.Keys.Select(key => key[prefix.Length..].Split('\n')).ToList();
        var firsts = ids.GroupBy(pair => new RemoteId(pair[0])).ToDictionary(group => group.Key, group => new RemoteId(group.First()[1]));
        var seconds = ids.GroupBy(pair => new RemoteId(pair[1])).ToDictionary(group => group.Key, group => new RemoteId(group.First()[0]));
        return [.. items.Select(item => item switch
        {
            { IsLinked: true } or { Held: not null } or { Tombstone: not null } => item,
            { First: { } one, Second: { } other } => notes.TryGetValue(PairNotes.Key(PairNotes.ApartPrefix, kind, one, other), out var text)
                ? item with { Tombstone = PairNotes.Recall(context.Pair, kind, one, other, text) }
                : item,
            { First: { } first } when firsts.TryGetValue(first, out var partner) => item with { Held = Problem(context, kind, Side.First, first, partner), Candidates = [partner] },
            { Second: { } second } when seconds.TryGetValue(second, out var partner) => item with { Held = Problem(context, kind, Side.Second, second, partner), Candidates = [partner] },
            _ => item,
        })];
    }

    private static SyncProblem Problem(PassContext context, EntityKind kind, Side side, RemoteId id, RemoteId partner)
    {
        var there = context.NameOf(side == Side.First ? Side.Second : Side.First);
        return new SyncProblem(ProblemKind.Held, "link.taken-apart", $"Its link with {partner} of {there} was removed by hand; it is not created there as long as nobody says that the two are different records.")
        {
            Connection = context.NameOf(side),
            EntityKind = kind,
            Id = id,
            Remedy = "Link it again or with another record, or reject the two as a match to have both created.",
        };
    }
}
