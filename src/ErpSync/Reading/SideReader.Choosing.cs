namespace ErpSync.Reading;

/// <content>Which records without a link take part.</content>
internal sealed partial class SideReader<T>
{
    /// <summary>The ids that are left out for good; null before they were loaded and where nothing is.</summary>
    private HashSet<RemoteId>? _leftOut;

    private string LeftOutPrefix => $"out/{T.Kind.Name}/{side.Name}/";

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
        records = await LeaveOutAsync(records, cancellationToken);
        IReadOnlyList<Remote<T>> wanted = [.. records.Where(record => !IsOutOfRange(record.Id) && policy.Where?.Invoke(record.Value) != false)];
        wanted = await LinkedAsync(wanted, cancellationToken);
        foreach (var (_, keep) in policy.SideFilters.Where(filter => filter.Side == side.Side))
        {
            if (wanted.Count > 0)
                wanted = await keep(side.Connector, wanted, cancellationToken);
        }

        return wanted;
    }

    private async Task<IReadOnlyList<Remote<T>>> LinkedAsync(IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken)
    {
        foreach (var (_, pointer) in policy.LinkedOnly.Where(filter => filter.Side == side.Side))
        {
            var links = await _refs.LoadAsync(side.Side, records.Select(pointer).OfType<Ref>(), cancellationToken);
            records = [.. records.Where(record => pointer(record) is not { } target || !links.Translate(target).IsForeign)];
        }

        return records;
    }

    /// <summary>Takes out what is left out for good, and remembers what came to be just now.</summary>
    private async Task<IReadOnlyList<Remote<T>>> LeaveOutAsync(IReadOnlyList<Remote<T>> records, CancellationToken cancellationToken)
    {
        await LoadLeftOutAsync(cancellationToken);
        if (_leftOut is not { } left)
            return records;
        var changes = new StoreChanges { Lease = context.Lease };
        foreach (var record in records.Where(record => !left.Contains(record.Id) && policy.Finals.Any(final => final.Side == side.Side && final.IsFinal(record.Value))))
        {
            left.Add(record.Id);
            changes.Texts.Add((context.Pair, LeftOutPrefix + record.Id.Value, "1"));
        }

        if (!changes.IsEmpty && context.Run > 0)
            await context.Store.CommitAsync(changes, cancellationToken);
        return [.. records.Where(record => !left.Contains(record.Id))];
    }

    private async Task LoadLeftOutAsync(CancellationToken cancellationToken)
    {
        if (_leftOut is null && policy.Finals.Any(final => final.Side == side.Side))
            _leftOut = [.. (await context.Store.ReadTextsAsync(context.Pair, LeftOutPrefix, cancellationToken)).Select(text => new RemoteId(text.Key[LeftOutPrefix.Length..]))];
    }

    private bool IsOutOfRange(RemoteId id) => policy.Ranges.TryGetValue(side.Side, out var range) && ((range.After is { } after && id.CompareTo(after) <= 0) || (range.Last is { } last && id.CompareTo(last) > 0));
}
