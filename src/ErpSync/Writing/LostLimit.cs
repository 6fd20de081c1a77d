namespace ErpSync.Writing;

/// <summary>The highest id at the target when a lost create was first looked for in vain: nothing that came later can be it, and nothing later is held because of it.</summary>
internal static class LostLimit
{
    public static async Task<RemoteId?> ReadAsync(PassContext context, Intent intent, CancellationToken cancellationToken) =>
        await context.Store.GetTextAsync(context.Pair, Key(intent.Token), cancellationToken) is { } text ? new RemoteId(text) : null;

    /// <summary>Notes it, in runs only: looks and plans write nothing.</summary>
    public static async Task SetAsync(PassContext context, Intent intent, RemoteId limit, CancellationToken cancellationToken)
    {
        if (context.Run == 0)
            return;
        var changes = new StoreChanges { Lease = context.Lease };
        changes.Texts.Add((context.Pair, Key(intent.Token), limit.Value));
        await context.Store.CommitAsync(changes, cancellationToken);
    }

    /// <summary>Forgets it together with the intent.</summary>
    public static void Forget(StoreChanges changes, string pair, string token) => changes.Texts.Add((pair, Key(token), null));

    private static string Key(string token) => $"lost-create/{token}";
}
