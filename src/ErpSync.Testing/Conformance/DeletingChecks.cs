namespace ErpSync.Testing;

/// <summary>Checks of deletes.</summary>
internal static class DeletingChecks<T>
    where T : class, IEntity
{
    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("deletes for good and nothing else", DeletesAsync),
        ("counts a record that is gone as deleted", CountsGoneAsync),
        ("deletes nothing of an empty batch", AcceptsEmptyAsync),
    ];

    private static async Task DeletesAsync(KindCheck<T> check)
    {
        var deleter = check.Need<IDeleter<T>>();
        Remote<T>[] subjects = [await check.SubjectAsync(), await check.SubjectAsync()];
        var results = await deleter.DeleteAsync([subjects[0]], check.Cancellation);
        KindCheck<T>.Demand(results is [WriteResult<T>.Written], $"The delete of {subjects[0].Id} gave: {string.Join("; ", results)}.");
        KindCheck<T>.Demand(await check.FindOneAsync(subjects[0].Id) is null, $"{subjects[0].Id} was deleted and is still found.");
        KindCheck<T>.Demand(await check.FindOneAsync(subjects[1].Id) is not null, $"{subjects[1].Id} went with {subjects[0].Id}.");
        if (check.Find<ILister<T>>() is null)
            return;
        var lines = await check.ListAsync();
        KindCheck<T>.Demand(!lines.ContainsKey(subjects[0].Id), $"{subjects[0].Id} was deleted and is still listed.");
        KindCheck<T>.Demand(lines.ContainsKey(subjects[1].Id), $"{subjects[1].Id} exists and is not listed.");
    }

    private static async Task CountsGoneAsync(KindCheck<T> check)
    {
        var deleter = check.Need<IDeleter<T>>();
        var subject = await check.SubjectAsync();
        await deleter.DeleteAsync([subject], check.Cancellation);
        var results = await deleter.DeleteAsync([subject], check.Cancellation);
        KindCheck<T>.Demand(results is [WriteResult<T>.Written], $"The second delete of {subject.Id} gave: {string.Join("; ", results)}.");
    }

    private static async Task AcceptsEmptyAsync(KindCheck<T> check) =>
        KindCheck<T>.Demand((await check.Need<IDeleter<T>>().DeleteAsync([], check.Cancellation)).Count == 0, "An empty batch gave results.");
}
