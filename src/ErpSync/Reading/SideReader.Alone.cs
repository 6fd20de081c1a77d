namespace ErpSync.Reading;

/// <content>Records without a link: what matching needs of them, and which of them need not be read.</content>
internal sealed partial class SideReader<T>
{
    /// <summary>Reads skipped records after all.</summary>
    public async Task ReadSkippedAsync(SideReading<T> reading, IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        foreach (var id in ids)
            Alone.Skipped.Remove(id);
        await RecheckAsync(reading, [.. ids], cancellationToken);
    }

    private async Task AddCandidatesAsync(SideReading<T> reading, List<Remote<T>> records, CancellationToken cancellationToken)
    {
        var takesAll = policy.Where is null || context is { Only: not null, PastFilter: true };
        var wanted = new List<Remote<T>>(records.Count);
        foreach (var record in records)
        {
            if (takesAll || policy.Where!(record.Value))
                wanted.Add(record);
            else
                alone.Note(record, null, LinkMap.None);
        }

        var ownership = policy.Shape.Ownership;
        var owners = ownership is null ? [] : wanted.Select(record => ownership.Owner(record.Value)).OfType<Ref>();
        var links = await _refs.LoadAsync(side.Side, owners, cancellationToken);
        foreach (var record in wanted)
        {
            var owner = ownership?.Owner(record.Value);
            var candidate = keys.Make(record, InFirst(owner, links)) with { Owner = owner, NewbornAt = owner is { } pointer ? links.CreatedAt(pointer) : null, FollowsOwner = owner is { } planned && links.WillBeCreated(planned) };
            reading.Candidates[record.Id] = candidate;
            alone.Note(record, candidate, links);
            reading.Bodies.Add(record);
            Unlinked?.Invoke(record);
        }
    }
}
