namespace ErpSync.Testing;

/// <summary>Checks of full reads.</summary>
internal static class ReadingChecks<T>
    where T : class, IEntity
{
    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("reads every record once", ReadsOnceAsync),
        ("reads what is listed", ReadsListedAsync),
        ("reads what was created", ReadsCreatedAsync),
        ("counts the requests of a read", CountsAsync),
    ];

    private static async Task ReadsOnceAsync(KindCheck<T> check)
    {
        var seen = new HashSet<RemoteId>();
        await foreach (var result in check.ReadAllAsync())
        {
            var id = result.Record?.Id ?? result.Problem?.Id;
            KindCheck<T>.Demand(result.Record is not null || result.Problem is not null, "A result holds neither a record nor a problem.");
            KindCheck<T>.Demand(result.Record is null || result.Record.Id.Value.Length > 0, "A record has an empty id.");
            KindCheck<T>.Demand(id is null || seen.Add(id.Value), $"{id} was read twice.");
        }
    }

    private static async Task ReadsListedAsync(KindCheck<T> check)
    {
        check.Need<ILister<T>>();
        check.Need<IReader<T>>();
        if (check.Find<ICreator<T>>() is not null)
            await check.SubjectAsync();
        var before = await check.ListAsync();
        var read = await check.ReadAllAsync().Select(result => result.Record?.Id ?? result.Problem?.Id).Where(id => id is not null).Select(id => id!.Value).ToHashSetAsync(cancellationToken: check.Cancellation);
        var after = await check.ListAsync();
        var missing = before.Keys.Where(id => after.ContainsKey(id) && !read.Contains(id)).Take(5).ToArray();
        var unlisted = read.Where(id => !before.ContainsKey(id) && !after.ContainsKey(id)).Take(5).ToArray();
        KindCheck<T>.Demand(missing.Length == 0, $"Listed and not read: {string.Join(", ", missing)}.");
        KindCheck<T>.Demand(unlisted.Length == 0, $"Read and not listed: {string.Join(", ", unlisted)}.");
    }

    private static async Task ReadsCreatedAsync(KindCheck<T> check)
    {
        check.Need<IReader<T>>();
        var subject = await check.SubjectAsync(full: true);
        var read = await check.ReadAllAsync().Select(result => result.Record).FirstOrDefaultAsync(record => record?.Id == subject.Id, check.Cancellation);
        if (read is null)
            throw CheckOutcomeException.Failed($"{subject.Id} was created and is not read.");
        foreach (var field in check.ReadFields)
            KindCheck<T>.Demand(field.AreEqual(read.Value, subject.Value), $"{field.Name} of {subject.Id} is read as '{field.Display(read.Value)}' and found as '{field.Display(subject.Value)}'.");
    }

    private static async Task CountsAsync(KindCheck<T> check)
    {
        var meter = check.Need<IRequestMeter>();
        var before = meter.Requests;
        await check.ReadAllAsync().CountAsync(check.Cancellation);
        KindCheck<T>.Demand((meter.Requests - before).Data >= 1, "A full read counted no data request.");
    }
}
