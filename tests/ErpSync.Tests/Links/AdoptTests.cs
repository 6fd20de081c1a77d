using System.Text;
using ErpSync.Testing;

namespace ErpSync.Tests.Links;

public sealed class AdoptTests
{
    private static Product Mug(string? reference, string name = "Mug", string? foreign = null) => new()
    {
        Reference = reference,
        Name = LocalizedText.Of("en", name),
        Custom = foreign is null ? TextMap.Empty : TextMap.From([KeyValuePair.Create("shop_id", foreign)]),
    };

    private static Stream Csv(string text, bool mark = false) => new MemoryStream([.. mark ? Encoding.UTF8.Preamble.ToArray() : [], .. Encoding.UTF8.GetBytes(text)]);

    [Fact]
    public async Task Pairs_of_a_table_are_linked_after_a_dry_run_and_nothing_is_created_twice()
    {
        using var world = World(5);
        const string Table = "shop_id;name;erp_id\r\n1;\"Mug; \"\"blue\"\"\r\nor green\";1\r\n2;b;2\n\n3;c;3\n4;d;4\n5;e;5\n";

        var dry = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv(Table, mark: true), "Shop_ID", "erp_id"));
        dry.Should().BeEquivalentTo(new { IsDryRun = true, Linked = 5, Differing = 5, AlreadyLinked = 0, Missing = 0, Ambiguous = 0, BadLines = 0 });
        (await world.Engine.LastKnownAsync("main", EntityKind.Product)).Linked.Should().Be(0);
        var done = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv(Table), "shop_id", "erp_id"), apply: true);
        done.Linked.Should().Be(5);
        var again = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv(Table), "shop_id", "erp_id"), apply: true);
        again.Should().BeEquivalentTo(new { Linked = 0, AlreadyLinked = 5 });
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);

        await world.RunAsync();

        world.Shop.All<Product>().Should().HaveCount(5);
        world.Erp.All<Product>().Should().HaveCount(5);
        (await world.InspectAsync()).Should().HaveCount(5).And.OnlyContain(view => view.Differences.Single().Field == "Reference" && view.Differences.Single().Reason == OpenReason.Undecided);
    }

    [Fact]
    public async Task Bad_lines_are_reported_with_their_number_and_the_others_go_on()
    {
        using var world = World(6);
        const string Table = "a,b\n1,1\n\"x,2\n2\n,3\n4,99\n5,5\n5,6\n6,4\n";

        var report = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv(Table), "a", "b"), apply: true);

        report.Should().BeEquivalentTo(new { Linked = 2, BadLines = 3, Missing = 1, Ambiguous = 2 });
        report.Problems.Select(x => (x.Line, x.Problem.Code)).Should().Equal(
            (3L, "adopt.quote-open"), (4L, "adopt.fields-missing"), (5L, "adopt.id-missing"), (6L, "link.not-found"), (7L, "adopt.contradicts"), (8L, "adopt.contradicts"));
        (await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv("a,b\n1,2\n"), "a", "b"))).Should().BeEquivalentTo(new { Linked = 0, Ambiguous = 1 });
        (await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv("a,b\n1,2\n"), "a", "c"))).Problems.Single().Problem.Message.Should().Contain("'c'").And.Contain("a, b");
        (await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv(""), "a", "b"))).Problems.Single().Problem.Code.Should().Be("adopt.empty");
    }

    [Fact]
    public async Task Ids_that_one_side_carries_are_taken_over_from_a_custom_field_or_any_other()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var one = world.Shop.Add(Mug("A"));
        var two = world.Shop.Add(Mug("B"));
        world.Erp.Add(Mug("E1", foreign: one.Value));
        world.Erp.Add(Mug("E2", foreign: "99"));
        world.Erp.Add(Mug("ps-" + two.Value));
        world.Erp.Add(Mug(null));

        var custom = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.CustomField("erp", "shop_id"), apply: true);
        custom.Should().BeEquivalentTo(new { Linked = 1, Missing = 1 });
        var field = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.ExternalId<Product>("erp", x => x.Reference?.StartsWith("ps-", StringComparison.Ordinal) == true ? x.Reference[3..] : null), apply: true);
        field.Should().BeEquivalentTo(new { Linked = 1, Missing = 0, AlreadyLinked = 0 });

        await world.Links.Awaiting(links => links.AdoptAsync("main", EntityKind.Product, AdoptSource.ExternalId<Category>("erp", _ => "1"))).Should().ThrowAsync<ErpSyncConfigurationException>();
        await world.Links.Awaiting(links => links.AdoptAsync("main", EntityKind.Product, AdoptSource.CustomField("crm", "x"))).Should().ThrowAsync<ErpSyncConfigurationException>().WithMessage("*'crm'*");
    }

    [Fact]
    public async Task Equal_fields_agree_after_the_adoption_so_that_later_edits_flow()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var shop = world.Shop.Add(Mug("A") with { Barcode = "1" });
        var erp = world.Erp.Add(Mug("B") with { Barcode = "1" });
        await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Pairs([(shop, erp)]), apply: true);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });

        await world.RunAsync();

        world.Shop.Get<Product>(shop).Should().BeEquivalentTo(new { Barcode = "2", Reference = "A" });
    }

    [Fact]
    public async Task Natural_keys_alone_can_be_taken_over_without_a_run()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Mug("A"));
        world.Shop.Add(Mug("B"));
        world.Erp.Add(Mug("A"));
        world.Erp.Add(Mug("B"));
        world.Erp.Add(Mug("B"));

        var report = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.NaturalKeys(), apply: true);

        report.Linked.Should().Be(1);
        report.Problems.Should().OnlyContain(x => x.Problem.Code == "match.ambiguous");
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
    }

    [Fact]
    public async Task Record_that_cannot_be_read_is_neither_linked_nor_missing()
    {
        using var world = World(2);
        world.Erp.Faults.Add(new InMemoryFault(InMemoryFaultKind.BadRecord, "product.find") { Id = new RemoteId("2") });

        var report = await world.Links.AdoptAsync("main", EntityKind.Product, AdoptSource.Csv(Csv("a,b\n1,1\n2,2\n"), "a", "b"), apply: true);

        report.Should().BeEquivalentTo(new { Linked = 1, Unreadable = 1, Missing = 0 });
    }

    [Fact]
    public async Task Adoption_waits_for_a_run_to_end()
    {
        using var world = World(1);
        var refused = false;
        world.Erp.BeforeCall = async call =>
        {
            if (call != "product.read" || refused)
                return;
            refused = true;
            await world.Links.Awaiting(links => links.AdoptAsync("main", EntityKind.Product, AdoptSource.NaturalKeys(), apply: true)).Should().ThrowAsync<SyncBusyException>();
        };

        await world.RunAsync();

        refused.Should().BeTrue();
    }

    private static TwoSystems World(int records)
    {
        var world = new TwoSystems(p => p.Sync<Product>());
        for (var i = 1; i <= records; i++)
        {
            world.Shop.Add(Mug($"S{i}", $"Mug {i}"));
            world.Erp.Add(Mug($"E{i}", $"Mug {i}"));
        }

        return world;
    }
}
