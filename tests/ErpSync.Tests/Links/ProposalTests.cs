using System.Diagnostics;

namespace ErpSync.Tests.Links;

public sealed class ProposalTests
{
    private static readonly CurrencyCode Euro = new("EUR");

    private static Product Product(string? reference, string name, string? barcode = null, decimal? price = null) => new()
    {
        Reference = reference,
        Name = LocalizedText.Of("en", name),
        Barcode = barcode,
        PriceNet = price is { } amount ? new Money(amount, Euro) : null,
    };

    [Fact]
    public async Task Records_are_proposed_with_score_and_reasons_for_and_against()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var a = world.Shop.Add(Product("S-1", "Blue coffee mug", "4006381333931", 9.90m));
        var b = world.Shop.Add(Product("AB-007", "Teapot"));
        var c = world.Shop.Add(Product(null, "Plat à gâteau, rond", null, 25m));
        world.Shop.Add(Product("X", "Umbrella stand"));
        var a2 = world.Erp.Add(Product("E-77", "Coffee mug blue", "04006381333931", 9.90m));
        var b2 = world.Erp.Add(Product("ab 7", "Kettle"));
        var c2 = world.Erp.Add(Product(null, "PLAT A GATEAU ROND", null, 25m));

        var proposals = await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync();

        proposals.Should().HaveCount(3).And.OnlyContain(x => !x.IsAmbiguous && !x.IsByPolicy);
        var first = proposals.Single(x => x.FirstId == a);
        (first.SecondId, first.Reason, first.Against).Should().Be((a2, "same barcode, same name, same price", "different reference"));
        var second = proposals.Single(x => x.FirstId == b);
        (second.SecondId, second.Reason, second.Against).Should().Be((b2, "same reference but for its spelling", "different name"));
        var third = proposals.Single(x => x.FirstId == c);
        (third.SecondId, third.Reason).Should().Be((c2, "same name, same price"));
        first.Score.Should().BeGreaterThan(third.Score);
        proposals.Should().OnlyContain(x => x.Score > 0.4m && x.Score < 1m);
    }

    [Fact]
    public async Task Similar_names_are_told_with_their_likeness()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Product("1", "Garden hose 25 m with coupling"));
        world.Erp.Add(Product("2", "Gardenhose with couplings, 25 m"));

        var proposal = (await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync()).Should().ContainSingle().Which;

        proposal.Reason.Should().MatchRegex(@"^similar name \(0\.\d\d\)$");
    }

    [Fact]
    public async Task Same_key_is_linked_by_policy_and_shared_ones_are_ambiguous()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        world.Shop.Add(Product("A", "Mug"));
        world.Erp.Add(Product("A", "Mug"));
        world.Shop.Add(Product("B", "Plate"));
        world.Erp.Add(Product("B", "Plate"));
        world.Erp.Add(Product("B", "Plate"));

        var proposals = await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync();

        proposals[0].Should().BeEquivalentTo(new { Score = 1m, Reason = "same reference", IsByPolicy = true, IsAmbiguous = false });
        proposals.Skip(1).Should().HaveCount(2).And.OnlyContain(x => x.IsAmbiguous && !x.IsByPolicy && x.FirstLabel == "B");
    }

    [Fact]
    public async Task Accepted_proposals_are_linked_and_nothing_is_written_to_the_systems()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnFirstRun(Conflict.Keep("shop")).Brake(brake => brake.Off("all of them are renamed"))));
        for (var i = 0; i < 10; i++)
        {
            world.Shop.Add(Product($"S{i}", $"Mug of potter number {i}", $"40000000{i}"));
            world.Erp.Add(Product($"E{i}", $"Mug of potter number {i}", $"40000000{i}"));
        }

        var one = (await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync())[0];
        var report = await world.Links.AcceptAsync("main", [one]);
        (report.Linked, report.Differing, report.AlreadyLinked).Should().Be((1, 1, 0));
        report = await world.Links.AcceptAsync("main", new Acceptance(EntityKind.Product) { MinScore = 0.5m, Where = x => x.FirstLabel != "S9" });
        report.Linked.Should().Be(8);
        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(0);
        (await world.Links.AcceptAsync("main", [one])).AlreadyLinked.Should().Be(1);

        await world.RunAsync();
        world.Erp.All<Product>().Should().HaveCount(11, "the one that was not accepted is created");
        world.Erp.All<Product>().Count(x => x.Value.Reference!.StartsWith('S')).Should().Be(10);
    }

    [Fact]
    public async Task Rejected_proposal_is_not_made_again_until_it_is_taken_back()
    {
        using var before = new TwoSystems(p => p.Sync<Product>());
        var a = before.Shop.Add(Product("S", "Blue mug"));
        var b = before.Erp.Add(Product("E", "Blue mug"));
        await before.Links.RejectAsync("main", EntityKind.Product, a, b);

        using var world = new TwoSystems(p => p.Sync<Product>(), restarted: before);
        (await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync()).Should().BeEmpty();
        (await world.Links.ReadRejectedAsync("main", EntityKind.Product)).Should().ContainSingle().Which.Should().BeEquivalentTo(new { FirstId = a, SecondId = b });
        (await world.Links.TakeBackAsync("main", EntityKind.Product, a, b)).Should().BeTrue();
        (await world.Links.TakeBackAsync("main", EntityKind.Product, a, b)).Should().BeFalse();

        (await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync()).Should().ContainSingle();
    }

    [Fact]
    public async Task Sure_proposals_are_linked_by_a_run_where_the_policy_says_so()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.LinkFrom(0.9m)));
        world.Shop.Add(Product(null, "Blue mug", "4006381333931"));
        world.Erp.Add(Product(null, "Blue mug", "4006381333931"));
        world.Shop.Add(Product(null, "Red bowl"));
        world.Erp.Add(Product(null, "Red bowl, large"));
        (await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync()).Select(x => x.IsByPolicy).Should().Equal(true, false);
        (await world.PlanAsync()).Count(entry => entry.Action == PlanAction.Link).Should().Be(1);

        await world.RunAsync();

        world.Erp.All<Product>().Should().HaveCount(3, "the mug is one record, the two bowls are not sure enough");
        (await world.InspectAsync()).Should().Contain(view => view.Reason.StartsWith("same barcode, same name"));
    }

    [Fact]
    public async Task Likeness_costs_no_comparison_of_every_pair()
    {
        using var world = new TwoSystems(p => p.Sync<Product>());
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 4000).Select(i => $"word{i * 7919 % 104729}")];
        for (var i = 0; i < 5000; i++)
        {
            var name = string.Join(' ', Enumerable.Range(0, 5).Select(_ => words[random.Next(words.Length)]));
            world.Shop.Add(Product($"S{i}x", name, i % 3 == 0 ? $"400{i:D8}" : null, i));
            world.Erp.Add(Product($"E{i}y", name + (i % 2 == 0 ? " new" : ""), i % 3 == 0 ? $"400{i:D8}" : null, i));
        }

        var watch = Stopwatch.StartNew();
        var proposals = await world.Links.ProposeAsync("main", EntityKind.Product).ToListAsync();

        proposals.Count(x => x.FirstId == x.SecondId).Should().BeGreaterThan(4950);
        watch.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "this is about the order of growth, not about the machine");
    }

    [Theory]
    [InlineData("AB-007", "ab7")]
    [InlineData("0012.30", "1230")]
    [InlineData("Ÿ-Ø", "yo")]
    [InlineData("00", null)]
    [InlineData("10", "10")]
    [InlineData("A0", "a")]
    public void References_lose_what_people_write_differently(string text, string? plain) => MatchText.Reference(text).Should().Be(plain);

    [Theory]
    [InlineData("Straße & Weg", "strasse weg")]
    [InlineData("  ÉCLAIR l'été ", "eclair lete")]
    [InlineData("Łódź, Æro", "aero lodz")]
    [InlineData("Привет МИР", "мир привет")]
    public void Names_lose_accents_case_punctuation_and_order(string text, string plain) => MatchText.Name(text).Should().Be(plain);

    [Fact]
    public void Numbers_of_several_sorts_are_made_comparable()
    {
        MatchText.Phone("+49 (0)30 1234567").Should().Be(MatchText.Phone("030/123 45 67"));
        MatchText.VatNumber("DE 123.456-789").Should().Be("DE123456789");
        MatchText.Barcode("0-36000-29145-2").Should().Be(MatchText.Barcode("036000291452"));
        MatchText.Email(" A@B.example ").Should().Be("a@b.example");
    }
}
