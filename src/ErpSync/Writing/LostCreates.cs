using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Writing;

/// <summary>Looks in the target for records whose create may have been carried out: by token, by natural key, or among newer records by content. A newer record that nobody can place makes the create undecidable.</summary>
internal sealed class LostCreates<T>(PassContext context, SideContext<T> side, RecordComparer<T> comparer, KeyMaker<T> keys)
    where T : class, IEntity
{
    /// <summary>The ids that were found, by token. Intents that are missing from the answer were not carried out, unless they are in <paramref name="undecidable"/>.</summary>
    public async Task<Dictionary<string, RemoteId>> FindAsync(IReadOnlyList<Intent> intents, ICollection<Intent> undecidable, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, RemoteId>(StringComparer.Ordinal);
        if (side.TokenFinder is not null)
        {
            foreach (var batch in intents.Chunk(side.Profile.FindBatch))
            {
                foreach (var (token, id) in await side.TokenFinder.FindByTokenAsync([.. batch.Select(intent => intent.Token)], cancellationToken))
                    found[token] = id;
            }
        }
        else
        {
            var byKey = intents.Where(intent => intent.Key is not null && side.KeyFinder is not null).ToList();
            await FindByKeyAsync(byKey, found, undecidable, cancellationToken);
            foreach (var intent in intents.Except(byKey))
                await FindByContentAsync(intent, found, undecidable, cancellationToken);
        }

        return found;
    }

    private async Task FindByKeyAsync(List<Intent> intents, Dictionary<string, RemoteId> found, ICollection<Intent> undecidable, CancellationToken cancellationToken)
    {
        foreach (var batch in intents.Chunk(side.Profile.FindBatch))
        {
            var hits = new Dictionary<string, List<RemoteId>>(StringComparer.Ordinal);
            var someUnreadable = false;
            await foreach (var result in side.KeyFinder!.FindByKeyAsync([.. batch.Select(intent => intent.Key!).Distinct(StringComparer.Ordinal)], cancellationToken))
            {
                someUnreadable |= result.Problem is not null;
                if (result.Record is { } record && keys.Key(side.KeyFinder.KeyName, record.Value) is { } key)
                    (hits.TryGetValue(key, out var list) ? list : hits[key] = []).Add(record.Id);
            }

            foreach (var intent in batch)
            {
                var ids = hits.GetValueOrDefault(intent.Key!) ?? [];
                if (ids.Count == 1)
                    found[intent.Token] = ids[0];
                else if (ids.Count > 1 || someUnreadable)
                    undecidable.Add(intent);
            }
        }
    }

    private async Task FindByContentAsync(Intent intent, Dictionary<string, RemoteId> found, ICollection<Intent> undecidable, CancellationToken cancellationToken)
    {
        if (side.NewestId is null || intent.Expected.IsEmpty)
        {
            undecidable.Add(intent);
            return;
        }

        var newer = new List<Remote<T>>();
        await foreach (var result in side.NewestId.ReadNewerThanAsync(intent.NewestBefore, cancellationToken))
        {
            if (result.Record is not { } record)
            {
                undecidable.Add(intent);
                return;
            }

            newer.Add(record);
        }

        var limit = await LostLimit.ReadAsync(context, intent, cancellationToken);
        newer.RemoveAll(record => limit is { } last && record.Id.CompareTo(last) > 0);

        var taken = new HashSet<RemoteId>(found.Values);
        foreach (var ids in newer.Select(record => record.Id).Chunk(1000))
            taken.UnionWith((await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, ids, cancellationToken)).Select(link => link.End(side.Side).Id));
        var free = newer.Where(record => !taken.Contains(record.Id)).ToList();
        var same = free.Where(record => comparer.IsAsSent(record.Value, side, intent.Expected)).ToList();
        if (same.Count == 1)
            found[intent.Token] = same[0].Id;
        else if (free.Count > 0)
        {
            undecidable.Add(intent);
            if (limit is null)
                await LostLimit.SetAsync(context, intent, newer.Max(record => record.Id), cancellationToken);
        }
    }
}
