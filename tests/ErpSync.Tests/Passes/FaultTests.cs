using ErpSync.Testing;

namespace ErpSync.Tests.Passes;

public sealed class FaultTests
{
    private static Product Mug(int number) => new() { Reference = $"P{number}", Name = LocalizedText.Of("en", $"Mug {number}") };

    [Fact]
    public async Task Create_whose_response_was_lost_is_found_and_not_repeated()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug(1));
        world.Erp.Faults.Add(InMemoryFaultKind.ResponseLost, "product.create");

        await world.RunAsync();
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Crash_right_after_a_create_leaves_no_double()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug(1) with { Reference = null });
        world.Erp.Faults.Add(InMemoryFaultKind.CrashAfterCommit, "product.create");

        await FluentActions.Awaiting(() => world.RunAsync()).Should().ThrowAsync<SimulatedCrashException>();
        world.Erp.All<Product>().Should().ContainSingle();
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle("the token of the create leads back to it");
        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Record_that_cannot_be_read_is_parked_and_the_others_go_on()
    {
        using var world = new TwoSystems();
        for (var i = 0; i < 5; i++)
            world.Shop.Add(Mug(i));
        world.Shop.Faults.Add(InMemoryFaultKind.BadRecord, "product.read");

        var report = await world.RunAsync();

        report.Failed.Should().Be(1);
        world.Erp.All<Product>().Should().HaveCount(4);
    }

    [Fact]
    public async Task Listing_that_breaks_decides_nothing()
    {
        using var world = new TwoSystems();
        for (var i = 0; i < 5; i++)
            world.Shop.Add(Mug(i));
        await world.RunAsync();
        world.Shop.Faults.Add(InMemoryFaultKind.BreaksHalfway, "product.list");

        var report = await world.RunAsync();

        report.Kinds.Single(kind => kind.Kind == EntityKind.Product).Problem.Should().NotBeNull();
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Should().Be(new LinkCounts(5, 0, 0));
    }

    [Fact]
    public async Task Deleted_record_is_shown_orange_and_nothing_is_deleted()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug(1));
        await world.RunAsync();
        world.Shop.Delete<Product>(shop);

        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        var view = (await world.InspectAsync(EntityKind.Product)).Single();
        view.Colour.Should().Be(LinkColour.Orange);
        view.Reason.Should().Be("deleted in shop");
    }

    [Fact]
    public async Task Refused_write_is_parked_and_not_repeated_at_once()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug(1));
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create");
        await world.RunAsync();
        world.Erp.Calls.Clear();

        await world.RunAsync();

        world.Erp.Calls.Writes.Should().Be(0);
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Inspect_and_plan_write_nothing_to_either_system()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug(1));
        world.Erp.Add(Mug(2));

        await world.InspectAsync();
        (await world.PlanAsync()).Where(entry => entry.IsWrite).Should().HaveCount(2);

        world.Shop.Calls.Writes.Should().Be(0);
        world.Erp.Calls.Writes.Should().Be(0);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
    }
}
