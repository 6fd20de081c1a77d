using ErpSync.Matching;

namespace ErpSync.Passes;

/// <summary>Records of which a rebuild could not say whether they have a counterpart. They are held, so that none is created twice, until a person links or releases them.</summary>
internal static class Unplaced
{
    public const string Code = "rebuild.unsure";

    public static string Key(EntityKind kind, Side side, RemoteId id) => $"{Prefix(kind)}{(side == Side.First ? 1 : 2)}/{id.Value}";

    public static string Prefix(EntityKind kind) => $"unsure/{kind.Name}/";

    public static async Task<IReadOnlyList<WorkItem>> HoldAsync(PassContext context, EntityKind kind, IReadOnlyList<WorkItem> items, CancellationToken cancellationToken)
    {
        var texts = await context.Store.ReadTextsAsync(context.Pair, Prefix(kind), cancellationToken);
        if (texts.Count == 0)
            return items;
        var keys = texts.Select(text => text.Key).ToHashSet(StringComparer.Ordinal);
        return [.. items.Select(item => SideOf(item) is { } side && item.Held is null && keys.Contains(Key(kind, side, item.IdAt(side)!.Value))
            ? item with { Held = Problem(context, kind, side, item.IdAt(side)!.Value) }
            : item)];
    }

    public static SyncProblem Problem(PassContext context, EntityKind kind, Side side, RemoteId id)
    {
        var there = context.NameOf(side == Side.First ? Side.Second : Side.First);
        return new SyncProblem(ProblemKind.Ambiguous, Code, $"The store was lost, and neither a token, a key nor equal content says whether {there} has it too. It is not created there.")
        {
            Connection = context.NameOf(side),
            EntityKind = kind,
            Id = id,
            Remedy = $"Link it by hand with the right record of {there}, or release it to have it created.",
        };
    }

    private static Side? SideOf(WorkItem item) => (item.First, item.Second) switch
    {
        (not null, null) => Side.First,
        (null, not null) => Side.Second,
        _ => null,
    };
}
