using ErpSync.Testing;

namespace ErpSync.Tests.Braking;

public sealed class BrakeTests
{
    private static readonly CurrencyCode Euro = new("EUR");

    private static Product Mug(int number) => new()
    {
        Reference = $"P{number}",
        Name = LocalizedText.Of("en", $"Mug {number}"),
        Barcode = "1",
        PriceNet = new Money(10m, Euro),
        Active = true,
    };

    private static async Task<TwoSystems> LinkedAsync(int products, Action<KindBuilder<Product>>? policy = null, TwoSystems? restarted = null)
    {
        var world = new TwoSystems(p => p.Sync<Product>(x => policy?.Invoke(x)).Sync<StockLevel>(), restarted: restarted);
        for (var i = 0; i < products; i++)
            world.Shop.Add(Mug(i));
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromDays(2));
        return world;
    }

    private static void DeleteFrom(InMemorySystem system, int count)
    {
        foreach (var record in system.All<Product>().Take(count))
            system.Delete<Product>(record.Id);
    }

    private static void Edit(InMemorySystem system, int count, Func<Product, Product> change, int skip = 0)
    {
        foreach (var record in system.All<Product>().Skip(skip).Take(count))
            system.Edit(record.Id, change);
    }

    [Fact]
    public async Task Source_that_lists_nothing_deletes_nothing_and_its_dependents_are_left_out()
    {
        using var world = await LinkedAsync(5, x => x.OnDelete(Deletion.Delete));
        DeleteFrom(world.Shop, 5);

        var report = await world.RunAsync();

        var products = report.Kinds[0];
        products.Problem!.Code.Should().Be("brake.tripped");
        products.Problem.Kind.Should().Be(ProblemKind.Held);
        products.MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 5, 0, 5));
        report.Kinds[1].Problem!.Code.Should().Be("run.dependency-failed");
        report.IsComplete.Should().BeFalse();
        world.Erp.All<Product>().Should().HaveCount(5);
    }

    [Theory]
    [InlineData(Deletion.Delete)]
    [InlineData(Deletion.Unlink)]
    public async Task More_than_ten_and_more_than_a_fifth_trip_the_brake_and_fewer_do_not(Deletion policy)
    {
        using var few = await LinkedAsync(40, x => x.OnDelete(policy));
        DeleteFrom(few.Shop, 10);
        (await few.RunAsync()).Kinds[0].Problem.Should().BeNull();

        using var many = await LinkedAsync(40, x => x.OnDelete(policy));
        DeleteFrom(many.Shop, 11);
        (await many.RunAsync()).Kinds[0].MassChanges.Single().Count.Should().Be(11);
        many.Erp.All<Product>().Should().HaveCount(40);
        (await many.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(40);
    }

    [Fact]
    public async Task Tripped_brake_holds_back_every_write_of_the_kind_and_no_other_kind()
    {
        using var world = new TwoSystems(p => p.Sync<Category>().Sync<Product>(x => x.OnDelete(Deletion.Delete)));
        for (var i = 0; i < 4; i++)
            world.Shop.Add(Mug(i));
        await world.RunAsync();
        DeleteFrom(world.Shop, 3);
        world.Shop.Add(Mug(9));
        world.Shop.Edit<Product>(world.Shop.All<Product>()[0].Id, x => x with { Barcode = "2" });
        DeleteFrom(world.Shop, 1);
        world.Shop.Add(new Category { Name = LocalizedText.Of("en", "Mugs") });
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        report.Kinds.Single(kind => kind.Kind == EntityKind.Product).Problem!.Code.Should().Be("brake.tripped");
        world.Erp.Calls.WriteCalls.Select(call => call.Name).Should().Equal("category.create");
    }

    [Fact]
    public async Task Held_kind_stays_held_until_a_person_names_the_counts()
    {
        using var world = await LinkedAsync(20, x => x.OnDelete(Deletion.Delete));
        DeleteFrom(world.Shop, 12);
        await world.RunAsync();
        (await world.RunAsync()).Kinds[0].Problem!.Code.Should().Be("brake.tripped");

        var view = (await world.InspectAsync(EntityKind.Product))[0];
        view.MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 12, 0, 20));
        view.Reason.Should().Contain("12 of 20 records would be deleted");
        var entry = (await world.PlanAsync())[0];
        entry.Action.Should().Be(PlanAction.Brake);
        entry.MassChanges.Should().Equal(view.MassChanges);

        (await ConfirmAsync(world, MassChange.Deleted, 11)).Kinds[0].Problem!.Code.Should().Be("brake.tripped");
        (await ConfirmAsync(world, MassChange.Overwritten, 12)).Kinds[0].Problem!.Code.Should().Be("brake.tripped");
        var report = await ConfirmAsync(world, MassChange.Deleted, 12);

        report.Kinds[0].Deleted.Should().Be(12);
        world.Erp.All<Product>().Should().HaveCount(8);
        (await world.InspectAsync(EntityKind.Product)).Should().OnlyContain(one => one.MassChanges.Count == 0);
    }

    [Fact]
    public async Task Held_kind_goes_on_by_itself_when_nothing_of_it_is_pending_any_more()
    {
        using var world = await LinkedAsync(20, x => x.OnDelete(Deletion.Delete));
        var restore = world.Shop.TakeBackup();
        DeleteFrom(world.Shop, 20);
        await world.RunAsync();
        restore();
        DeleteFrom(world.Shop, 2);
        (await world.RunAsync()).Kinds[0].Problem.Should().NotBeNull("two are pending still, and a person was asked");

        restore();
        (await world.RunAsync()).Kinds[0].Problem.Should().BeNull();
        DeleteFrom(world.Shop, 2);
        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(18);
    }

    [Fact]
    public async Task Changes_spread_over_a_day_add_up_and_a_day_later_they_do_not()
    {
        using var world = await LinkedAsync(40, x => x.OnDelete(Deletion.Delete));
        DeleteFrom(world.Shop, 8);
        (await world.RunAsync()).Kinds[0].Deleted.Should().Be(8);
        world.Clock.Advance(TimeSpan.FromHours(20));
        DeleteFrom(world.Shop, 8);
        (await world.RunAsync()).Kinds[0].MassChanges.Should().Equal(new MassChangeCount(MassChange.Deleted, 8, 8, 32));
    }

    [Fact]
    public async Task Counts_are_forgotten_after_a_day()
    {
        using var world = await LinkedAsync(40, x => x.OnDelete(Deletion.Delete));
        DeleteFrom(world.Shop, 6);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromHours(25));
        DeleteFrom(world.Shop, 6);
        (await world.RunAsync()).Kinds[0].Deleted.Should().Be(6);
    }

    [Fact]
    public async Task Count_begins_anew_after_a_confirmed_run()
    {
        using var world = await LinkedAsync(60, x => x.OnDelete(Deletion.Delete));
        DeleteFrom(world.Shop, 20);
        await ConfirmAsync(world, MassChange.Deleted, 20);
        DeleteFrom(world.Shop, 8);

        (await world.RunAsync()).Kinds[0].Deleted.Should().Be(8);
    }

    [Fact]
    public async Task Record_that_is_edited_often_counts_once()
    {
        using var world = await LinkedAsync(3);
        for (var round = 0; round < 15; round++)
        {
            Edit(world.Shop, 1, x => x with { Barcode = $"{round}x" });
            (await world.RunAsync()).Kinds[0].Problem.Should().BeNull();
        }

        world.Erp.All<Product>()[0].Value.Barcode.Should().Be("14x");
    }

    [Fact]
    public async Task First_run_that_would_overwrite_the_matched_records_asks()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))));
        for (var i = 0; i < 20; i++)
        {
            world.Shop.Add(Mug(i));
            world.Erp.Add(i < 12 ? Mug(i) with { Name = LocalizedText.Of("en", "Other") } : Mug(i));
        }

        var report = await world.RunAsync();

        report.Kinds[0].MassChanges.Should().Equal(new MassChangeCount(MassChange.Overwritten, 12, 0, 20));
        world.Erp.Calls.Writes.Should().Be(0);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
        await ConfirmAsync(world, MassChange.Overwritten, 12);
        world.Erp.All<Product>().Should().OnlyContain(product => product.Value.Name["en"]!.StartsWith("Mug", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Creates_and_fills_of_empty_fields_do_not_count()
    {
        using var world = await LinkedAsync(20);
        Edit(world.Shop, 20, x => x with { Summary = LocalizedText.Of("en", "Good") });
        for (var i = 100; i < 200; i++)
            world.Shop.Add(Mug(i));

        (await world.RunAsync()).Kinds[0].Problem.Should().BeNull();

        world.Erp.All<Product>().Should().HaveCount(120);
    }

    [Fact]
    public async Task Prices_and_flags_in_bulk_trip_the_brake_each_under_its_own_name()
    {
        using var world = await LinkedAsync(30);
        Edit(world.Shop, 12, x => x with { PriceNet = new Money(0m, Euro), Active = false });
        Edit(world.Shop, 12, x => x with { PriceNet = new Money(100m, Euro) }, skip: 12);

        var counts = (await world.RunAsync()).Kinds[0].MassChanges;

        counts.Select(count => (count.Change, count.Count)).Should().Equal((MassChange.Deactivated, 12), (MassChange.PriceZeroed, 12), (MassChange.Repriced, 12));
    }

    [Fact]
    public async Task Stock_of_all_products_at_zero_trips_the_brake()
    {
        using var world = await LinkedAsync(4);
        foreach (var level in world.Erp.All<StockLevel>())
            world.Erp.Edit<StockLevel>(level.Id, x => x with { Quantity = 5 });
        (await world.RunAsync()).IsComplete.Should().BeTrue();
        foreach (var level in world.Erp.All<StockLevel>())
            world.Erp.Edit<StockLevel>(level.Id, x => x with { Quantity = 0 });

        var report = await world.RunAsync();

        report.Kinds[1].MassChanges.Should().Equal(new MassChangeCount(MassChange.StockZeroed, 4, 0, 4));
        world.Shop.All<StockLevel>().Should().OnlyContain(level => level.Value.Quantity == 5);
    }

    [Fact]
    public async Task Limits_are_set_per_kind_and_change_and_the_brake_is_taken_off_only_with_a_reason()
    {
        using var strict = await LinkedAsync(40, x => x.OnDelete(Deletion.Delete).Brake(b => b.Limit(MassChange.Deleted, percent: 5, records: 2)));
        DeleteFrom(strict.Shop, 3);
        (await strict.RunAsync()).Kinds[0].MassChanges.Single().Count.Should().Be(3);

        using var off = await LinkedAsync(40, x => x.OnDelete(Deletion.Delete).Brake(b => b.Off("the shop is filled anew every night")));
        DeleteFrom(off.Shop, 40);
        (await off.RunAsync()).Kinds[0].Deleted.Should().Be(40);
        await FluentActions.Awaiting(() => LinkedAsync(0, x => x.Brake(b => b.Off(" ")))).Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Deciding_beforehand_costs_no_request()
    {
        var calls = new List<string[]>();
        foreach (var off in new[] { false, true })
        {
            using var world = await LinkedAsync(400, x => x.Brake(b => b = off ? b.Off("measured") : b));
            Edit(world.Shop, 300, x => x with { Barcode = "" });
            Edit(world.Shop, 60, x => x with { Barcode = "2" });
            world.Erp.Delete<Product>(world.Erp.All<Product>()[390].Id);
            world.Shop.Calls.Clear();
            world.Erp.Calls.Clear();
            await world.Engine.RunAsync(TwoSystems.Main with { Confirmed = [new(EntityKind.Product, MassChange.Overwritten, 300)] });
            world.Erp.Calls.Writes.Should().BeGreaterThan(290);
            calls.Add([.. world.Shop.Calls.All.Concat(world.Erp.Calls.All).GroupBy(call => call.Name).Select(group => $"{group.Key} {group.Count()}")]);
        }

        calls[0].Should().BeEquivalentTo(calls[1]);
    }

    private static Task<SyncReport> ConfirmAsync(TwoSystems world, MassChange change, int count)
    {
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        return world.Engine.RunAsync(TwoSystems.Main with { Confirmed = [new MassChangeConfirmation(EntityKind.Product, change, count)] });
    }
}
