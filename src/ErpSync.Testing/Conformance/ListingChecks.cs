namespace ErpSync.Testing;

/// <summary>Checks of listings.</summary>
internal static class ListingChecks<T>
    where T : class, IEntity
{
    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("lists the same twice when nothing happens", IsStableAsync),
        ("lists what was created", ListsCreatedAsync),
        ("gives a record the stamp that the listing gives it", GivesStampAsync),
    ];

    private static async Task IsStableAsync(KindCheck<T> check)
    {
        check.Need<ILister<T>>();
        if (check.Find<ICreator<T>>() is not null)
            await check.SubjectAsync();
        var first = await check.ListAsync();
        await check.Session.Setup.PassTime(check.Session.Setup.DatePrecision, check.Cancellation);
        var second = await check.ListAsync();
        var gone = first.Keys.Except(second.Keys).Concat(second.Keys.Except(first.Keys)).Take(5).ToArray();
        KindCheck<T>.Demand(gone.Length == 0, $"Listed once of two times: {string.Join(", ", gone)}.");
        var restless = first.Where(line => line.Value != second[line.Key]).Take(5).Select(line => $"{line.Key} ('{line.Value}', '{second[line.Key]}')").ToArray();
        KindCheck<T>.Demand(restless.Length == 0, $"Stamps changed though nothing did: {string.Join(", ", restless)}.");
    }

    private static async Task ListsCreatedAsync(KindCheck<T> check)
    {
        check.Need<ILister<T>>();
        var subjects = new[] { await check.SubjectAsync(), await check.SubjectAsync() };
        var lines = await check.ListAsync();
        foreach (var subject in subjects)
            KindCheck<T>.Demand(lines.ContainsKey(subject.Id), $"{subject.Id} exists and is not listed.");
    }

    private static async Task GivesStampAsync(KindCheck<T> check)
    {
        check.Need<ILister<T>>();
        var subject = await check.SubjectAsync(full: true);
        var written = check.Find<IUpdater<T>>() is { } updater && check.WrittenFields.Select(field => (field.Name, Wanted: check.Session.Values.Vary(field, subject.Value))).FirstOrDefault(pair => pair.Wanted is not null) is { Wanted: not null } edit
            ? await updater.UpdateAsync([new Revision<T>(subject, edit.Wanted, [edit.Name])], check.Cancellation)
            : [];
        var stored = written is [WriteResult<T>.Written { Stored: { } answer }] ? answer : null;
        var read = await check.FindOneAsync(stored?.Id ?? subject.Id) ?? throw CheckOutcomeException.Failed($"{subject.Id} is not found after an update.");
        if (read.Stamp is null && stored?.Stamp is null)
            throw CheckOutcomeException.NotSupported("Records carry no stamp.");
        var listed = (await check.ListAsync()).GetValueOrDefault(read.Id);
        KindCheck<T>.Demand(read.Stamp is null || read.Stamp == listed, $"{read.Id} is read with the stamp '{read.Stamp}' and listed with '{listed}'.");
        KindCheck<T>.Demand(stored?.Stamp is null || stored.Stamp == listed, $"The update of {read.Id} gave the stamp '{stored?.Stamp}', and the listing gives '{listed}'.");
    }
}
