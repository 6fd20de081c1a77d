namespace ErpSync.Tests.Passes;

public sealed class LinkingTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    [Fact]
    public async Task Ambiguous_record_is_linked_by_hand_and_then_kept_in_step()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop"))));
        var small = world.Shop.Add(Mug with { Name = LocalizedText.Of("en", "Small") });
        world.Shop.Add(Mug with { Name = LocalizedText.Of("en", "Large") });
        var erp = world.Erp.Add(Mug);
        await world.RunAsync();

        await world.Engine.LinkAsync("main", EntityKind.Product, small, erp);
        world.Erp.Get<Product>(erp)!.Name["en"].Should().Be("Mug", "linking writes to no system");
        await world.RunAsync();

        world.Erp.Get<Product>(erp)!.Name["en"].Should().Be("Small");
        world.Erp.All<Product>().Should().ContainSingle();
    }

    [Fact]
    public async Task Unlinking_loses_no_data_and_the_records_can_be_linked_again()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();

        (await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop)).Should().BeTrue();
        (await world.Engine.UnlinkAsync("main", EntityKind.Product, "shop", shop)).Should().BeFalse();
        world.Erp.All<Product>().Should().ContainSingle();
        await world.RunAsync();

        world.Erp.All<Product>().Should().ContainSingle();
        (await world.InspectAsync(EntityKind.Product)).Single().Colour.Should().Be(LinkColour.Green);
    }

    [Fact]
    public async Task Record_that_does_not_exist_cannot_be_linked()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.Engine.Awaiting(engine => engine.LinkAsync("main", EntityKind.Product, shop, new RemoteId("99")))
            .Should().ThrowAsync<ConnectorException>().WithMessage("*no product with the id 99 in erp*");
    }

    [Fact]
    public async Task Conflicts_are_settled_in_bulk_by_filter_and_by_field()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        for (var i = 0; i < 3; i++)
        {
            world.Shop.Add(Mug with { Reference = $"P{i}", Barcode = "shop", Summary = LocalizedText.Of("en", "shop") });
            world.Erp.Add(Mug with { Reference = $"P{i}", Barcode = "erp", Summary = LocalizedText.Of("en", "erp") });
        }

        await world.RunAsync();
        await world.Engine.ResolveAsync("main", new Resolution(EntityKind.Product, "erp") { Fields = ["Barcode"], Where = view => view.Label != "P2" });

        world.Shop.All<Product>().Select(x => x.Value.Barcode).Should().Equal("erp", "erp", "shop");
        world.Shop.All<Product>().Select(x => x.Value.Summary["en"]).Should().OnlyContain(text => text == "shop");
        (await world.InspectAsync()).Should().OnlyContain(view => view.Colour == LinkColour.Orange);
    }

    [Fact]
    public async Task Every_written_field_is_in_the_journal_with_its_old_value()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "2" });
        var report = await world.RunAsync();

        var entries = new List<JournalEntry>();
        await foreach (var entry in world.Store.ReadJournalAsync(new JournalQuery("main") { Run = report.Run }, default))
            entries.Add(entry);
        entries.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Side = Side.Second, Field = "Barcode", OldValue = "\"\"", NewValue = "\"2\"", Action = JournalAction.Updated });
    }
}
