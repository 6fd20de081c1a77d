using ErpSync.Testing;

namespace ErpSync.Tests.Deciding;

/// <summary>A document whose money does not add up in its own system is booked in no other, whatever that is.</summary>
public sealed class DocumentMoneyTests
{
    private static readonly CurrencyCode Euro = new("EUR");

    [Theory]
    [InlineData("order")]
    [InlineData("invoice")]
    [InlineData("credit-note")]
    public async Task Document_without_its_lines_is_parked_and_never_written(string kind)
    {
        using var world = World();
        Add(world, kind, "A", 12m);
        Add(world, kind, "B", 12m, Line(10m, 2m));

        var report = await world.RunAsync();

        Written(world).Should().Equal("B");
        report.Problems.Should().ContainSingle().Which.Should().Match<SyncProblem>(problem => problem.Code == "document.lines-missing" && problem.Connection == "shop"
            && problem.Field == "Lines" && problem.Message.Contains("12 EUR") && problem.Remedy!.Contains("erp"));
        (await ParkedAsync(world)).Should().ContainSingle().Which.Label.Should().Be("A");
    }

    [Fact]
    public async Task Document_whose_lines_do_not_come_to_its_total_is_parked_with_both_sums()
    {
        using var world = World();
        Add(world, "order", "A", 36m, Line(10m, 2m), Line(10m, 2m));

        var report = await world.RunAsync();

        Written(world).Should().BeEmpty();
        report.Problems.Should().ContainSingle().Which.Should().Match<SyncProblem>(problem => problem.Code == "document.totals-differ" && problem.Field == "TotalGross"
            && problem.Message.Contains("20 EUR + 4 EUR = 24 EUR") && problem.Message.Contains("36 EUR"));
        (await world.RunAsync()).Problems.Should().BeEmpty("it is told once and waits");
        (await ParkedAsync(world)).Should().ContainSingle().Which.Attempts.Should().Be(1);
    }

    [Fact]
    public async Task Document_that_is_corrected_goes_over_at_once()
    {
        using var world = World();
        var id = Add(world, "order", "A", 12m);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Order>(id, order => order with { Lines = [Line(10m, 2m)] });

        await world.RunAsync();

        Written(world).Should().Equal("A");
        (await ParkedAsync(world)).Should().BeEmpty();
    }

    [Theory]
    [InlineData(24.02, true)]
    [InlineData(24.03, false)]
    public async Task Difference_of_a_cent_a_line_is_left_to_the_rounding_of_the_target(double total, bool passes)
    {
        using var world = World();
        Add(world, "order", "A", (decimal)total, Line(10m, 2m), Line(10m, 2m));

        await world.RunAsync();

        Written(world).Should().HaveCount(passes ? 1 : 0);
    }

    [Fact]
    public async Task Document_of_nothing_and_one_that_tells_no_total_are_carried()
    {
        using var world = World();
        Add(world, "order", "free", 0m);
        world.Shop.Add(new Order { Reference = "silent" });

        (await world.RunAsync()).Problems.Should().BeEmpty();

        Written(world).Should().BeEquivalentTo("free", "silent");
    }

    [Fact]
    public async Task Document_that_the_pair_leaves_out_is_not_parked()
    {
        using var world = World(p => p.Sync<Order>(o => o.From("shop").Where(order => order.Reference != "A")));
        Add(world, "order", "A", 12m);

        (await world.RunAsync()).Problems.Should().BeEmpty();

        (await ParkedAsync(world)).Should().BeEmpty();
    }

    private static TwoSystems World(Action<PairBuilder>? pair = null)
    {
        using var bare = new TwoSystems();
        foreach (var system in new[] { bare.Shop, bare.Erp })
        {
            system.Kind(DocumentShapes.Order);
            system.Kind(DocumentShapes.Invoice);
            system.Kind(DocumentShapes.CreditNote);
        }

        return new TwoSystems(pair ?? (p => p.Sync<Order>(o => o.From("shop")).Sync<Invoice>(i => i.From("shop")).Sync<CreditNote>(n => n.From("shop"))), restarted: bare);
    }

    private static DocumentLine Line(decimal net, decimal tax) => new()
    {
        Kind = LineKind.Product,
        Quantity = 1,
        UnitNet = new Money(net, Euro),
        Net = new Money(net, Euro),
        Tax = new Money(tax, Euro),
    };

    private static RemoteId Add(TwoSystems world, string kind, string reference, decimal gross, params DocumentLine[] lines)
    {
        var total = new Money(gross, Euro);
        return kind switch
        {
            "order" => world.Shop.Add(new Order { Reference = reference, Currency = Euro, TotalGross = total, Lines = [.. lines] }),
            "invoice" => world.Shop.Add(new Invoice { Reference = reference, Currency = Euro, TotalGross = total, Lines = [.. lines] }),
            _ => world.Shop.Add(new CreditNote { Reference = reference, Currency = Euro, TotalGross = total, Lines = [.. lines] }),
        };
    }

    private static IReadOnlyList<string> Written(TwoSystems world) =>
    [
        .. world.Erp.All<Order>().Select(order => order.Value.Reference ?? ""),
        .. world.Erp.All<Invoice>().Select(invoice => invoice.Value.Reference ?? ""),
        .. world.Erp.All<CreditNote>().Select(note => note.Value.Reference ?? ""),
    ];

    private static async Task<IReadOnlyList<ParkedView>> ParkedAsync(TwoSystems world) => await world.Control.ListParkedAsync(new ParkedQuery("main"));
}
