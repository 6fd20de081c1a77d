namespace ErpSync;

/// <summary>What people said of two records that are not linked: that they are not the same (rejected), that they were linked once and taken apart, or that an undo took their link away.</summary>
internal static class PairNotes
{
    public const string RejectedPrefix = "rejected/";
    public const string ApartPrefix = "apart/";
    public const string UndonePrefix = "undone/";

    public static string Key(string prefix, EntityKind kind, RemoteId first, RemoteId second) => $"{prefix}{kind.Name}/{first.Value}\n{second.Value}";

    /// <summary>The note of a link that a person took away: what the two agreed on, so that linking them again makes nothing undecided that was settled.</summary>
    public static (string Pair, string Key, string? Text) Apart(Link link) =>
        (link.Pair, Key(ApartPrefix, link.Kind, link.First.Id, link.Second.Id), $"{Convert.ToBase64String(link.First.Base.Span)}\n{Convert.ToBase64String(link.Second.Base.Span)}");

    /// <summary>What such a note remembers.</summary>
    public static Tombstone Recall(string pair, EntityKind kind, RemoteId first, RemoteId second, string text)
    {
        var bases = text.Split('\n');
        return new Tombstone(pair, kind, first, second, Reasons.UnlinkedByHand) { FirstBase = Convert.FromBase64String(bases[0]), SecondBase = Convert.FromBase64String(bases[1]) };
    }

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
