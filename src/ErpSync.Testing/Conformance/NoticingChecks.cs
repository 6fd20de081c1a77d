namespace ErpSync.Testing;

/// <summary>A check per field: an edit of an old record is noticed by its date, its stamp or the sweep, as the connector declares.</summary>
internal static class NoticingChecks<T>
    where T : class, IEntity
{
    private const int MostSweeps = 1000;

    public static IEnumerable<(string Name, Func<KindCheck<T>, Task> Run)> For(Shape<T> shape) =>
    [
        ("notices a record that was created", NoticesCreatedAsync),
        ("says misconfigured to a cursor that it does not understand", RefusesCursorAsync),
        .. shape.Fields.Select(field => ($"notices an edit of {field.Name}", (Func<KindCheck<T>, Task>)(check => NoticesAsync(check, field)))),
    ];

    private static async Task NoticesCreatedAsync(KindCheck<T> check)
    {
        var changes = check.Need<IChangeReader<T>>();
        if (check.Profile.DateTrust == DateTrust.None)
            throw CheckOutcomeException.NotSupported("Dates are declared to tell nothing.");
        var cursor = await CursorAsync(check, changes);
        var subject = await check.SubjectAsync();
        var changed = await changes.ReadChangedAsync(cursor, check.Cancellation).Select(result => result.Record?.Id).ToListAsync(check.Cancellation);
        KindCheck<T>.Demand(changed.Contains(subject.Id) || check.Find<ILister<T>>() is not null, $"{subject.Id} was created after the cursor, is not delivered as changed, and there is no listing that would tell of it.");
        KindCheck<T>.Demand(changed.Contains(subject.Id) || check.Profile.DateTrust != DateTrust.Full, $"Dates are declared to tell everything, and {subject.Id}, created after the cursor, is not delivered as changed.");
    }

    private static async Task RefusesCursorAsync(KindCheck<T> check)
    {
        var changes = check.Need<IChangeReader<T>>();
        try
        {
            await changes.ReadChangedAsync("not a cursor", check.Cancellation).CountAsync(check.Cancellation);
        }
        catch (ConnectorException exception) when (exception.Problem.Kind == ProblemKind.Misconfigured)
        {
            return;
        }

        throw CheckOutcomeException.Failed("A cursor of another connector was accepted in silence.");
    }

    private static async Task NoticesAsync(KindCheck<T> check, Field<T> field)
    {
        check.Need<IUpdater<T>>();
        if (!check.WrittenFields.Contains(field))
            throw CheckOutcomeException.NotSupported($"{field.Name} is not declared to be written.");
        var targets = KindCheck<T>.HoldsPointers(field) ? await check.TargetsAsync() : [];
        var subject = await check.SubjectAsync(full: true);
        var wanted = check.Session.Values.Vary(field, subject.Value, targets) ?? throw CheckOutcomeException.NotSupported($"The domain holds no other value for {field.Name}.");
        var memory = new CheckMemory();
        await SweepRoundAsync(check, memory);
        var before = check.Find<ILister<T>>() is null ? null : await check.ListAsync();
        await check.Session.Setup.PassTime(check.Session.Setup.DatePrecision * 2, check.Cancellation);
        var changes = check.Find<IChangeReader<T>>();
        var cursor = changes is null ? "" : await CursorAsync(check, changes);
        var edited = await check.UpdateAsync(subject, wanted, field.Name);
        if (field.AreEqual(edited.Value, subject.Value))
            throw CheckOutcomeException.NotSupported($"The system made of the new {field.Name} what it was before.");

        var byDate = changes is not null && await changes.ReadChangedAsync(cursor, check.Cancellation).AnyAsync(result => result.Record?.Id == edited.Id, check.Cancellation);
        KindCheck<T>.Demand(byDate || check.Profile.DateTrust != DateTrust.Full, $"Dates are declared to tell everything, and {edited.Id} is not delivered as changed after an edit of {field.Name}.");
        if (byDate || await ToldByListingAsync(check, before, edited.Id) || (await SweepRoundAsync(check, memory)).Contains(edited.Id))
            return;
        if (check.Profile.DateTrust == DateTrust.None && before?.Values.All(stamp => stamp is null) != false && check.Find<ISweeper<T>>() is null)
            throw CheckOutcomeException.NotSupported("Neither dates, stamps nor a sweep are declared: every record is read each cycle.");
        throw CheckOutcomeException.Failed($"An edit of {field.Name} of {edited.Id} shows neither in the changes, nor in its stamp, nor in a full round of the sweep.");
    }

    private static async Task<string> CursorAsync(KindCheck<T> check, IChangeReader<T> changes)
    {
        var cursor = await changes.TakeCursorAsync(check.Cancellation);
        KindCheck<T>.Demand(cursor.Length > 0, "The cursor is empty.");
        return cursor;
    }

    private static async Task<bool> ToldByListingAsync(KindCheck<T> check, Dictionary<RemoteId, string?>? before, RemoteId id)
    {
        if (before is null)
            return false;
        var after = await check.ListAsync();
        return after.TryGetValue(id, out var stamp) && (!before.TryGetValue(id, out var old) || old != stamp);
    }

    private static async Task<IReadOnlyCollection<RemoteId>> SweepRoundAsync(KindCheck<T> check, CheckMemory memory)
    {
        if (check.Find<ISweeper<T>>() is not { } sweeper)
            return [];
        return await sweeper.SweepAsync(memory, Math.Min(sweeper.RequestsPerRound ?? MostSweeps, MostSweeps), check.Cancellation);
    }

    private sealed class CheckMemory : ISweepMemory
    {
        private readonly Dictionary<string, string> _texts = [];

        public ValueTask<string?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(_texts.GetValueOrDefault(key));

        public void Set(string key, string? text)
        {
            if (text is null)
                _texts.Remove(key);
            else
                _texts[key] = text;
        }
    }
}
