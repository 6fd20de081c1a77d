using ErpSync.Testing;

namespace ErpSync.Tests.Explaining;

public sealed class ExplainTests
{
    private static readonly Product Mug = new() { Reference = "A", Name = LocalizedText.Of("en", "Mug") };

    private static Task<Explanation> ExplainAsync(TwoSystems world, RemoteId id, string connection = "shop", bool live = false) =>
        world.Service<ISyncHistory>().ExplainAsync("main", EntityKind.Product, connection, id, live);

    [Fact]
    public async Task Green_record_tells_its_link_and_its_writes_without_a_request()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "12345678" });
        var report = await world.RunAsync();
        var before = world.Requests;

        var answer = await ExplainAsync(world, shop);

        world.Requests.Should().Be(before);
        answer.Colour.Should().Be(LinkColour.Green);
        answer.CounterpartId.Should().Be(world.Erp.All<Product>().Single().Id);
        answer.Facts.Single(fact => fact.Code == "explain.linked").Because.Should().Be("reason.created-in");
        answer.Facts.Should().ContainSingle(fact => fact.Code == "explain.created" && fact.Connection == "erp");
        var write = answer.Facts.Single(fact => fact.Code == "explain.updated");
        (write.Field, write.Connection, write.Run, write.NewValue, write.Because).Should().Be(("Barcode", "erp", report.Run, "\"12345678\"", "reason.value-of"));
        answer.Sentences.Should().Contain(sentence => sentence.Contains("value of shop", StringComparison.Ordinal));
        (await ExplainAsync(world, answer.CounterpartId!.Value, "erp")).CounterpartId.Should().Be(shop);
    }

    [Fact]
    public async Task Orange_record_tells_open_fields_since_when_and_the_policy_that_decides()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.OnConflict(Conflict.Ask)));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1" });
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        await world.RunAsync();

        var answer = await ExplainAsync(world, shop);

        answer.Colour.Should().Be(LinkColour.Orange);
        var open = answer.Facts.Single(fact => fact.Code == "explain.open-field");
        (open.Field, open.Because).Should().Be(("Barcode", "open.conflict"));
        open.At.Should().Be(world.Clock.GetUtcNow());
        answer.Facts.Single(fact => fact.Code == "explain.policy").Because.Should().Be("policy.conflict-asks");
    }

    [Fact]
    public async Task Live_explanation_tells_the_rule_for_each_field_and_writes_nothing()
    {
        using var world = new TwoSystems(p => p.Sync<Product>(x => x.Owner(product => product.WeightKg, "erp").OnConflict(Conflict.Keep("shop"))));
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        var erp = world.Erp.All<Product>().Single().Id;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Shop.Edit<Product>(shop, x => x with { Barcode = "1", Name = LocalizedText.Of("en", "Cup"), WeightKg = 2 });
        world.Erp.Edit<Product>(erp, x => x with { Barcode = "2" });
        var writes = world.Shop.Calls.Writes + world.Erp.Calls.Writes;

        var answer = await ExplainAsync(world, shop, live: true);

        (world.Shop.Calls.Writes + world.Erp.Calls.Writes).Should().Be(writes);
        answer.Colour.Should().Be(LinkColour.Green, "the store knows nothing of the edits yet");
        var now = answer.Facts.Where(fact => fact.Code.StartsWith("explain.now-", StringComparison.Ordinal) && fact.Field is not null).ToDictionary(fact => fact.Field!, fact => (fact.Code, fact.Because));
        now["Barcode"].Should().Be(("explain.now-write", "rule.conflict"));
        now["Name"].Should().Be(("explain.now-write", "rule.one-side"));
        now["WeightKg"].Should().Be(("explain.now-open", "rule.drift-shown"));
    }

    [Fact]
    public async Task Red_record_tells_why_it_is_not_linked()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        world.Shop.Add(Mug);
        await world.RunAsync();

        var answer = await ExplainAsync(world, shop);

        answer.Colour.Should().Be(LinkColour.Red);
        var fact = answer.Facts.Single(fact => fact.Code == "explain.not-linked");
        fact.Because.Should().Be("match.ambiguous");
        fact.Problem!.Remedy.Should().NotBeNull();
    }

    [Fact]
    public async Task Parked_given_up_and_skipped_records_tell_attempts_and_next_try()
    {
        using var world = new TwoSystems(options: o => o.Parking.MaxAttempts = 2);
        var shop = world.Shop.Add(Mug);
        world.Erp.Faults.Add(InMemoryFaultKind.Rejected, "product.create", times: int.MaxValue);
        await world.RunAsync();
        var parked = (await ExplainAsync(world, shop)).Facts.Single(fact => fact.Code == "explain.parked");
        parked.Attempts.Should().Be(1);
        parked.RetryAt.Should().BeAfter(world.Clock.GetUtcNow());

        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.RunAsync();
        var dead = (await ExplainAsync(world, shop)).Facts.Single(fact => fact.Code == "explain.given-up");
        (dead.Attempts, dead.RetryAt).Should().Be((2, null));

        await world.Control.SkipAsync("main", EntityKind.Product, "shop", shop, forGood: true);
        (await ExplainAsync(world, shop)).Facts.Should().ContainSingle(fact => fact.Code == "explain.skipped");
    }

    [Fact]
    public async Task Pause_is_told()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        await world.Control.PauseAsync("main", "stock-taking", "Ada", EntityKind.Product, "erp");

        (await ExplainAsync(world, shop)).Facts.Single(fact => fact.Code == "explain.paused-to").Text.Should().Contain("Ada").And.Contain("stock-taking").And.Contain("erp");
    }

    [Fact]
    public async Task Record_that_nobody_met_is_said_to_be_unknown()
    {
        using var world = new TwoSystems();

        var answer = await ExplainAsync(world, new RemoteId("77"));

        answer.Colour.Should().BeNull();
        answer.Facts[0].Code.Should().Be("explain.unknown");
        answer.Sentences[0].Should().Contain("77").And.Contain("shop");
    }

    [Fact]
    public async Task Record_that_is_gone_is_told_live()
    {
        using var world = new TwoSystems();
        var shop = world.Shop.Add(Mug);
        await world.RunAsync();
        world.Shop.Delete<Product>(shop);

        (await ExplainAsync(world, shop, live: true)).Facts.Should().ContainSingle(fact => fact.Code == "explain.now-missing" && fact.Connection == "shop");
    }
}
