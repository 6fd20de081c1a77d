using ErpSync.Testing;

namespace ErpSync.Tests.Parking;

public sealed class ParkingTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    private static async Task<ParkedRecord?> ParkedAsync(TwoSystems world)
    {
        var all = new List<ParkedRecord>();
        await foreach (var record in world.Store.ReadParkedAsync("main", null, CancellationToken.None))
            all.Add(record);
        return all.SingleOrDefault();
    }

    [Fact]
    public async Task Waits_double_up_to_the_longest_and_end_in_a_dead_letter()
    {
        using var world = new TwoSystems(options: o => (o.Parking.MaxAttempts, o.Parking.FirstWaitAfterRefusal, o.Parking.LongestWait) = (4, TimeSpan.FromHours(1), TimeSpan.FromHours(3)));
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: int.MaxValue);
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await world.RunAsync();
            var parked = (await ParkedAsync(world))!;
            parked.Attempts.Should().Be(attempt);
            parked.State.Should().Be(ParkedState.Waiting);
            waits.Add((parked.RetryAt!.Value - world.Clock.GetUtcNow()).TotalHours);
            world.Clock.Advance(parked.RetryAt.Value - world.Clock.GetUtcNow());
        }

        waits[0].Should().BeInRange(1, 1.2);
        waits[1].Should().BeInRange(2, 2.4);
        waits[2].Should().BeInRange(3, 3.6);
        await world.RunAsync();
        var dead = (await ParkedAsync(world))!;
        (dead.State, dead.Attempts, dead.RetryAt).Should().Be((ParkedState.Dead, 4, null));

        world.Erp.Faults.Clear();
        world.Clock.Advance(TimeSpan.FromDays(30));
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty("a dead letter is not tried again by itself");
    }

    [Fact]
    public async Task Attempt_is_counted_once_when_the_transaction_is_tried_record_by_record()
    {
        using var world = new TwoSystems();
        var other = world.Shop.Add(Mug with { Reference = "B" });
        world.Shop.Add(Mug);
        var stray = world.Erp.Add(Mug with { Reference = "B", Barcode = "9" });
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.Rejected, "product.create"));
        world.Erp.BeforeCall = async call =>
        {
            // Somebody links one record of the batch while it is under way: the batch's transaction is refused once.
            if (call == "product.create")
                await world.Store.CommitAsync(Change(changes => changes.Links.Add(new Link("main", EntityKind.Product, new LinkEnd(other), new LinkEnd(stray)))), CancellationToken.None);
        };

        await world.RunAsync();

        (await ParkedAsync(world))!.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task Record_that_changes_is_tried_at_once_even_as_a_dead_letter()
    {
        using var world = new TwoSystems(options: o => o.Parking.MaxAttempts = 1);
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create");
        await world.RunAsync();
        await world.RunAsync();
        (await ParkedAsync(world))!.State.Should().Be(ParkedState.Dead);
        world.Erp.All<Product>().Should().BeEmpty();

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await ParkedAsync(world)).Should().BeNull();
    }

    [Fact]
    public async Task Unreadable_row_counts_attempts_and_waits_in_the_same_book()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        world.Shop.Faults.Add(new InMemoryFault(InMemoryFaultKind.BadRecord) { Id = shop, Times = int.MaxValue });
        await world.RunAsync();
        var first = (await ParkedAsync(world))!;
        await world.RunAsync();
        (await ParkedAsync(world)).Should().Be(first, "its wait is not over, so no attempt is counted");
        first.RetryAt.Should().NotBeNull();

        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();
        var second = (await ParkedAsync(world))!;
        (second.Attempts, second.ParkedAt).Should().Be((2, first.ParkedAt));

        world.Shop.Faults.Clear();
        await world.RunAsync();
        (await ParkedAsync(world)).Should().BeNull("it can be read again");
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Record_that_is_gone_is_parked_no_longer()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create");
        await world.RunAsync();
        (await ParkedAsync(world)).Should().NotBeNull();

        world.Shop.Delete<Product>(shop);
        await world.RunAsync();

        (await ParkedAsync(world)).Should().BeNull();
    }

    [Fact]
    public async Task Wait_that_a_system_asks_for_is_kept()
    {
        using var world = new TwoSystems();
        world.Shop.Add(Mug);
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.RateLimited, "product.create") { RetryAfter = TimeSpan.FromMinutes(20), Times = int.MaxValue });

        await world.RunAsync();

        var parked = (await ParkedAsync(world))!;
        (parked.RetryAt!.Value - world.Clock.GetUtcNow()).Should().BeGreaterOrEqualTo(TimeSpan.FromMinutes(20));
    }

    private static StoreChanges Change(Action<StoreChanges> fill)
    {
        var changes = new StoreChanges();
        fill(changes);
        return changes;
    }
}
