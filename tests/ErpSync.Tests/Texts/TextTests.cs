namespace ErpSync.Tests.Texts;

public sealed class TextTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    [Fact]
    public void Message_remembers_the_values_it_names()
    {
        var (here, size) = ("shop", 1.5m);
        var row = new { Name = "x" };

        var problem = new SyncProblem(ProblemKind.Rejected, "test.code", $"{here} has {size} of {row.Name:title}.").WithRemedy($"Ask {row.Name:person}.");

        problem.Message.Should().Be("shop has 1.5 of x.");
        problem.Arguments.Should().BeEquivalentTo(TextMap.From([new("here", "shop"), new("size", "1.5"), new("title", "x"), new("person", "x")]));
        problem.Remedy.Should().Be("Ask x.");
    }

    [Theory]
    [InlineData("reason.same-key;key=reference", "même reference")]
    [InlineData("reason.by-hand", "liés à la main")]
    [InlineData("same reference", "same reference")]
    [InlineData("changed by a person; see ticket 4.5", "changed by a person; see ticket 4.5")]
    public void Stored_reasons_are_put_into_words_when_read_and_older_words_stay(string stored, string words)
    {
        using var world = new TwoSystems(options: o => o.Texts.Language = "fr-CA");
        world.Service<ISyncTexts>().Reason(stored).Should().Be(words);
    }

    [Theory]
    [InlineData("a;b=c%d")]
    [InlineData("100 %")]
    [InlineData("")]
    [InlineData("é=;")]
    public void Reason_comes_back_from_its_stored_form(string value)
    {
        var reason = SyncReason.Of("reason.same-key", ("key", value), ("other", "x"));
        SyncReason.Parse(reason.ToString()).Should().Be(reason);
    }

    [Fact]
    public async Task Same_world_speaks_the_configured_language()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.CreateIn()), options: o => o.Texts.Language = "fr");
        var shop = world.Shop.Add(Mug);
        world.Shop.Add(Mug with { Reference = "B" });
        world.Erp.Add(Mug);
        await world.RunAsync();

        var views = await world.InspectAsync(EntityKind.Product);
        views.Single(view => view.FirstId == shop).Should().Match<RecordView>(view => view.Reason == "même reference" && view.ReasonCode == "reason.same-key");
        views.Single(view => view.FirstId != shop).Should().Match<RecordView>(view => view.ReasonCode == "create.not-wanted" && view.Reason == "Il n’est que dans shop, et la paire ne crée pas de fiches (produit) dans erp.");
        (await world.PlanAsync()).Single().Reason.Should().StartWith("Il n’est que dans shop");
        (await world.Service<ISyncHistory>().ExplainAsync("main", EntityKind.Product, "shop", shop)).Sentences[0].Should().StartWith("Vert");
    }

    [Fact]
    public void Problem_that_was_stored_without_values_keeps_its_words()
    {
        using var world = new TwoSystems(options: o => o.Texts.Language = "fr");
        var old = new SyncProblem(ProblemKind.Rejected, "create.not-wanted", "It is only in shop, and the pair does not create product records in erp.") { Remedy = "Do something." };

        world.Service<ISyncTexts>().Message(old).Should().Be(old.Message);
        world.Service<ISyncTexts>().Remedy(old).Should().Be(old.Remedy);
    }

    [Fact]
    public void Host_replaces_a_text_and_adds_a_language()
    {
        using var world = new TwoSystems(options: o => o.Texts.Replace("en", "create.not-wanted", "{here} only! {kind} {nothing}").Replace("en", "match.owner-not-linked", "Orphan.").Replace("de", "reason.by-hand", "von Hand verknüpft"));
        var texts = world.Service<ISyncTexts>();
        var (here, there, kind) = ("shop", "erp", "product");

        texts.Message(new SyncProblem(ProblemKind.Rejected, "match.owner-not-linked", "The record it belongs to is not linked."), "en").Should().Be("Orphan.");
        texts.Reason("reason.by-hand", "de-AT").Should().Be("von Hand verknüpft");
        texts.Reason("reason.gone-from-both", "de").Should().Be("gone from both systems", "a language without the text falls back to English");
        var wanted = new SyncProblem(ProblemKind.Rejected, "create.not-wanted", $"{here} {there} {kind}");
        texts.Message(wanted, "en").Should().Be("shop erp product", "the replaced text names a value that the problem does not carry");
    }

    [Fact]
    public void Language_is_English_where_nothing_is_configured()
    {
        using var world = new TwoSystems();
        world.Service<ISyncTexts>().Language.Should().Be("en");
    }
}
