using System.Globalization;
using ErpSync.Comparing;
using ErpSync.Reading;

namespace ErpSync.Passes;

/// <summary>Asks a side for the record that had the highest id in the last run, and for those that came after it: one request or two.</summary>
internal sealed class NewestRecord<T>(PassContext context, KindPolicy<T> policy, SideContext<T> side, RecordHasher hasher)
    where T : class, IEntity
{
    private readonly IdWatch _watch = new();

    /// <summary>True when the record is missing, went back in time or is another one now: the kind must be read to know more.</summary>
    public async Task<bool> IsDoubtfulAsync(CancellationToken cancellationToken)
    {
        var restored = new RestoredRecords<T>(context, policy, side, hasher);
        await restored.OpenAsync(_watch, await context.Store.GetTextAsync(context.Pair, SideReader<T>.SkewKeyOf(side), cancellationToken), cancellationToken);
        if (_watch.HighestBefore is not { } highest || side.Finder is null)
            return false;
        var id = new RemoteId(highest.ToString(CultureInfo.InvariantCulture));
        var fetched = await Loader<T>.FetchAsync(side, [id], null, cancellationToken);
        if (fetched.Problem(id) is not null)
            return false;
        if (fetched.Find(id) is not { } record)
            return true;
        if ((await context.Store.FindLinksAsync(context.Pair, T.Kind, side.Side, [id], cancellationToken)) is not [var link])
            return false;
        restored.Examine(_watch, record, link, link.GoneAt == side.Side);
        return _watch.RanBack > 0 || _watch.Reused is not null;
    }

    /// <summary>The first of the records that came since the last run; none where the system cannot tell, or where the kind was never read.</summary>
    public async Task<IReadOnlyList<RemoteId>> ReadNewerAsync(CancellationToken cancellationToken)
    {
        if (side.NewestId is null || _watch.HighestBefore is not { } highest)
            return [];
        if (await side.NewestId.NewestIdAsync(cancellationToken) is not { } newest || IdWatch.Number(newest) is not { } number || number <= highest)
            return [];
        var newer = new List<RemoteId>();
        await foreach (var row in side.NewestId.ReadNewerThanAsync(new RemoteId(highest.ToString(CultureInfo.InvariantCulture)), cancellationToken))
        {
            if (row.Record is { } record)
                newer.Add(record.Id);
            if (newer.Count >= side.Profile.FindBatch)
                break;
        }

        return newer;
    }
}
