namespace ErpSync;

/// <summary>A mark in the store that updates of a kind are under way; one that is found at the beginning of a run tells that the work before was cut off.</summary>
internal static class WorkMark
{
    public static async Task<bool> IsSetAsync(PassContext context, EntityKind kind, CancellationToken cancellationToken) =>
        await context.Store.GetTextAsync(context.Pair, Key(kind), cancellationToken) is not null;

    public static async Task SetAsync(PassContext context, EntityKind kind, CancellationToken cancellationToken)
    {
        var changes = new StoreChanges { Lease = context.Lease };
        changes.Texts.Add((context.Pair, Key(kind), System.FormattableString.Invariant($"{context.Run}")));
        await context.Store.CommitAsync(changes, cancellationToken);
    }

    public static void Clear(PassContext context, EntityKind kind, StoreChanges changes) => changes.Texts.Add((context.Pair, Key(kind), null));

    private static string Key(EntityKind kind) => $"working/{kind.Name}";
}
