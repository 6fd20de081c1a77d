using ErpSync.Recording;

namespace ErpSync.Summaries;

/// <summary>Counts a day: what was taken over by the journal, what it comes to by the records as they are now.</summary>
internal sealed class DailySummariser(EngineSetup setup, ISyncStore store)
{
    private const int Batch = 100;

    public async Task<DailySummary> SummariseAsync(PairDefinition pair, DateOnly day, TimeZoneInfo zone, CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        var (from, until) = (Start(day, zone), Start(day.AddDays(1), zone));
        var orders = await AddAsync<Order>(pair, from, until, order => order.TotalGross, cancellationToken);
        var payments = await AddAsync<Payment>(pair, from, until, payment => payment.Amount, cancellationToken);
        long parked = 0, ofDay = 0, conflicts = 0;
        await foreach (var record in store.ReadParkedAsync(pair.Name, null, cancellationToken))
        {
            parked++;
            ofDay += record.ParkedAt >= from && record.ParkedAt < until ? 1 : 0;
        }

        foreach (var kind in pair.Kinds)
        {
            await foreach (var link in store.ReadAllLinksAsync(pair.Name, kind.Kind, cancellationToken, openOnly: true))
                conflicts += link.Open.Any(open => open.Reason == OpenReason.Conflict) ? 1 : 0;
        }

        return new DailySummary(pair.Name, day)
        {
            OrdersIn = orders.Count,
            Orders = orders.Money,
            PaymentsIn = payments.Count,
            Payments = payments.Money,
            Parked = parked,
            ParkedOnDay = ofDay,
            Conflicts = conflicts,
        };
    }

    private async Task<(long Count, MoneyComparison Money)> AddAsync<T>(PairDefinition pair, DateTimeOffset from, DateTimeOffset until, Func<T, Money?> amount, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        if (pair.Kinds.FirstOrDefault(kind => kind.Kind == T.Kind) is not { } definition)
            return (0, MoneyComparison.Nothing);
        var taken = new Dictionary<long, Link>();
        var ids = new HashSet<(Side Side, RemoteId Id)>();
        await foreach (var entry in store.ReadJournalAsync(new JournalQuery(pair.Name) { Kind = T.Kind, From = from, Until = until }, cancellationToken))
        {
            if (entry.Action is JournalAction.Created or JournalAction.Linked or JournalAction.Adopted)
                ids.Add((entry.Side, entry.Id));
        }

        foreach (var group in ids.GroupBy(id => id.Side, id => id.Id))
        {
            foreach (var chunk in group.Chunk(1000))
            {
                foreach (var link in await store.FindLinksAsync(pair.Name, T.Kind, group.Key, chunk, cancellationToken))
                    taken[link.Number] = link;
            }
        }

        var source = definition.Source is { } name ? pair.SideOf(name) : Side.First;
        return (taken.Count, new MoneyComparison(await SumAsync(source), await SumAsync(PairDefinition.Other(source))));

        async Task<IReadOnlyList<Money>> SumAsync(Side side)
        {
            var finder = setup.Connector(pair.NameOf(side)).Get<IFinder<T>>();
            var sums = new SortedDictionary<string, Money>(StringComparer.Ordinal);
            foreach (var chunk in taken.Values.Select(link => link.End(side).Id).Chunk(Batch))
            {
                await foreach (var result in finder.FindAsync(chunk, cancellationToken))
                {
                    if (result.Record is { } record && amount(record.Value) is { } money)
                        sums[money.Currency.ToString()] = sums.TryGetValue(money.Currency.ToString(), out var sum) ? sum with { Amount = sum.Amount + money.Amount } : money;
                }
            }

            return [.. sums.Values];
        }
    }

    private static DateTimeOffset Start(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        while (zone.IsInvalidTime(local))
            local = local.AddMinutes(15); // a zone whose clocks change at midnight
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
