namespace ErpSync;

/// <summary>What people said of two records that are not linked: that they are not the same (rejected), or that they were linked once and taken apart.</summary>
internal static class PairNotes
{
    public const string RejectedPrefix = "rejected/";
    public const string ApartPrefix = "apart/";

    public static string Key(string prefix, EntityKind kind, RemoteId first, RemoteId second) => $"{prefix}{kind.Name}/{first.Value}\n{second.Value}";

    /// <summary>True when a person said that the two do not belong together, or took their link away.</summary>
    public static async Task<bool> IsApartAsync(PassContext context, EntityKind kind, Side side, RemoteId id, RemoteId other, CancellationToken cancellationToken) =>
        await FindAsync(context, RejectedPrefix, kind, side, id, other, cancellationToken) is not null
        || await FindAsync(context, ApartPrefix, kind, side, id, other, cancellationToken) is not null;

    public static ValueTask<string?> FindAsync(PassContext context, string prefix, EntityKind kind, Side side, RemoteId id, RemoteId other, CancellationToken cancellationToken)
    {
        var (first, second) = side == Side.First ? (id, other) : (other, id);
        return context.Store.GetTextAsync(context.Pair, Key(prefix, kind, first, second), cancellationToken);
    }
}
