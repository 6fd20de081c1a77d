using ErpSync.Testing;

namespace ErpSync.Tests.Holding;

public sealed class HoldTests
{
    private static Product Mug(int number) => new()
    {
        Reference = $"P{number}",
        Name = LocalizedText.Of("en", $"Mug {number}"),
        Barcode = $"40{number}",
        PriceNet = new Money(10 + number, new CurrencyCode("EUR")),
    };

    [Theory]
    [InlineData("shop")]
    [InlineData("erp")]
    public async Task Another_installation_behind_a_name_holds_the_pair_before_anything_is_read(string name)
    {
        using var world = await LinkedAsync(3);
        var system = name == "shop" ? world.Shop : world.Erp;
        system.Facts = system.Facts with { InstanceId = "staging" };
        world.Shop.Edit<Product>(world.Shop.All<Product>()[0].Id, x => x with { Barcode = "9" });
        world.Shop.Calls.Clear();
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        report.Kinds.Should().OnlyContain(kind => kind.Problem!.Code == HoldCodes.InstanceChanged);
        (world.Shop.Calls.Reads + world.Erp.Calls.Reads + world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
        var hold = (await world.Control.ReadHoldsAsync("main")).Should().ContainSingle().Which;
        hold.Connection.Should().Be(name);
        hold.Message.Should().Contain("staging");
        (await world.Engine.CheckAsync("main")).Should().Contain(finding => finding.Code == HoldCodes.InstanceChanged);
    }

    [Fact]
    public async Task Held_pair_is_planned_with_the_reason_and_writes_nothing_to_the_store()
    {
        using var world = await LinkedAsync(3);
        world.Erp.Facts = world.Erp.Facts with { InstanceId = "staging" };
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(world.Shop.All<Product>()[0].Id, x => x with { Barcode = "9" });

        var plan = await world.PlanAsync();

        plan.Should().ContainSingle().Which.Should().Match<PlanEntry>(entry => entry.Action == PlanAction.Hold && entry.Reason.Contains("staging") && entry.Changes.Count == 1);
        (await world.Control.ReadHoldsAsync("main")).Should().BeEmpty("a plan stores nothing");
        (await world.InspectAsync(EntityKind.Product)).Count(view => view.Colour == LinkColour.Orange).Should().Be(1);
    }

    [Fact]
    public async Task Hold_lifts_itself_when_the_known_installation_answers_again()
    {
        using var world = await LinkedAsync(1);
        var known = world.Erp.Facts;
        world.Erp.Facts = known with { InstanceId = "staging" };
        await world.RunAsync();
        world.Erp.Facts = known;

        (await world.RunAsync()).IsComplete.Should().BeTrue();

        (await world.Control.ReadHoldsAsync("main")).Should().BeEmpty();
    }

    [Fact]
    public async Task Confirmed_installation_is_the_known_one_from_then_on()
    {
        using var world = await LinkedAsync(3);
        world.Erp.Facts = world.Erp.Facts with { InstanceId = "new server" };
        await world.RunAsync();
        var hold = (await world.Control.ReadHoldsAsync("main")).Single();

        (await world.Control.ConfirmAsync("main", hold)).Should().BeTrue();
        (await world.Control.ConfirmAsync("main", hold)).Should().BeFalse();

        (await world.RunAsync()).IsComplete.Should().BeTrue();
        (await world.RunAsync()).IsComplete.Should().BeTrue();
        world.Erp.All<Product>().Should().HaveCount(3);
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Theory]
    [InlineData("shop", false)]
    [InlineData("erp", false)]
    [InlineData("shop", true)]
    public async Task Restored_backup_holds_the_pair_before_old_values_are_carried_over(string name, bool full)
    {
        using var world = await LinkedAsync(5);
        var (restored, other) = name == "shop" ? (world.Shop, world.Erp) : (world.Erp, world.Shop);
        await RestoreAsync(world, restored);
        other.Calls.Clear();
        restored.Calls.Clear();

        var report = await world.RunAsync(full);

        report.Kinds.Single(kind => kind.Kind == EntityKind.Product).Problem!.Code.Should().Be(HoldCodes.RanBackwards);
        (other.Calls.Writes + restored.Calls.Writes).Should().Be(0);
        (await world.Control.ReadHoldsAsync("main")).Single().Connection.Should().Be(name);
        other.All<Product>().Count(x => x.Value.Barcode == "new").Should().Be(1);
    }

    [Fact]
    public async Task Old_values_that_came_back_ask_after_a_confirmation_and_are_settled_by_a_persons_word()
    {
        using var world = await LinkedAsync(5);
        await RestoreAsync(world, world.Shop);
        await world.RunAsync();
        await world.Control.ConfirmAsync("main", (await world.Control.ReadHoldsAsync("main")).Single());

        (await world.RunAsync()).IsComplete.Should().BeTrue();
        await world.RunAsync();
        await world.RunAsync(full: true);

        world.Erp.All<Product>().Count(x => x.Value.Barcode == "new").Should().Be(1, "no old value was carried over");
        world.Erp.All<Product>().Should().HaveCount(6, "what the backup lacks was not deleted");
        var view = (await world.InspectAsync(EntityKind.Product)).Single(view => view.Differences.Count > 0);
        view.Differences.Should().ContainSingle().Which.Reason.Should().Be(OpenReason.Restored);
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Where = open => open.Differences.Count > 0 });
        world.Shop.All<Product>().Count(x => x.Value.Barcode == "new").Should().Be(1);
    }

    [Fact]
    public async Task Version_named_with_the_confirmation_stays()
    {
        using var world = await LinkedAsync(5);
        await RestoreAsync(world, world.Shop);
        await world.RunAsync();
        await world.Control.ConfirmAsync("main", (await world.Control.ReadHoldsAsync("main")).Single(), keep: "erp");

        await world.RunAsync();
        await world.RunAsync();

        world.Shop.All<Product>().Count(x => x.Value.Barcode == "new").Should().Be(1);
        world.Shop.All<Product>().Should().HaveCount(6, "what the backup lacked was created again");
        world.Erp.All<Product>().Should().HaveCount(6);
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Fact]
    public async Task Records_that_a_backup_lacks_are_not_deleted_at_the_other_side_whatever_the_policy()
    {
        using var world = await LinkedAsync(5, deletion: Deletion.Delete);
        await RestoreAsync(world, world.Shop);
        await world.RunAsync();
        await world.Control.ConfirmAsync("main", (await world.Control.ReadHoldsAsync("main")).Single());

        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(world.Erp.All<Product>().Single(x => x.Value.Reference == "P6").Id, x => x with { Barcode = "edited" });
        await world.RunAsync();
        await world.RunAsync(full: true);

        world.Erp.All<Product>().Should().HaveCount(6);
        (await world.InspectAsync(EntityKind.Product)).Should().ContainSingle(view => view.Reason.Contains("missing in shop since a backup was restored"));
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Ids = [world.Erp.All<Product>().Single(x => x.Value.Reference == "P6").Id] });
        world.Shop.All<Product>().Should().Contain(x => x.Value.Barcode == "edited");
        world.Shop.Delete<Product>(world.Shop.All<Product>().Single(x => x.Value.Reference == "P4").Id);
        await world.RunAsync();
        world.Erp.All<Product>().Should().NotContain(x => x.Value.Reference == "P4", "deletions of later are deletions again");
    }

    [Fact]
    public async Task Record_under_the_id_of_a_tombstone_is_recognised_as_another()
    {
        using var world = await LinkedAsync(5, deletion: Deletion.Delete);
        var restore = world.Shop.TakeBackup();
        world.Shop.Add(Mug(6));
        await world.RunAsync();
        world.Shop.Delete<Product>(world.Shop.All<Product>().Single(x => x.Value.Reference == "P6").Id);
        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(5);
        restore();
        world.Shop.Add(Mug(7));

        (await world.RunAsync()).Kinds.Single(kind => kind.Kind == EntityKind.Product).Problem!.Code.Should().Be(HoldCodes.RanBackwards);
        await world.Control.ConfirmAsync("main", (await world.Control.ReadHoldsAsync("main")).Single());
        await world.RunAsync();

        world.Erp.All<Product>().Should().Contain(x => x.Value.Reference == "P7");
    }

    [Fact]
    public async Task Edits_of_the_other_side_go_on_while_old_values_ask()
    {
        using var world = await LinkedAsync(5);
        await RestoreAsync(world, world.Shop);
        var erp = world.Erp.All<Product>()[2].Id;
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "edited" });
        await world.RunAsync();
        await world.Control.ConfirmAsync("main", (await world.Control.ReadHoldsAsync("main")).Single());

        await world.RunAsync();

        world.Shop.All<Product>().Should().Contain(x => x.Value.Barcode == "edited");
    }

    [Fact]
    public async Task Deleting_the_newest_records_is_no_restored_backup()
    {
        using var world = await LinkedAsync(5);
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Add(Mug(99));
        await world.RunAsync();
        foreach (var record in world.Shop.All<Product>().TakeLast(2))
            world.Shop.Delete<Product>(record.Id);
        world.Clock.Advance(TimeSpan.FromMinutes(30));

        (await world.RunAsync()).IsComplete.Should().BeTrue();
        (await world.RunAsync(full: true)).IsComplete.Should().BeTrue();
        (await world.Control.ReadHoldsAsync("main")).Should().BeEmpty();
    }

    [Fact]
    public async Task Record_under_an_id_that_a_link_has_already_is_recognised_as_another()
    {
        using var world = await LinkedAsync(5);
        var restore = world.Shop.TakeBackup();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Add(Mug(6));
        await world.RunAsync();
        restore();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Add(new Product { Reference = "X", Name = LocalizedText.Of("en", "Teapot"), Barcode = "7", PriceNet = new Money(1, new CurrencyCode("EUR")) });
        world.Erp.Calls.Clear();

        var report = await world.RunAsync();

        report.Kinds.Single(kind => kind.Kind == EntityKind.Product).Problem!.Code.Should().Be(HoldCodes.RanBackwards);
        world.Erp.Calls.Writes.Should().Be(0);
        world.Erp.All<Product>().Should().Contain(x => x.Value.Reference == "P6");
    }

    [Fact]
    public async Task Rewriting_an_older_record_altogether_is_an_ordinary_edit()
    {
        using var world = await LinkedAsync(5);
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        world.Shop.Edit<Product>(world.Shop.All<Product>()[1].Id, _ => new Product { Reference = "X", Name = LocalizedText.Of("en", "Teapot"), Barcode = "7", PriceNet = new Money(1, new CurrencyCode("EUR")) });

        (await world.RunAsync()).IsComplete.Should().BeTrue();

        world.Erp.All<Product>().Should().Contain(x => x.Value.Reference == "X");
    }

    /// <summary>A backup is taken, a record edited and another one added, carried over, and the backup is put back.</summary>
    private static async Task RestoreAsync(TwoSystems world, InMemorySystem system)
    {
        var restore = system.TakeBackup();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
        system.Edit<Product>(system.All<Product>()[0].Id, x => x with { Barcode = "new" });
        system.Add(Mug(6));
        await world.RunAsync();
        restore();
        world.Clock.Advance(TimeSpan.FromMinutes(30));
    }

    private static async Task<TwoSystems> LinkedAsync(int products, Deletion deletion = Deletion.Ask)
    {
        var world = new TwoSystems(p => p.Sync<Category>().Sync<Product>(x => x.OnDelete(deletion)));
        for (var i = 0; i < products; i++)
            world.Shop.Add(Mug(i));
        await world.RunAsync();
        return world;
    }
}
