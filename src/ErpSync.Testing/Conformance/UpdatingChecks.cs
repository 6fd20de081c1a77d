namespace ErpSync.Testing;

/// <summary>Checks of updates beyond single fields.</summary>
internal static class UpdatingChecks<T>
    where T : class, IEntity
{
    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("gives one result per updated record, in order", GivesOrderedAsync),
        ("goes on after a record that cannot be updated", GoesOnAsync),
        ("says not found for an update of a missing record", SaysNotFoundAsync),
        ("changes nothing in an update that names no field", ChangesNothingAsync),
        ("updates nothing of an empty batch", AcceptsEmptyAsync),
        ("updates every field at once", UpdatesAllAsync),
    ];

    private static async Task GivesOrderedAsync(KindCheck<T> check)
    {
        var updater = check.Need<IUpdater<T>>();
        if (check.Profile.WriteBatch < 2)
            throw CheckOutcomeException.NotSupported("The declared batch holds one record.");
        Remote<T>[] subjects = [await check.SubjectAsync(), await check.SubjectAsync()];
        var revisions = subjects.Select(subject => Revise(check, subject)).ToArray();
        var results = await updater.UpdateAsync(revisions, check.Cancellation);
        KindCheck<T>.Demand(results.Count == subjects.Length, $"{subjects.Length} records were updated and {results.Count} results came.");
        for (var place = 0; place < subjects.Length; place++)
        {
            var stored = await check.StoredAsync(results[place], "update");
            check.DemandHolds($"Result {place + 1} of {subjects.Length}, {stored.Id}", stored.Value, revisions[place].Wanted);
            KindCheck<T>.Demand(stored.Id == subjects[place].Id || check.Shape.Fields.Any(field => field is TypedField<T, ImageContent>), $"Result {place + 1} is of {stored.Id} and should be of {subjects[place].Id}.");
        }
    }

    private static async Task GoesOnAsync(KindCheck<T> check)
    {
        var updater = check.Need<IUpdater<T>>();
        if (check.Profile.WriteBatch < 2)
            throw CheckOutcomeException.NotSupported("The declared batch holds one record.");
        var subject = await check.SubjectAsync();
        var revision = Revise(check, subject);
        var results = await updater.UpdateAsync([revision with { Current = Missing(subject) }, revision], check.Cancellation);
        KindCheck<T>.Demand(results.Count == 2, $"2 records were updated and {results.Count} results came.");
        KindCheck<T>.Demand(results[0] is WriteResult<T>.Failed, $"The update of the missing {Missing(subject).Id} is said to be written.");
        check.DemandHolds("After a failed one", (await check.StoredAsync(results[1], "update after a failed one")).Value, revision.Wanted);
    }

    private static async Task SaysNotFoundAsync(KindCheck<T> check)
    {
        var updater = check.Need<IUpdater<T>>();
        var subject = await check.SubjectAsync();
        var results = await updater.UpdateAsync([Revise(check, subject) with { Current = Missing(subject) }], check.Cancellation);
        KindCheck<T>.Demand(results is [WriteResult<T>.Failed { Problem.Kind: ProblemKind.NotFound }], $"The update of the missing {Missing(subject).Id} gave: {string.Join("; ", results)}.");
    }

    private static async Task ChangesNothingAsync(KindCheck<T> check)
    {
        check.Need<IUpdater<T>>();
        var subject = await check.SubjectAsync(full: true);
        var stored = await check.UpdateAsync(subject, subject.Value);
        foreach (var field in check.ReadFields)
            KindCheck<T>.Demand(field.AreEqual(subject.Value, stored.Value), $"{field.Name} was '{field.Display(subject.Value)}' and is '{field.Display(stored.Value)}'.");
    }

    private static async Task AcceptsEmptyAsync(KindCheck<T> check) =>
        KindCheck<T>.Demand((await check.Need<IUpdater<T>>().UpdateAsync([], check.Cancellation)).Count == 0, "An empty batch gave results.");

    private static async Task UpdatesAllAsync(KindCheck<T> check)
    {
        check.Need<IUpdater<T>>();
        var targets = await check.TargetsAsync();
        var subject = await check.SubjectAsync(full: true);
        var wanted = subject.Value;
        foreach (var field in check.WrittenFields)
            wanted = check.Session.Values.Vary(field, wanted, targets) ?? wanted;
        var fields = check.WrittenFields.Where(field => !field.AreEqual(wanted, subject.Value)).Select(field => field.Name).ToArray();

        // The totals of a document follow from its lines.
        var totals = check.WrittenFields.Any(field => field is TypedField<T, ValueList<DocumentLine>>) ? check.ReadFields.Where(field => field is TypedField<T, Money?> { Type: TotalField }).Select(field => field.Name) : [];
        string[] following = [.. check.ReadFields.Select(other => other.Name).Where(other => fields.Any(field => check.Session.Setup.Follows<T>(field, other))).Union(totals)];
        check.DemandHolds($"Updated {subject.Id}", (await check.UpdateAsync(subject, wanted, fields)).Value, wanted, following);
    }

    private static Remote<T> Missing(Remote<T> subject) => subject with { Id = KindCheck<T>.MissingLike(subject.Id), Native = null };

    private static Revision<T> Revise(KindCheck<T> check, Remote<T> subject)
    {
        foreach (var field in check.WrittenFields)
        {
            if (check.Session.Values.Vary(field, subject.Value) is { } wanted)
                return new Revision<T>(subject, wanted, [field.Name]);
        }

        throw CheckOutcomeException.NotSupported("The domain holds no other value for any written field.");
    }
}
