using static ErpSync.Tests.Deleting.DeletionWorld;

namespace ErpSync.Tests.Deleting;

/// <summary>Deletions and the brake in plans that are saved and applied.</summary>
public sealed class DeletionPlanTests
{
    private static async Task<SyncPlan> SavedAsync(TwoSystems world, params MassChangeConfirmation[] confirmed)
    {
        var plan = await world.Engine.MakePlanAsync(TwoSystems.Main with { Confirmed = confirmed });
        using var stream = new MemoryStream();
        await plan.SaveAsync(stream);
        stream.Position = 0;
        return await SyncPlan.LoadAsync(stream);
    }

    [Theory]
    [InlineData(Deletion.Delete)]
    [InlineData(Deletion.Unlink)]
    [InlineData(Deletion.Deactivate)]
    public async Task Deletion_that_a_plan_shows_is_applied(Deletion policy)
    {
        using var world = Of(policy);
        var (shop, erp) = await world.LinkedAsync();
        await world.LinkedAsync(Mug with { Reference = "B" });
        world.Shop.Delete<Product>(shop);
        var plan = await SavedAsync(world);

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Should().BeEmpty();
        (world.Erp.Get<Product>(erp) is null).Should().Be(policy == Deletion.Delete);
        (world.Erp.Get<Product>(erp)?.Active == false).Should().Be(policy == Deletion.Deactivate);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(policy == Deletion.Deactivate ? 2 : 1);
        (await world.RunAsync()).Written.Should().Be(0);
    }

    [Fact]
    public async Task Deletion_is_refused_when_the_survivor_was_edited_or_the_record_came_back()
    {
        using var world = Of(Deletion.Delete);
        var edited = await world.LinkedAsync();
        var back = await world.LinkedAsync(Mug with { Reference = "B" });
        await world.LinkedAsync(Mug with { Reference = "C" });
        var restore = world.Shop.TakeBackup();
        world.Shop.Delete<Product>(edited.Shop);
        world.Shop.Delete<Product>(back.Shop);
        var plan = await SavedAsync(world);
        world.Erp.Edit<Product>(edited.Erp, x => x with { Barcode = "2" });
        restore();
        world.Shop.Delete<Product>(edited.Shop);

        var report = await world.Engine.ApplyAsync(plan);

        report.Refused.Should().HaveCount(2);
        world.Erp.All<Product>().Should().HaveCount(3);
    }

    [Fact]
    public async Task Plan_in_which_the_brake_trips_is_applied_only_when_it_was_made_with_the_counts_confirmed()
    {
        using var world = Of(Deletion.Delete);
        for (var i = 0; i < 4; i++)
            world.Shop.Add(Mug with { Reference = $"P{i}" });
        await world.RunAsync();
        foreach (var record in world.Shop.All<Product>())
            world.Shop.Delete<Product>(record.Id);
        var plan = await SavedAsync(world);
        plan.Entries[0].MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 4, 0, 4));

        (await world.Engine.ApplyAsync(plan)).Refused.Should().HaveCount(4).And.OnlyContain(entry => entry.Problem.Code == "brake.tripped");
        world.Erp.All<Product>().Should().HaveCount(4);

        plan = await SavedAsync(world, new MassChangeConfirmation(EntityKind.Product, MassChange.Deleted, 4));
        (await world.Engine.ApplyAsync(plan)).Refused.Should().BeEmpty();
        world.Erp.All<Product>().Should().BeEmpty();
    }
}
