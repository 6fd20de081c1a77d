namespace ErpSync.Testing;

/// <summary>Checks of finds by id, key, token and newness.</summary>
internal static class FindingChecks<T>
    where T : class, IEntity
{
    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("finds what was asked and nothing else", FindsAsync),
        ("finds by key", FindsByKeyAsync),
        ("finds by token", FindsByTokenAsync),
        ("finds the lowest id under a token that was used twice", FindsTwiceAsync),
        ("tells the newest id and what is newer", TellsNewestAsync),
    ];

    private static async Task FindsAsync(KindCheck<T> check)
    {
        var finder = check.Need<IFinder<T>>();
        var asked = (await check.SomeAsync()).Select(record => record.Id).Take(check.Profile.FindBatch - 1).ToList();
        if (asked.Count == 0)
            throw CheckOutcomeException.NotSupported("One id at a time is found; the other checks cover that.");
        var missing = KindCheck<T>.MissingLike(asked[0]);
        var found = await finder.FindAsync([.. asked, missing], check.Cancellation).Select(result => result.Record?.Id ?? result.Problem?.Id).ToListAsync(check.Cancellation);
        KindCheck<T>.Demand(found.Distinct().Count() == found.Count, "A record was found twice.");
        KindCheck<T>.Demand(!found.Contains(missing), $"{missing} was found and does not exist.");
        var strangers = found.Where(id => id is null || !asked.Contains(id.Value)).ToArray();
        KindCheck<T>.Demand(strangers.Length == 0, $"Found without being asked for: {string.Join(", ", strangers)}.");
        var lost = asked.Where(id => !found.Contains(id)).ToArray();
        KindCheck<T>.Demand(lost.Length == 0, $"Asked for and not found: {string.Join(", ", lost)}.");
    }

    private static async Task FindsByKeyAsync(KindCheck<T> check)
    {
        var finder = check.Need<IKeyFinder<T>>();
        var key = check.Shape.NaturalKeys.FirstOrDefault(known => known.Name == finder.KeyName) ?? throw CheckOutcomeException.Failed($"'{finder.KeyName}' is not a natural key of the shape.");
        var subject = await check.SubjectAsync();
        await check.SubjectAsync();
        var text = key.Of(subject.Value) ?? throw CheckOutcomeException.Failed($"{subject.Id} was created and has no {key.Name}.");
        var found = await finder.FindByKeyAsync([text, text + "-missing"], check.Cancellation).ToListAsync(check.Cancellation);
        KindCheck<T>.Demand(found.Any(result => result.Record?.Id == subject.Id), $"{subject.Id} is not found by its {key.Name} '{text}'.");
        var strangers = found.Where(result => result.Record is { } record && key.Of(record.Value) != text).Select(result => result.Record!.Id).ToArray();
        KindCheck<T>.Demand(strangers.Length == 0, $"Found under '{text}' and holding another {key.Name}: {string.Join(", ", strangers)}.");
        KindCheck<T>.Demand(found.DistinctBy(result => result.Record?.Id).Count() == found.Count, "A record was found twice.");
    }

    private static async Task FindsByTokenAsync(KindCheck<T> check)
    {
        var finder = check.Need<ITokenFinder<T>>();
        var token = check.Session.NextToken();
        var absent = check.Session.NextToken();
        var created = await check.CreateAsync(await check.SampleAsync(full: false), token);
        var found = await finder.FindByTokenAsync([token, absent], check.Cancellation);
        KindCheck<T>.Demand(found.TryGetValue(token, out var id), $"The token of {created.Id} is not found.");
        KindCheck<T>.Demand(id == created.Id, $"The token of {created.Id} leads to {id}.");
        KindCheck<T>.Demand(!found.ContainsKey(absent), "A token was found that nobody used.");
    }

    private static async Task FindsTwiceAsync(KindCheck<T> check)
    {
        var finder = check.Need<ITokenFinder<T>>();
        var token = check.Session.NextToken();
        var first = await check.CreateAsync(await check.SampleAsync(full: false), token);
        var again = await check.Need<ICreator<T>>().CreateAsync([new Creation<T>(token, await check.SampleAsync(full: false))], check.Cancellation);
        if (again is [WriteResult<T>.Written second])
            check.Session.WillRemove<T>(second.Id);
        var found = await finder.FindByTokenAsync([token], check.Cancellation);
        KindCheck<T>.Demand(found.GetValueOrDefault(token) == first.Id, $"Of the records under one token the lowest is {first.Id}, and '{found.GetValueOrDefault(token)}' was found.");
    }

    private static async Task TellsNewestAsync(KindCheck<T> check)
    {
        var newest = check.Need<INewestId<T>>();
        var sample = await check.SampleAsync(full: false);
        var before = await newest.NewestIdAsync(check.Cancellation);
        var created = await check.CreateAsync(sample);
        var after = await newest.NewestIdAsync(check.Cancellation);
        KindCheck<T>.Demand(after is { } top && top.CompareTo(created.Id) >= 0, $"{created.Id} was created and the newest id is said to be '{after}'.");
        var newer = await newest.ReadNewerThanAsync(before, check.Cancellation).Select(result => result.Record?.Id).ToListAsync(check.Cancellation);
        KindCheck<T>.Demand(newer.Contains(created.Id), $"{created.Id} is not among the records newer than '{before}'.");
        KindCheck<T>.Demand(before is null || newer.All(id => id is null || id.Value.CompareTo(before.Value) > 0), $"Records up to '{before}' are told as newer than it.");
    }
}
