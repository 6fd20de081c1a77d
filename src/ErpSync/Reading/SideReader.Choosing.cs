namespace ErpSync.Reading;

/// <content>Which records without a link take part.</content>
internal sealed partial class SideReader<T>
{
    private async Task<IReadOnlyList<Remote<T>>> ChooseAsync(IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken)
    {
        if (context is { Only: not null, PastFilter: true })
            return records;
        if (context.Along.Count > 0)
        {
            var along = records.Where(record => context.Along.Contains((T.Kind, side.Side, record.Id))).ToList();
            return [.. along, .. await FilterAsync([.. records.Except(along)], cancellationToken)];
        }

        return await FilterAsync(records, cancellationToken);
    }

    private async Task<IReadOnlyList<Remote<T>>> FilterAsync(IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken)
    {
        IReadOnlyList<Remote<T>> wanted = [.. records.Where(record => !IsOutOfRange(record.Id) && policy.Where?.Invoke(record.Value) != false)];
        foreach (var (_, keep) in policy.SideFilters.Where(filter => filter.Side == side.Side))
        {
            if (wanted.Count > 0)
                wanted = await keep(side.Connector, wanted, cancellationToken);
        }

        return wanted;
    }

    private bool IsOutOfRange(RemoteId id) => policy.Ranges.TryGetValue(side.Side, out var range) && ((range.After is { } after && id.CompareTo(after) <= 0) || (range.Last is { } last && id.CompareTo(last) > 0));
}
