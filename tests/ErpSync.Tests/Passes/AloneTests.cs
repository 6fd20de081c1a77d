using System.Runtime.CompilerServices;
using ErpSync.Testing;

namespace ErpSync.Tests.Passes;

/// <summary>Records without a counterpart that get none are not read in every cycle, and nothing is overlooked for that.</summary>
public sealed class AloneTests
{
    private const int Many = 5000;

    [Fact]
    public async Task Records_that_only_one_side_keeps_are_not_read_again_while_nothing_changes()
    {
        using var world = OneWay(Many);
        var first = await world.RunAsync();
        var finder = CountingFinder.In(world.Erp);
        var requests = world.Requests;

        var second = await world.RunAsync();

        finder.Asked.Should().BeEmpty();
        (world.Requests - requests).Should().BeLessThan(20);
        second.Kinds.Single().Red.Should().Be(first.Kinds.Single().Red).And.Be(Many);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Unlinked.Should().Be(Many);
        (await world.RunAsync()).Kinds.Single().Red.Should().Be(Many);
        (await world.InspectAsync()).Count(view => view.Colour == LinkColour.Red).Should().Be(Many);
    }

    [Fact]
    public async Task One_that_was_edited_is_read_and_no_other()
    {
        using var world = OneWay(20);
        await world.RunAsync();
        await world.RunAsync();
        var finder = CountingFinder.In(world.Erp);
        var edited = world.Erp.All<Product>()[7].Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(edited, x => x with { Reference = "shop-1" });
        world.Shop.Add(Mug with { Reference = "shop-1" });

        await world.RunAsync();

        finder.Asked.Where(id => id != edited).Should().BeEmpty();
        (await LinkAsync(world, edited)).Should().NotBeNull();
        world.Erp.All<Product>().Should().HaveCount(20);
    }

    [Fact]
    public async Task A_counterpart_that_appears_later_is_linked_and_never_doubled()
    {
        using var world = OneWay(50);
        await world.RunAsync();
        await world.RunAsync();
        var finder = CountingFinder.In(world.Erp);
        world.Shop.Add(Mug with { Reference = "R17" });

        var report = await world.RunAsync();

        report.Kinds.Single().Linked.Should().Be(1);
        world.Erp.All<Product>().Should().HaveCount(50);
        finder.Asked.Distinct().Should().ContainSingle();
        (await LinkAsync(world, world.Erp.All<Product>().Single(x => x.Value.Reference == "R17").Id)).Should().NotBeNull();
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Unlinked.Should().Be(49);
    }

    [Fact]
    public async Task A_counterpart_that_several_could_be_stays_ambiguous()
    {
        using var world = OneWay(50);
        await world.RunAsync();
        await world.RunAsync();
        world.Erp.Add(Mug with { Reference = "R17" });
        world.Shop.Add(Mug with { Reference = "R17" });

        for (var round = 0; round < 3; round++)
            (await world.RunAsync()).Written.Should().Be(0);

        (await world.InspectAsync()).Count(view => view.IsAmbiguous).Should().Be(3);
        world.Erp.All<Product>().Should().HaveCount(51);
    }

    [Fact]
    public async Task One_that_is_gone_is_red_no_longer()
    {
        using var world = OneWay(50);
        await world.RunAsync();
        world.Erp.Delete<Product>(world.Erp.All<Product>()[3].Id);

        await world.RunAsync();

        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Unlinked.Should().Be(49);
    }

    [Fact]
    public async Task One_that_was_linked_by_hand_and_taken_apart_is_red_again()
    {
        using var world = OneWay(5);
        var erp = world.Erp.All<Product>()[2].Id;
        await world.RunAsync();
        await world.RunAsync();
        var shop = world.Shop.Add(Mug with { Reference = "other" });
        await world.Engine.LinkAsync("main", EntityKind.Product, shop, erp);
        await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop);

        await world.RunAsync();
        await world.RunAsync();

        (await world.InspectAsync()).Where(view => view.Colour == LinkColour.Red).Select(view => view.SecondId).Should().Contain(erp);
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Unlinked.Should().Be(6, "the shop's record is held, because a person took the two apart");
        world.Erp.All<Product>().Should().HaveCount(5);
    }

    [Fact]
    public async Task What_the_pair_leaves_out_is_read_again_in_rotation_only()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Where(product => product.Reference == "wanted")));
        for (var i = 0; i < Many; i++)
            world.Shop.Add(Mug with { Reference = $"R{i}" });
        world.Shop.Add(Mug with { Reference = "wanted" });
        await world.RunAsync();
        await world.RunAsync();
        var finder = CountingFinder.In(world.Shop);
        for (var cycle = 0; cycle < 8; cycle++)
            await world.RunAsync();

        finder.Asked.Count.Should().BeInRange(8, 400);
        finder.Asked.Should().OnlyHaveUniqueItems();
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Another_rule_takes_up_what_was_left_out()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Where(product => product.Reference == "wanted")));
        for (var i = 0; i < 5; i++)
            world.Shop.Add(Mug with { Reference = $"R{i}" });
        await world.RunAsync();
        await world.RunAsync();

        using var changed = new TwoSystems(p => p.Sync<Product>(x => x.Where(product => product.Reference != "R0")), restarted: world);
        await changed.RunAsync();

        changed.Erp.All<Product>().Should().HaveCount(4);
    }

    [Fact]
    public async Task A_policy_that_now_creates_takes_up_what_was_red()
    {
        using var world = OneWay(5);
        await world.RunAsync();
        await world.RunAsync();

        using var changed = new TwoSystems(p => p.Sync<Product>(), restarted: world);
        await changed.RunAsync();

        changed.Shop.All<Product>().Should().HaveCount(5);
    }

    [Fact]
    public async Task Stock_that_waits_for_its_product_is_read_once_that_is_linked()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.From("shop")).Sync<StockLevel>(s => s.From("erp")));
        var erp = world.Erp.Add(Mug with { Reference = "later" });
        world.Erp.Edit<StockLevel>(new RemoteId($"product:{erp}"), x => x with { Quantity = 4 });
        await world.RunAsync();
        await world.RunAsync();
        var shop = world.Shop.Add(Mug with { Reference = "later" });

        await world.RunAsync();

        world.Shop.Get<StockLevel>(new RemoteId($"product:{shop}"))!.Quantity.Should().Be(4);
    }

    [Fact]
    public async Task A_record_whose_create_failed_is_tried_again()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Mug);
        world.Erp.BeforeCall = call => call == "product.create" ? throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, "test.refused", "Not today.")) : Task.CompletedTask;
        await world.RunAsync();
        world.Erp.BeforeCall = null;
        world.Clock.Advance(TimeSpan.FromDays(1));

        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
    }

    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    private static async Task<Link?> LinkAsync(TwoSystems world, RemoteId erp) =>
        (await world.Store.FindLinksAsync("main", EntityKind.Product, Side.Second, [erp], default)).SingleOrDefault();

    private static TwoSystems OneWay(int count)
    {
        var world = new TwoSystems(p => p.Sync<Product>(x => x.From("shop")));
        for (var i = 0; i < count; i++)
            world.Erp.Add(Mug with { Reference = $"R{i}" });
        return world;
    }

    private sealed class CountingFinder(IFinder<Product> inner) : IFinder<Product>
    {
        public List<RemoteId> Asked { get; } = [];

        public static CountingFinder In(InMemorySystem system)
        {
            var finder = new CountingFinder(system.Connector.Get<IFinder<Product>>());
            system.Connector.With<IFinder<Product>>(finder);
            return finder;
        }

        public async IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Asked.AddRange(ids);
            await foreach (var result in inner.FindAsync(ids, cancellationToken))
                yield return result;
        }
    }
}
