using ErpSync.Testing;

namespace ErpSync.Tests.Parking;

public sealed class ParkedActionTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    private static ParkedQuery All { get; } = new("main");

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Parked_records_are_listed_by_filter_and_page(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store);
        for (var i = 0; i < 5; i++)
            world.Shop.Add(Mug with { Reference = $"P{i}" });
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: 5);
        await world.RunAsync();

        var all = await world.Control.ListParkedAsync(All);
        all.Should().HaveCount(5).And.OnlyContain(view => view.Connection == "shop" && view.Attempts == 1 && view.Reason.Length > 0 && view.State == ParkedState.Waiting);
        var pages = new List<ParkedView>();
        for (var skip = 0; await world.Control.ListParkedAsync(All with { Skip = skip, Count = 2 }) is { Count: > 0 } page; skip += 2)
            pages.AddRange(page);
        pages.Should().Equal(all);
        (await world.Control.ListParkedAsync(All with { Connection = "erp" })).Should().BeEmpty();
        (await world.Control.ListParkedAsync(All with { Kind = EntityKind.Category })).Should().BeEmpty();
        (await world.Control.ListParkedAsync(All with { State = ParkedState.Dead })).Should().BeEmpty();
        (await world.Control.ListParkedAsync(All with { Code = all[0].Problem.Code })).Should().HaveCount(5);
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Retry_lets_the_next_run_try_a_dead_letter(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store, options: o => o.Parking.MaxAttempts = 1);
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create");
        await world.RunAsync();
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty();

        (await world.Control.RetryAsync("main", EntityKind.Product, "shop", shop)).Should().BeTrue();
        (await world.Control.RetryAsync("main", EntityKind.Product, "shop", new RemoteId("none"))).Should().BeFalse();
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.Control.ListParkedAsync(All)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Skipped_record_is_left_alone_until_it_changes(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store);
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create");
        await world.RunAsync();

        await world.Control.SkipAsync("main", EntityKind.Product, "shop", shop);
        world.Clock.Advance(TimeSpan.FromDays(3));
        await world.RunAsync();
        await world.RunAsync(full: true);
        world.Erp.All<Product>().Should().BeEmpty();

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Record_that_was_never_parked_can_be_skipped_until_it_changes(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store);
        var shop = world.Shop.Add(Mug);
        await world.Control.SkipAsync("main", EntityKind.Product, "shop", shop);
        await world.RunAsync();
        await world.RunAsync();
        world.Erp.All<Product>().Should().BeEmpty();

        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.Control.ListParkedAsync(All)).Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Record_skipped_for_good_stays_alone_when_it_changes_and_can_be_taken_back(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store);
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        await world.Control.SkipAsync("main", EntityKind.Product, "shop", shop, forGood: true);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });

        await world.RunAsync();
        await world.RunAsync(full: true);
        world.Erp.All<Product>().Single().Value.Barcode.Should().BeNull();
        (await world.Control.ListParkedAsync(All)).Single().State.Should().Be(ParkedState.Skipped);

        await world.Control.RetryAsync("main", EntityKind.Product, "shop", shop);
        await world.RunAsync();
        world.Erp.All<Product>().Single().Value.Barcode.Should().Be("1");
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Relinking_chooses_another_counterpart_and_writes_to_no_system(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.CreateIn()), store: home.Store);
        var shop = world.Shop.Add(Mug);
        world.Erp.Add(Mug);
        var right = world.Erp.Add(Mug with { Reference = "B" });
        await world.RunAsync();
        var writes = world.Shop.Calls.Writes + world.Erp.Calls.Writes;

        await world.Control.RelinkAsync("main", EntityKind.Product, "shop", shop, right);

        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(writes);
        var link = (await world.Store.FindLinksAsync("main", EntityKind.Product, Side.First, [shop], CancellationToken.None)).Single();
        link.Second.Id.Should().Be(right);
        link.Open.Select(open => open.Field).Should().Contain("Reference");
        (await world.Store.CountAsync("main", EntityKind.Product, CancellationToken.None)).Linked.Should().Be(1);
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Relinking_with_a_record_of_a_third_is_refused_and_changes_nothing(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store);
        var shop = world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B" });
        await world.RunAsync();
        var taken = world.Erp.All<Product>().Single(x => x.Value.Reference == "B").Id;

        await world.Control.Awaiting(c => c.RelinkAsync("main", EntityKind.Product, "shop", shop, taken)).Should().ThrowAsync<StoreException>();
        await world.Control.Awaiting(c => c.RelinkAsync("main", EntityKind.Product, "shop", shop, new RemoteId("99"))).Should().ThrowAsync<ConnectorException>();

        (await world.InspectAsync(EntityKind.Product)).Should().HaveCount(2).And.OnlyContain(view => view.Colour == LinkColour.Green);
    }

    [Theory]
    [MemberData(nameof(StoreHome.Sorts), MemberType = typeof(StoreHome))]
    public async Task Forgotten_record_is_taken_up_as_a_new_match(string sort)
    {
        using var home = new StoreHome(sort);
        using var world = new TwoSystems(store: home.Store);
        var shop = world.Shop.Add(Mug);
        var erp = world.Erp.Add(Mug);
        await world.RunAsync();
        var before = (await world.Store.FindLinksAsync("main", EntityKind.Product, Side.First, [shop], CancellationToken.None)).Single();

        (await world.Control.ForgetAndReimportAsync("main", EntityKind.Product, "erp", erp)).Should().BeTrue();
        (await world.Control.ForgetAndReimportAsync("main", EntityKind.Product, "erp", erp)).Should().BeFalse();
        (await world.Store.CountAsync("main", EntityKind.Product, CancellationToken.None)).Linked.Should().Be(0);
        await world.RunAsync();

        var after = (await world.Store.FindLinksAsync("main", EntityKind.Product, Side.First, [shop], CancellationToken.None)).Single();
        after.Number.Should().NotBe(before.Number);
        world.Erp.All<Product>().Should().ContainSingle();
        world.Shop.All<Product>().Should().ContainSingle();
    }
}
