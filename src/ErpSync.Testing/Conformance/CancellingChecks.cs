namespace ErpSync.Testing;

/// <summary>Checks that a cancelled call does nothing and says so.</summary>
internal static class CancellingChecks<T>
    where T : class, IEntity
{
    private static readonly CancellationToken Cancelled = new(canceled: true);

    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("reads nothing when cancelled", ReadsNothingAsync),
        ("writes nothing when cancelled", WritesNothingAsync),
    ];

    private static async Task ReadsNothingAsync(KindCheck<T> check)
    {
        var subject = (await check.SomeAsync())[0];
        if (check.Find<IReader<T>>() is { } reader)
            await DemandCancelledAsync("The read", async () => await reader.ReadAsync(Cancelled).CountAsync(CancellationToken.None));
        if (check.Find<IFinder<T>>() is { } finder)
            await DemandCancelledAsync("The find", async () => await finder.FindAsync([subject.Id], Cancelled).CountAsync(CancellationToken.None));
        if (check.Find<ILister<T>>() is { } lister)
            await DemandCancelledAsync("The listing", async () => await lister.ListAsync(Cancelled).CountAsync(CancellationToken.None));
    }

    private static async Task WritesNothingAsync(KindCheck<T> check)
    {
        if (check.Find<IUpdater<T>>() is not { } updater)
            throw CheckOutcomeException.NotSupported("IUpdater is not registered.");
        var subject = await check.SubjectAsync();
        var varied = check.WrittenFields.Select(field => (field, Wanted: check.Session.Values.Vary(field, subject.Value))).FirstOrDefault(pair => pair.Wanted is not null);
        if (varied.Wanted is null)
            throw CheckOutcomeException.NotSupported("The domain holds no other value for any written field.");
        await DemandCancelledAsync("The update", () => updater.UpdateAsync([new Revision<T>(subject, varied.Wanted, [varied.field.Name])], Cancelled));
        var read = await check.FindOneAsync(subject.Id);
        KindCheck<T>.Demand(read is not null && varied.field.AreEqual(read.Value, subject.Value), $"The cancelled update changed {varied.field.Name}.");
        if (check.Find<ICreator<T>>() is { } creator)
            await DemandCancelledAsync("The create", async () => await creator.CreateAsync([new Creation<T>(check.Session.NextToken(), await check.SampleAsync(full: false))], Cancelled));
        if (check.Find<IDeleter<T>>() is not { } deleter)
            return;
        await DemandCancelledAsync("The delete", () => deleter.DeleteAsync([subject], Cancelled));
        KindCheck<T>.Demand(await check.FindOneAsync(subject.Id) is not null, $"The cancelled delete removed {subject.Id}.");
    }

    private static async Task DemandCancelledAsync(string what, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (OperationCanceledException)
        {
            return;
        }

        throw CheckOutcomeException.Failed($"{what} was cancelled before it began and did not throw OperationCanceledException.");
    }
}
