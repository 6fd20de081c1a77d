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
        var wanted = await ChooseAsync(records, cancellationToken);
        NoteLeftOut(records, wanted);
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

    /// <summary>Filters that ask the system look at more than the record: what they leave out is looked at in each run.</summary>
    private void NoteLeftOut(List<Remote<T>> records, IReadOnlyList<Remote<T>> wanted)
    {
        if (wanted.Count == records.Count || policy.SideFilters.Any(filter => filter.Side == side.Side) || policy.LinkedOnly.Any(filter => filter.Side == side.Side))
            return;
        var taken = wanted.Select(record => record.Id).ToHashSet();
        foreach (var record in records.Where(record => !taken.Contains(record.Id) && !IsOutOfRange(record.Id) && _leftOut?.Contains(record.Id) != true))
            alone.Note(record, null, LinkMap.None);
    }
}
