using ErpSync.Recording;

namespace ErpSync.Notices;

/// <summary>How a pair stands: what is parked and what is in conflict, and since when. Read from the store alone.</summary>
internal sealed record PairCensus(IReadOnlyDictionary<EntityKind, KindCensus> Kinds)
{
    public static async Task<PairCensus> TakeAsync(ISyncStore store, PairDefinition pair, NoticeOptions options, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var kinds = pair.Kinds.ToDictionary(kind => kind.Kind, _ => new KindCensus());
        await foreach (var record in store.ReadParkedAsync(pair.Name, null, cancellationToken))
        {
            if (kinds.TryGetValue(record.Kind, out var census) && record.State is ParkedState.Waiting or ParkedState.Dead)
                census.AddParked(record, now - options.ParkedLongerThan);
        }

        foreach (var (kind, census) in kinds)
        {
            if ((await store.CountAsync(pair.Name, kind, cancellationToken)).Open == 0)
                continue;
            await foreach (var link in store.ReadAllLinksAsync(pair.Name, kind, cancellationToken, openOnly: true))
            {
                if (link.Open.FirstOrDefault(open => open.Reason == OpenReason.Conflict) is { } conflict)
                    census.AddConflict(conflict.Since, now - options.ConflictOpenLongerThan);
            }
        }

        return new PairCensus(kinds);
    }
}
