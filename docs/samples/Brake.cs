namespace ErpSync.Docs;

/// <summary>A run that a mass change stopped, looked at and let through.</summary>
internal static class Brake
{
    public static void Configure(PairBuilder pair) => pair
        .Sync<Product>(p => p.Brake(b => b.Limit(percent: 10, records: 50).Limit(MassChange.Deleted, percent: 1, records: 5)))
        .Sync<ProductImage>(i => i.From("shop").Brake(b => b.Off("pictures are replaced every season")));

    public static async Task RunAsync(ISyncEngine engine, Func<KindReport, bool> isMeant)
    {
        var report = await engine.RunAsync(new SyncRequest("main"));
        var stopped = report.Kinds.Where(kind => kind.MassChanges.Count > 0).ToList();
        foreach (var kind in stopped)
            Console.WriteLine(kind.Problem); // The brake holds product: 37 of 120 records would be deleted or unlinked. …
        if (stopped.Count == 0 || !stopped.TrueForAll(kind => isMeant(kind)))
            return;
        await engine.RunAsync(new SyncRequest("main")
        {
            Confirmed = [.. stopped.SelectMany(kind => kind.MassChanges.Select(count => new MassChangeConfirmation(kind.Kind, count.Change, count.Count)))],
        });
    }
}
