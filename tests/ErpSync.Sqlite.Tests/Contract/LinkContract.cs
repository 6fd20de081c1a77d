using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

public abstract class LinkContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    public static TheoryData<string> UnusualIds =>
        ["'; DROP TABLE links; --", "a\"b\\c", "größe/€/😀", "variant:45", " 12 ", "012", "1e3", "null", "a\nb\tc", "%_*?", "{\"x\":[1]}", new string('x', 5000), "\uFFFD\uE000", "ſ", "a\0b"];

    [Fact]
    public async Task Opening_twice_does_nothing()
    {
        await Store.Add(Link("1", "a"));
        await Store.OpenAsync(None);
        (await Store.AllLinks()).Should().ContainSingle();
    }

    [Fact]
    public async Task A_link_comes_back_with_all_that_it_carries()
    {
        var first = new LinkEnd(new RemoteId("1")) { Fingerprint = new byte[] { 1, 2, 0 }, Base = new byte[] { 0, 255 }, Stamp = "2026-03-29 01:30:00" };
        var second = new LinkEnd(new RemoteId("a")) { Fingerprint = new byte[] { 9 }, Base = new byte[] { 8 }, Stamp = "" };
        var link = new Link(Pair, Kind, first, second)
        {
            Open = [new OpenField("name", OpenReason.Drift, Now), new OpenField("*", OpenReason.DeletedAtSecond, Now.AddTicks(1))],
            Reason = "same reference",
            Label = "Jalapeño \"XXL\"",
            LinkedAt = Now.ToOffset(TimeSpan.FromHours(2)),
            CreatedAt = Side.Second,
        };
        await Store.Add(link);
        var stored = (await Store.Find(Side.First, "1")).Single();
        stored.Text().Should().Be((link with { Number = stored.Number }).Text());
        stored.Number.Should().BePositive();
        stored.LinkedAt.Should().Be(Now);
        stored.Open.Should().Equal(link.Open);
    }

    [Fact]
    public async Task A_bare_link_comes_back_bare()
    {
        await Store.Add(new Link(Pair, Kind, new LinkEnd(new RemoteId("1")), new LinkEnd(new RemoteId("a"))));
        var stored = (await Store.AllLinks()).Single();
        (stored.Label, stored.CreatedAt, stored.First.Stamp, stored.Open.Count, stored.First.Base.IsEmpty).Should().Be((null, null, null, 0, true));
        stored.LinkedAt.Should().Be(default);
    }

    [Fact]
    public async Task The_bytes_handed_over_may_be_changed_afterwards()
    {
        byte[] fingerprint = [1, 2, 3];
        await Store.Add(Link("1", "a") with { First = new LinkEnd(new RemoteId("1")) { Fingerprint = fingerprint } });
        fingerprint[0] = 99;
        (await Store.AllLinks()).Single().First.Fingerprint.ToArray().Should().Equal(1, 2, 3);
    }

    [Theory]
    [MemberData(nameof(UnusualIds))]
    public async Task Unusual_ids_are_found_by_exact_text(string id)
    {
        await Store.Add(Link(id, "b" + id), Link("other", "x"));
        (await Store.Find(Side.First, id, "missing")).Single().First.Id.Value.Should().Be(id);
        (await Store.Find(Side.Second, "b" + id)).Single().First.Id.Value.Should().Be(id);
        (await Store.Find(Side.First, id + " ")).Should().BeEmpty();
        (await Store.Find(Side.Second, id)).Should().BeEmpty();
    }

    [Fact]
    public async Task Ids_that_differ_in_case_or_zeros_are_different_records()
    {
        await Store.Add(Link("a", "1"), Link("A", "01"), Link("ä", "1.0"));
        (await Store.Find(Side.First, "A")).Single().Second.Id.Value.Should().Be("01");
        (await Store.Find(Side.Second, "1")).Single().First.Id.Value.Should().Be("a");
    }

    [Fact]
    public async Task Pairs_and_kinds_are_kept_apart()
    {
        await Store.Add(Link("1", "a"), Link("1", "a") with { Kind = EntityKind.Category }, Link("1", "a") with { Pair = "other" });
        (await Store.Find(Side.First, "1")).Should().ContainSingle();
        (await Store.FindLinksAsync("nobody", Kind, Side.First, [new RemoteId("1")], None)).Should().BeEmpty();
        var numbers = (await Store.AllLinks()).Concat(await Store.ReadLinksAsync("other", Kind, 0, 10, openOnly: false, None)).Select(link => link.Number).ToList();
        (await Store.GetLinksAsync(Pair, numbers, None)).Should().ContainSingle().Which.Pair.Should().Be(Pair);
    }

    [Fact]
    public async Task An_id_asked_for_twice_is_answered_once()
    {
        await Store.Add(Link("1", "a"));
        (await Store.Find(Side.First, "1", "1")).Should().ContainSingle();
        (await Store.GetLinksAsync(Pair, [1, 1], None)).Should().ContainSingle();
    }

    [Fact]
    public async Task Links_are_read_by_number_with_their_kind()
    {
        await Store.Add(Link("1", "a"), Link("2", "b") with { Kind = EntityKind.Category });
        var links = await Store.GetLinksAsync(Pair, [1, 2, 3], None);
        links.OrderBy(link => link.Number).Select(link => link.Kind).Should().Equal(Kind, EntityKind.Category);
    }

    [Fact]
    public async Task Pages_follow_the_numbers_and_end_with_a_short_one()
    {
        await Store.Add([.. Enumerable.Range(0, 25).Select(index => Link($"{index}", $"x{index}", index % 5 == 0 ? ["name"] : []))]);
        var all = await Store.AllLinks();
        all.Select(link => link.First.Id.Value).Should().Equal(Enumerable.Range(0, 25).Select(index => $"{index}"));
        all.Select(link => link.Number).Should().BeInAscendingOrder();
        var page = await Store.ReadLinksAsync(Pair, Kind, all[9].Number, 10, openOnly: false, None);
        page.Select(link => link.First.Id.Value).Should().Equal(Enumerable.Range(10, 10).Select(index => $"{index}"));
        (await Store.ReadLinksAsync(Pair, Kind, all[19].Number, 10, openOnly: false, None)).Should().HaveCount(5);
        (await Store.ReadLinksAsync(Pair, Kind, 0, 3, openOnly: true, None)).Select(link => link.First.Id.Value).Should().Equal("0", "5", "10");
        (await Store.ReadLinksAsync(Pair, Kind, all[10].Number, 10, openOnly: true, None)).Select(link => link.First.Id.Value).Should().Equal("15", "20");
    }

    [Fact]
    public async Task Replacing_changes_everything_but_the_number()
    {
        await Store.Add(Link("1", "a", "name"), Link("2", "b"));
        var old = (await Store.AllLinks())[0];
        await Store.Add(old with { Second = new LinkEnd(new RemoteId("c")) { Stamp = "s" }, Open = [], Label = "new" });
        (await Store.AllLinks()).Select(link => link.Second.Id.Value).Should().Equal("c", "b");
        (await Store.AllLinks(openOnly: true)).Should().BeEmpty();
        (await Store.Find(Side.Second, "a")).Should().BeEmpty();
        (await Store.Find(Side.Second, "c")).Single().Number.Should().Be(old.Number);
    }

    [Fact]
    public async Task Numbers_are_not_used_again()
    {
        await Store.Add(Link("1", "a"));
        var number = (await Store.AllLinks()).Single().Number;
        await Store.Commit(changes => changes.RemovedLinks.Add(number));
        await Store.Add(Link("1", "a"));
        (await Store.AllLinks()).Single().Number.Should().BeGreaterThan(number);
    }

    [Fact]
    public async Task Counts_tell_links_open_links_and_red_records()
    {
        await Store.Add(Link("1", "a", "name"), Link("2", "b"), Link("3", "c") with { Kind = EntityKind.Category });
        await Store.Commit(changes => changes.Unlinked.Add(Red(Side.First, "9")));
        (await Store.CountAsync(Pair, Kind, None)).Should().Be(new LinkCounts(2, 1, 1));
        (await Store.CountAsync(Pair, EntityKind.Price, None)).Should().Be(default(LinkCounts));
    }

    [Theory]
    [InlineData("1", "z", "1", "a")]
    [InlineData("9", "a", "a", "1")]
    public async Task A_second_link_for_a_record_is_refused_by_name(string first, string second, string record, string partner)
    {
        await Store.Add(Link("1", "a"));
        var refused = await Store.Add(Link(first, second)).Refused("store.link-exists");
        (refused.Problem.Kind, refused.Problem.Id?.Value, refused.Problem.EntityKind).Should().Be((ProblemKind.Duplicate, record, Kind));
        refused.Problem.Message.Should().Contain($"'{record}'").And.Contain($"'{partner}'").And.Contain(Pair);
        (await Store.AllLinks()).Should().ContainSingle();
    }

    [Fact]
    public async Task Replacing_into_a_second_link_is_refused()
    {
        await Store.Add(Link("1", "a"), Link("2", "b"));
        var second = (await Store.AllLinks())[1];
        var refused = await Store.Add(second with { Second = new LinkEnd(new RemoteId("a")) }).Refused("store.link-exists");
        refused.Problem.Message.Should().Contain("already linked with '1'");
    }

    [Fact]
    public async Task A_link_removed_in_the_same_commit_makes_room()
    {
        await Store.Add(Link("1", "a"));
        await Store.Commit(changes =>
        {
            changes.Links.Add(Link("1", "b"));
            changes.RemovedLinks.Add(1);
            changes.RemovedLinks.Add(999);
        });
        (await Store.AllLinks()).Single().Second.Id.Value.Should().Be("b");
    }

    [Fact]
    public async Task Replacing_a_link_that_is_gone_is_refused() =>
        await Store.Add(Link("1", "a") with { Number = 7 }).Refused("store.link-missing");

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task Page_sizes_outside_1_to_1000_are_refused(int count)
    {
        await FluentActions.Awaiting(async () => await Store.ReadLinksAsync(Pair, Kind, 0, count, openOnly: false, None)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(async () => await Store.ReadUnlinkedAsync(Pair, Kind, null, count, None)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }

    [Fact]
    public async Task More_than_1000_ids_are_refused()
    {
        var ids = Enumerable.Range(1, 1001).ToList();
        await FluentActions.Awaiting(async () => await Store.FindLinksAsync(Pair, Kind, Side.First, [.. ids.Select(id => RemoteId.From(id))], None)).Should().ThrowAsync<ArgumentOutOfRangeException>();
        await FluentActions.Awaiting(async () => await Store.GetLinksAsync(Pair, [.. ids.Select(id => (long)id)], None)).Should().ThrowAsync<ArgumentOutOfRangeException>();
    }
}
