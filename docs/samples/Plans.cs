namespace ErpSync.Docs;

/// <summary>Plans are values: make one, show it, take out what you do not want, save it, apply exactly the rest.</summary>
internal static class Plans
{
    public static async Task<SyncPlan> ReviewAsync(ISyncEngine engine, string file)
    {
        var plan = await engine.MakePlanAsync(new SyncRequest("main"));
        foreach (var count in plan.Counts)
            Console.WriteLine($"{count.Entries} x {count.Action} {count.Kind}");
        foreach (var entry in plan.Entries.Where(entry => entry.IsWrite))
            Console.WriteLine($"{entry.Action} {entry.Label} in {entry.Target}: {string.Join(", ", entry.Changes.Select(change => $"{change.Field} {change.From} -> {change.To}"))}");

        var wanted = plan.Only(entry => entry.Action != PlanAction.Create || entry.Target != "erp");
        await using var stream = File.Create(file);
        await wanted.SaveAsync(stream);
        return wanted;
    }

    public static async Task ApplyAsync(ISyncEngine engine, string file)
    {
        await using var stream = File.OpenRead(file);
        var report = await engine.ApplyAsync(await SyncPlan.LoadAsync(stream));
        Console.WriteLine($"{report.Written} written");
        foreach (var refused in report.Refused)
            Console.WriteLine($"not done: {refused.Entry.Action} {refused.Entry.Label}: {refused.Reason}");
    }

    public static async Task KeepForLaterAsync(ISyncEngine engine, ISyncPlans plans)
    {
        await plans.KeepAsync(await engine.MakePlanAsync(new SyncRequest("main")), "monday");
        if (await plans.FindAsync("main", "monday") is { } plan)
            await engine.ApplyAsync(plan);
        await plans.RemoveAsync("main", "monday");
    }
}
