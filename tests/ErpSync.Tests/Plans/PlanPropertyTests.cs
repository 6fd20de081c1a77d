namespace ErpSync.Tests.Plans;

public sealed class PlanPropertyTests
{
    public static TheoryData<int> Seeds => new(Enumerable.Range(1, 60));

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Inspecting_and_planning_write_nothing_anywhere(int seed)
    {
        var (store, watch) = WatchedStore.Create();
        using var random = new RandomWorld(seed, store);
        await random.LiveAsync();
        watch.Clear();
        random.World.Shop.Calls.Clear();
        random.World.Erp.Calls.Clear();

        await random.World.InspectAsync();
        await random.World.PlanAsync();
        var plan = await random.World.MakePlanAsync();

        plan.Entries.Should().NotBeEmpty();
        watch.Writes.Should().BeEmpty();
        random.World.Shop.Calls.WriteCalls.Concat(random.World.Erp.Calls.WriteCalls).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Plan_of_a_world_that_did_not_move_does_what_a_run_does(int seed)
    {
        using var run = new RandomWorld(seed);
        using var applied = new RandomWorld(seed);
        await run.LiveAsync();
        await applied.LiveAsync();

        await run.World.RunAsync();
        var report = await applied.World.Engine.ApplyAsync(await ReloadedAsync(await applied.World.MakePlanAsync()));

        report.Refused.Should().BeEmpty();
        applied.State().Should().Equal(run.State());
        (await applied.JournalAsync()).Should().Equal(await run.JournalAsync());
        var next = await applied.World.RunAsync();
        next.Written.Should().Be(0, "everything was carried out");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Entries_whose_record_was_edited_are_refused_and_all_others_carried_out(int seed)
    {
        using var random = new RandomWorld(seed);
        await random.LiveAsync();
        var plan = await random.World.MakePlanAsync();

        var edited = random.Edit(3);
        var report = await random.World.Engine.ApplyAsync(plan);

        bool Moved(PlanEntry entry) => entry.Kind == EntityKind.Product
            && ((entry.FirstId is { } one && edited.Contains(("shop", one))) || (entry.SecondId is { } other && edited.Contains(("erp", other))));
        var done = plan.Entries.Where(entry => entry.IsWrite || entry.Action == PlanAction.Link).ToList();
        var refused = done.Where(Moved).SelectMany(entry => new[] { ("shop", entry.FirstId), ("erp", entry.SecondId) }).ToHashSet();
        var follows = done.Where(entry => entry.DependsOn.Any(needed => needed.Kind == EntityKind.Product && refused.Contains((needed.Connection, needed.Id))));
        report.Refused.Select(refused => Line(refused.Entry)).Should().BeEquivalentTo(done.Where(entry => Moved(entry) || follows.Contains(entry)).Select(Line));
        report.Refused.Where(refused => Moved(refused.Entry)).Select(refused => refused.Problem.Code).Should().AllBe("plan.moved");
        report.Written.Should().Be(done.Count(entry => entry.IsWrite) - report.Refused.Count(refused => refused.Entry.IsWrite));
        report.Report.Failed.Should().Be(0);
    }

    private static string Line(PlanEntry entry) => $"{entry.Action} {entry.Kind} {entry.FirstId}/{entry.SecondId} in {entry.Target}";

    private static async Task<SyncPlan> ReloadedAsync(SyncPlan plan)
    {
        using var file = new MemoryStream();
        await plan.SaveAsync(file);
        file.Position = 0;
        return await SyncPlan.LoadAsync(file);
    }
}
