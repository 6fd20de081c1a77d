namespace ErpSync.Reading;

/// <summary>Finds what belongs to a record: by asking for it, or by reading all records of the kind where the system cannot be asked.</summary>
internal static class OwnedRecords
{
    public static async Task<IReadOnlyList<RemoteId>> FindAsync<T>(SideContext<T> side, Ownership<T>? ownership, Ref owner, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        if (ownership is null || (side.OwnedFinder is null && side.Reader is null))
            return [];
        var found = new List<RemoteId>();
        await foreach (var result in side.OwnedFinder is { } finder ? finder.FindByOwnersAsync([owner], cancellationToken) : side.Reader!.ReadAsync(cancellationToken))
        {
            if (result.Record is { } record && ownership.Owner(record.Value) == owner)
                found.Add(record.Id);
        }

        return found;
    }
}
