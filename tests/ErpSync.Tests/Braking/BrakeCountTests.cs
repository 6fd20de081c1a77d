using ErpSync.Testing;

namespace ErpSync.Tests.Braking;

/// <summary>Whatever writes counts for the brake: plans that are applied and a person's word as well as runs.</summary>
public sealed class BrakeCountTests
{
    [Fact]
    public async Task Deletions_of_an_applied_plan_count_for_the_runs_of_the_next_24_hours()
    {
        using var world = await LinkedAsync();
        Delete(world, 8);
        (await world.Engine.ApplyAsync(await world.MakePlanAsync())).Report.Kinds.Single().Deleted.Should().Be(8);
        world.Clock.Advance(TimeSpan.FromHours(20));
        Delete(world, 8);

        (await world.RunAsync()).Kinds.Single().MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 8, 8, 32));

        world.Clock.Advance(TimeSpan.FromHours(5));
        (await world.PlanAsync())[0].MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 8, 0, 32));
    }

    [Fact]
    public async Task Plan_made_after_runs_counts_what_they_wrote()
    {
        using var world = await LinkedAsync();
        Delete(world, 8);
        await world.RunAsync();
        Delete(world, 8);
        var plan = await world.MakePlanAsync();

        plan.Entries[0].MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 8, 8, 32));
        (await world.Engine.ApplyAsync(plan)).Refused.Should().HaveCount(8);

        world.Erp.All<Product>().Should().HaveCount(32);
    }

    [Fact]
    public async Task Writes_of_a_resolution_count_for_the_runs_of_the_next_24_hours()
    {
        using var world = await LinkedAsync();
        Edit(world, world.Erp, 0, 8, "erp");
        Edit(world, world.Shop, 0, 8, "shop");
        (await world.RunAsync()).Kinds.Single().Open.Should().Be(8);
        (await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "shop"))).Written.Should().Be(8);
        world.Clock.Advance(TimeSpan.FromHours(20));
        Edit(world, world.Shop, 8, 8, "later");

        (await world.RunAsync()).Kinds.Single().MassChanges.Should().Equal(new MassChangeCount(MassChange.Overwritten, 8, 8, 40));

        world.Erp.All<Product>().Should().NotContain(x => x.Value.Barcode == "later");
        world.Clock.Advance(TimeSpan.FromHours(5));
        (await world.PlanAsync())[0].MassChanges.Should().Equal(new MassChangeCount(MassChange.Overwritten, 8, 0, 40));
    }

    [Fact]
    public async Task Record_that_could_not_be_read_while_the_changes_were_counted_is_not_the_last_one_to_go()
    {
        using var world = await LinkedAsync(3);
        Delete(world, 3);
        world.Erp.Faults.Add(InMemoryFaultKind.BadRecord, "product.find");

        await world.RunAsync();

        world.Erp.All<Product>().Should().NotBeEmpty("all of three are more than a feed may delete without asking");
        (await world.RunAsync()).Kinds.Single().Problem!.Code.Should().Be("brake.tripped");
        world.Erp.All<Product>().Should().NotBeEmpty();
    }

    [Fact]
    public async Task Last_record_of_three_asks_although_the_others_went_before()
    {
        using var world = await LinkedAsync(3);
        Delete(world, 2);
        (await world.RunAsync()).Kinds.Single().Deleted.Should().Be(2);
        Delete(world, 1);

        (await world.RunAsync()).Kinds.Single().MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 1, 2, 1));

        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Writes_that_mail_customers_count_as_mailed_whatever_they_write_and_hold_the_feed()
    {
        using var world = await LinkedAsync(change: x => x.MailFrom("erp"));
        Tell(world, 0, 8);
        (await world.RunAsync()).Written.Should().Be(8, "eight of forty may be told");
        Tell(world, 8, 8);

        var report = await world.RunAsync();

        report.Kinds.Single().Problem!.Code.Should().Be("brake.tripped");
        report.Kinds.Single().MassChanges.Should().Equal([new MassChangeCount(MassChange.Mailed, 8, 8, 40)], "an empty field that is filled overwrites nothing, and mails all the same");
        world.Erp.All<Product>().Count(x => x.Value.Mpn == "told").Should().Be(8);
    }

    [Fact]
    public async Task Writes_that_mail_nobody_do_not_count_as_mailed()
    {
        using var silent = await LinkedAsync();
        Tell(silent, 0, 20);
        (await silent.RunAsync()).Written.Should().Be(20);
        using var full = await LinkedAsync(change: x => x.MailFrom("erp"));
        Tell(full, 0, 20);
        (await full.RunAsync(full: true)).Written.Should().Be(20, "a full run never mails");
    }

    private static async Task<TwoSystems> LinkedAsync(int products = 40, Action<KindBuilder<Product>>? change = null)
    {
        var world = new TwoSystems(p => p.Sync<Product>(x =>
        {
            x.OnDelete(Deletion.Delete);
            change?.Invoke(x);
        }));
        for (var i = 0; i < products; i++)
            world.Shop.Add(new Product { Reference = $"P{i}", Name = LocalizedText.Of("en", $"Mug {i}"), Barcode = "1" });
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));
        return world;
    }

    private static void Delete(TwoSystems world, int count)
    {
        foreach (var record in world.Shop.All<Product>().Take(count))
            world.Shop.Delete<Product>(record.Id);
    }

    private static void Edit(TwoSystems world, InMemorySystem system, int from, int count, string barcode)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var record in system.All<Product>().Skip(from).Take(count))
            system.Edit<Product>(record.Id, x => x with { Barcode = barcode });
    }

    /// <summary>Fills what was empty in the shop.</summary>
    private static void Tell(TwoSystems world, int from, int count)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var record in world.Shop.All<Product>().Skip(from).Take(count))
            world.Shop.Edit<Product>(record.Id, x => x with { Mpn = "told" });
    }
}
