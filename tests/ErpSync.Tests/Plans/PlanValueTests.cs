using System.Text;

namespace ErpSync.Tests.Plans;

public sealed class PlanValueTests
{
    [Fact]
    public async Task Saved_plan_comes_back_the_same()
    {
        using var random = new RandomWorld(4);
        await random.LiveAsync();
        var plan = await random.World.MakePlanAsync();

        var loaded = await SyncPlan.LoadAsync(await SavedAsync(plan));

        (loaded.Pair, loaded.First, loaded.Second, loaded.MadeAt, loaded.Writes).Should().Be((plan.Pair, plan.First, plan.Second, plan.MadeAt, plan.Writes));
        loaded.EstimatedRequests.Should().Equal(plan.EstimatedRequests);
        loaded.Counts.Should().Equal(plan.Counts);
        loaded.Entries.Should().BeEquivalentTo(plan.Entries, options => options.WithStrictOrdering());
        loaded.Entries.Should().Contain(entry => entry.Changes.Count > 0).And.Contain(entry => entry.FirstBasis != null);
    }

    [Fact]
    public async Task Plan_is_listed_filtered_and_counted()
    {
        using var random = new RandomWorld(4);
        var plan = await random.World.MakePlanAsync();

        var creates = plan.Only(entry => entry.Action == PlanAction.Create);

        creates.Entries.Should().NotBeEmpty().And.OnlyContain(entry => entry.Action == PlanAction.Create);
        creates.Writes.Should().Be(creates.Entries.Count);
        creates.Counts.Sum(count => count.Entries).Should().Be(creates.Entries.Count);
        plan.Entries.Count.Should().BeGreaterThan(creates.Entries.Count);
        plan.EstimatedRequests["erp"].Should().BeGreaterThan(creates.Entries.Count(entry => entry.Target == "erp"));
    }

    [Theory]
    [InlineData("", "plan.not-json")]
    [InlineData("{\"plan\":1}", "plan.not-json")]
    [InlineData("hello", "plan.not-json")]
    [InlineData("[]", "plan.not-a-plan")]
    [InlineData("[{\"kind\":\"product\"}]", "plan.not-a-plan")]
    [InlineData("[{\"plan\":{\"format\":1,\"pair\":\"main\"}}]", "plan.not-a-plan")]
    [InlineData("[{\"plan\":{\"format\":2}}]", "plan.newer-format")]
    [InlineData("[{\"plan\":{\"format\":1,\"pair\":\"main\",\"first\":\"shop\",\"second\":\"erp\",\"salt\":\"ab\"}},{\"kind\":\"product\",\"action\":\"Create\",\"first\":\"1\"}", "plan.cut-off")]
    [InlineData("[{\"plan\":{\"format\":1,\"pair\":\"main\",\"first\":\"shop\",\"second\":\"erp\",\"salt\":\"ab\"}},{\"kind\":\"product\",\"action\":\"Explode\",\"first\":\"1\"}]", "plan.bad-entry")]
    [InlineData("[{\"plan\":{\"format\":1,\"pair\":\"main\",\"first\":\"shop\",\"second\":\"erp\",\"salt\":\"ab\"}},{\"kind\":\"product\",\"action\":\"Create\"}]", "plan.bad-entry")]
    public async Task Bad_file_is_refused_with_what_is_wrong(string text, string code)
    {
        var refused = (await FluentActions.Awaiting(() => SyncPlan.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Should().ThrowAsync<PlanFormatException>()).Which;

        refused.Problem.Code.Should().Be(code);
        refused.Problem.Remedy.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task Plan_for_other_connections_is_refused()
    {
        using var world = new TwoSystems();
        var plan = new SyncPlan("main", "shop", "warehouse", default, new byte[16], []);

        await world.Engine.Awaiting(engine => engine.ApplyAsync(plan)).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*warehouse*");
    }

    [Fact]
    public async Task Plans_are_kept_listed_found_and_removed_by_name()
    {
        using var world = new TwoSystems();
        world.Shop.Add(new Product { Reference = "A" });
        var plan = await world.MakePlanAsync();

        await world.Plans.KeepAsync(plan, "friday");
        var listed = (await world.Plans.ListAsync("main")).Should().ContainSingle().Which;
        var found = await world.Plans.FindAsync("main", "friday");

        (listed.Name, listed.Entries, listed.Writes, listed.MadeAt).Should().Be(("friday", plan.Entries.Count, plan.Writes, plan.MadeAt));
        listed.Content.IsEmpty.Should().BeTrue();
        (await world.Engine.ApplyAsync(found!)).Written.Should().Be(1);
        (await world.Plans.RemoveAsync("main", "friday")).Should().BeTrue();
        (await world.Plans.RemoveAsync("main", "friday")).Should().BeFalse();
        (await world.Plans.FindAsync("main", "friday")).Should().BeNull();
    }

    [Fact]
    public async Task Large_plan_is_read_entry_by_entry()
    {
        var entries = Enumerable.Range(0, 100_000).Select(i => new PlanEntry(EntityKind.Product, PlanAction.Create, RemoteId.From(i), null) { Target = "erp", Label = $"P{i}", Fields = ["Name"], FirstBasis = "AAAA" }).ToList();
        var stream = await SavedAsync(new SyncPlan("main", "shop", "erp", default, new byte[16], entries));
        var before = GC.GetAllocatedBytesForCurrentThread();

        var loaded = await SyncPlan.LoadAsync(stream);

        loaded.Entries.Should().HaveCount(100_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(200L * 1024 * 1024);
    }

    private static async Task<MemoryStream> SavedAsync(SyncPlan plan)
    {
        var stream = new MemoryStream();
        await plan.SaveAsync(stream);
        stream.Position = 0;
        return stream;
    }
}
