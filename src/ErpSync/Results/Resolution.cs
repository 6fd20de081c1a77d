namespace ErpSync;

/// <summary>
/// A person's word on open fields: which connection's version stays. Where one side deleted the record, keeping that side deletes the survivor too (or unlinks it,
/// where the system cannot delete), and keeping the survivor's side creates the record again at the other (or unlinks it, where the pair does not create it there). A record that is held back because it, or its counterpart, was deleted once is carried over by the next run when its id is named.
/// </summary>
/// <param name="Kind">The kind.</param>
/// <param name="Keep">The name of the connection whose version stays; the other side is written.</param>
public sealed record Resolution(EntityKind Kind, string Keep)
{
    /// <summary>The records, by their ids at the connection that stays; empty for all that <see cref="Where"/> lets pass.</summary>
    public IReadOnlyCollection<RemoteId> Ids { get; init; } = [];

    /// <summary>The fields to settle; empty for all that are open.</summary>
    public IReadOnlyCollection<string> Fields { get; init; } = [];

    /// <summary>Which open records; null for all.</summary>
    public Func<RecordView, bool>? Where { get; init; }
}
