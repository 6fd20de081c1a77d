namespace ErpSync.Recipes;

/// <summary>Which credit notes of the shop the pair has booked.</summary>
internal sealed class CreditLinks(Func<ISyncStore> store, string pair)
{
    /// <summary>The ids among these that are linked.</summary>
    public async Task<IReadOnlySet<RemoteId>> LinkedAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) => ids.Count == 0
        ? new HashSet<RemoteId>()
        : (await store().FindLinksAsync(pair, EntityKind.CreditNote, Side.First, ids, cancellationToken)).Select(link => link.First.Id).ToHashSet();
}
