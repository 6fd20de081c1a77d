namespace ErpSync;

/// <summary>How the in-memory store reads its journal, and forgets what is old or personal.</summary>
internal static class InMemoryStoreErasure
{
    public static IEnumerable<JournalEntry> Select(this InMemoryStoreState state, JournalQuery query)
    {
        var entries = query.NewestFirst ? state.Journal.Values.Reverse() : state.Journal.Values;
        return entries.Where(entry => entry.Pair == query.Pair
            && entry.Number > query.After
            && (query.Before is null || entry.Number < query.Before)
            && (query.Run is null || entry.Run == query.Run)
            && (query.Kind is null || entry.Kind == query.Kind)
            && (query.Side is null || entry.Side == query.Side)
            && (query.Id is null || entry.Id == query.Id)
            && (query.Field is null || string.Equals(entry.Field, query.Field, StringComparison.Ordinal))
            && (query.From is null || entry.At >= query.From)
            && (query.Until is null || entry.At < query.Until));
    }

    public static (InMemoryStoreState Next, int Removed) Prune(this InMemoryStoreState state, Retention retention, Lease lease, int atMost)
    {
        if (!state.Holds(lease))
            throw new StoreException(StoreProblems.LeaseLost(lease));
        var entries = state.Journal.Values
            .Where(entry => entry.Pair == retention.Pair && (entry.At < retention.Before || entry.Number <= state.LastEntry - retention.JournalEntries))
            .Take(atMost).Select(entry => entry.Number).ToList();
        var runs = state.Runs.Values
            .Where(run => run.Pair == retention.Pair && (run.StartedAt < retention.Before || run.Number <= state.LastRun - retention.Runs))
            .Take(atMost - entries.Count).Select(run => run.Number).ToList();
        var plans = state.Plans.Values
            .Where(plan => plan.Pair == retention.Pair && plan.MadeAt < retention.Before)
            .Take(atMost - entries.Count - runs.Count).Select(plan => (plan.Pair, plan.Name)).ToList();
        return (state with { Journal = state.Journal.RemoveRange(entries), Runs = state.Runs.RemoveRange(runs), Plans = state.Plans.RemoveRange(plans) }, entries.Count + runs.Count + plans.Count);
    }

    public static (InMemoryStoreState Next, IReadOnlyDictionary<string, long> Counts) Erase(this InMemoryStoreState state, string pair, IReadOnlyCollection<RecordKey> records)
    {
        var keys = records.ToHashSet();
        var texts = new ErasedTexts(keys);
        var entries = state.Journal.Values.Where(entry => keys.Contains(new RecordKey(entry.Pair, entry.Kind, entry.Side, entry.Id))).ToList();
        foreach (var entry in entries)
        {
            texts.AddValue(entry.OldValue);
            texts.AddValue(entry.NewValue);
        }

        var links = keys.Select(key => state.Scope(key.Pair, key.Kind).Ids(key.Side).TryGetValue(key.Id, out var number) ? number : 0)
            .Where(number => number > 0).Distinct().Select(number => state.Links[number]).Where(link => link.Label is not null).ToList();
        links.ForEach(link => texts.AddLabel(link.Label));
        foreach (var key in keys.Where(state.Parked.ContainsKey))
            texts.AddLabel(state.Parked[key].Record.Label);
        var red = state.Scopes.Where(scope => scope.Key.Pair == pair).SelectMany(scope => scope.Value.Unlinked).ToList();
        foreach (var record in red.Where(record => keys.Contains(new RecordKey(record.Pair, record.Kind, record.Side, record.Id))))
            texts.AddLabel(record.Label);
        red = [.. red.Where(record => keys.Contains(new RecordKey(record.Pair, record.Kind, record.Side, record.Id)) || texts.AreIn(record.Problem))];
        var parked = state.Parked.Where(row => row.Key.Pair == pair && (keys.Contains(row.Key) || texts.AreIn(row.Value.Record.Problem))).Select(row => row.Key).ToList();
        var intents = state.Intents.Where(row => row.Key.Pair == pair && keys.Contains(Source(row.Value.Intent))).Select(row => row.Key).ToList();
        var runs = state.Runs.Values.Where(run => run.Pair == pair && texts.AreIn(run.Error)).ToList();
        var next = state with
        {
            Journal = state.Journal.RemoveRange(entries.Select(entry => entry.Number)),
            Parked = state.Parked.RemoveRange(parked),
            Intents = state.Intents.RemoveRange(intents),
            Links = state.Links.SetItems(links.Select(link => KeyValuePair.Create(link.Number, link with { Label = null }))),
            Runs = state.Runs.SetItems(runs.Select(run => KeyValuePair.Create(run.Number, run with { Error = ErasedError }))),
        };
        next = red.Aggregate(next, (current, record) => current.Set(record.Pair, record.Kind, scope => scope.WithoutUnlinked(new RecordKey(record.Pair, record.Kind, record.Side, record.Id))));
        return (next, new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["journal"] = entries.Count,
            ["parked"] = parked.Count,
            ["red"] = red.Count,
            ["intents"] = intents.Count,
            ["labels"] = links.Count,
            ["run errors"] = runs.Count,
        });
    }

    private const string ErasedError = "(erased)";

    private static RecordKey Source(Intent intent) => new(intent.Pair, intent.Kind, intent.Target == Side.First ? Side.Second : Side.First, intent.SourceId);
}
