namespace ErpSync.Testing;

/// <summary>Checks of creates.</summary>
internal static class CreatingChecks<T>
    where T : class, IEntity
{
    public static IReadOnlyList<(string Name, Func<KindCheck<T>, Task> Run)> All { get; } =
    [
        ("stores every field of what it creates", StoresAsync),
        ("gives one result per created record, in order", GivesOrderedAsync),
        ("creates nothing of an empty batch", AcceptsEmptyAsync),
    ];

    private static async Task StoresAsync(KindCheck<T> check)
    {
        check.Need<ICreator<T>>();
        var wanted = await check.SampleAsync(full: true);
        var stored = await check.CreateAsync(wanted);
        check.DemandHolds($"Created {stored.Id}", stored.Value, wanted);
        if (check.Shape.Ownership?.Owner(wanted) is { } owner)
            KindCheck<T>.Demand(check.Shape.Ownership.Owner(stored.Value) == owner, $"Created under {owner}, {stored.Id} belongs to '{check.Shape.Ownership.Owner(stored.Value)}'.");
    }

    private static async Task GivesOrderedAsync(KindCheck<T> check)
    {
        var creator = check.Need<ICreator<T>>();
        if (check.Profile.WriteBatch < 2)
            throw CheckOutcomeException.NotSupported("The declared batch holds one record.");
        T[] wanted = [await check.SampleAsync(full: false), await check.SampleAsync(full: false)];
        var results = await creator.CreateAsync([.. wanted.Select(value => new Creation<T>(check.Session.NextToken(), value))], check.Cancellation);
        foreach (var written in results.OfType<WriteResult<T>.Written>())
            check.Session.WillRemove<T>(written.Id);
        KindCheck<T>.Demand(results.Count == wanted.Length, $"{wanted.Length} records were created and {results.Count} results came.");
        for (var place = 0; place < wanted.Length; place++)
        {
            var stored = await check.StoredAsync(results[place], "create");
            check.DemandHolds($"Result {place + 1} of {wanted.Length}, {stored.Id}", stored.Value, wanted[place], [.. check.ReadFields.Select(field => field.Name).Where(name => !IsTelling(check, name, wanted))]);
        }
    }

    private static async Task AcceptsEmptyAsync(KindCheck<T> check) =>
        KindCheck<T>.Demand((await check.Need<ICreator<T>>().CreateAsync([], check.Cancellation)).Count == 0, "An empty batch gave results.");

    private static bool IsTelling(KindCheck<T> check, string name, T[] wanted) => !check.Shape.Find(name)!.AreEqual(wanted[0], wanted[1]);
}
