using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

public abstract class RecordContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    [Fact]
    public async Task Red_records_come_back_with_all_that_they_carry()
    {
        var record = new Unlinked(Pair, Kind, Side.Second, new RemoteId("9"), FullProblem)
        {
            Label = "Möbel",
            Candidates = [new RemoteId("1"), new RemoteId("a'\"b")],
            SeenAt = Now,
        };
        await Store.Commit(changes => changes.Unlinked.Add(record));
        (await Store.ReadUnlinkedAsync(Pair, Kind, null, 10, None)).Should().Equal(record);
    }

    [Fact]
    public async Task Red_records_are_paged_by_side_and_id_text()
    {
        string[] ids = ["10", "2", "B", "a", "ä", "\uFB01", "😀"];
        await Store.Commit(changes =>
        {
            foreach (var id in ids.Reverse())
            {
                changes.Unlinked.Add(Red(Side.Second, id));
                changes.Unlinked.Add(Red(Side.First, id));
            }
        });
        var read = new List<string>();
        Unlinked? last = null;
        while (await Store.ReadUnlinkedAsync(Pair, Kind, last, 3, None) is { Count: > 0 } page)
        {
            read.AddRange(page.Select(record => $"{record.Side} {record.Id}"));
            last = page[^1];
        }
        read.Should().Equal(ids.Select(id => $"First {id}").Concat(ids.Select(id => $"Second {id}")));
    }

    [Fact]
    public async Task Red_records_are_replaced_removed_and_forgotten()
    {
        await Store.Commit(changes =>
        {
            foreach (var id in (string[])["1", "2", "3"])
                changes.Unlinked.Add(Red(Side.First, id));
        });
        await Store.Commit(changes =>
        {
            changes.Unlinked.Add(Red(Side.First, "1", Now.AddDays(1)) with { Label = "seen again" });
            changes.NoLongerUnlinked.Add(Key(Side.First, "2"));
            changes.NoLongerUnlinked.Add(Key(Side.Second, "3"));
        });
        (await Store.ReadUnlinkedAsync(Pair, Kind, null, 10, None)).Select(record => (record.Id.Value, record.Label)).Should().Equal(("1", "seen again"), ("3", null));
        await Store.Commit(changes => changes.ForgetUnlinked.Add((Pair, EntityKind.Category, Now.AddDays(9))));
        await Store.Commit(changes => changes.ForgetUnlinked.Add((Pair, Kind, Now)));
        (await Store.CountAsync(Pair, Kind, None)).Unlinked.Should().Be(2, "the instant itself is not before it");
        await Store.Commit(changes => changes.ForgetUnlinked.Add((Pair, Kind, Now.AddTicks(1))));
        (await Store.ReadUnlinkedAsync(Pair, Kind, null, 10, None)).Select(record => record.Id.Value).Should().Equal("1");
    }

    [Fact]
    public async Task Parked_records_come_back_oldest_first()
    {
        var full = Parked("1") with { Problem = FullProblem, Attempts = 7, RetryAt = Now.AddHours(1), Label = "Möbel" };
        await Store.Commit(changes =>
        {
            changes.Parked.Add(full);
            changes.Parked.Add(Parked("2"));
            changes.Parked.Add(Parked("3") with { ParkedAt = Now.AddDays(-1) });
            changes.Parked.Add(Parked("1", EntityKind.Category));
            changes.Parked.Add(Parked("1") with { Pair = "other" });
        });
        var products = await Store.ReadParkedAsync(Pair, Kind, None).ToListAsync();
        products.Select(record => record.Id.Value).Should().Equal("3", "1", "2");
        products[1].Should().Be(full);
        (await Store.ReadParkedAsync(Pair, null, None).ToListAsync()).Select(record => record.Kind).Should().Equal(Kind, Kind, Kind, EntityKind.Category);
    }

    [Fact]
    public async Task A_parked_record_is_replaced_and_removed_and_keeps_its_place()
    {
        await Store.Commit(changes =>
        {
            changes.Parked.Add(Parked("1"));
            changes.Parked.Add(Parked("2"));
        });
        await Store.Commit(changes => changes.Parked.Add(Parked("1") with { Attempts = 2, RetryAt = null }));
        (await Store.ReadParkedAsync(Pair, Kind, None).ToListAsync()).Select(record => (record.Id.Value, record.Attempts)).Should().Equal(("1", 2), ("2", 1));
        await Store.Commit(changes =>
        {
            changes.NoLongerParked.Add(Key(Side.First, "1"));
            changes.NoLongerParked.Add(Key(Side.First, "2"));
            changes.Parked.Add(Parked("2") with { Attempts = 5 });
        });
        (await Store.ReadParkedAsync(Pair, Kind, None).ToListAsync()).Select(record => record.Attempts).Should().Equal([5], "removals come before additions");
    }

    [Fact]
    public async Task Parked_records_may_be_written_while_they_are_read()
    {
        await Store.Commit(changes =>
        {
            for (var index = 0; index < 50; index++)
                changes.Parked.Add(Parked($"{index}"));
        });
        var seen = 0;
        await foreach (var record in Store.ReadParkedAsync(Pair, Kind, None))
        {
            seen++;
            await Store.Commit(changes => changes.Parked.Add(record with { ParkedAt = Now.AddDays(seen), Attempts = 2 }));
        }
        seen.Should().Be(50);
        (await Store.ReadParkedAsync(Pair, Kind, None).ToListAsync()).Should().OnlyContain(record => record.Attempts == 2).And.HaveCount(50);
    }

    [Fact]
    public async Task The_raw_part_of_a_problem_is_cut_at_2000_characters_and_never_in_a_character()
    {
        var raw = new string('x', 1999) + "😀 and more";
        await Store.Commit(changes =>
        {
            changes.Parked.Add(Parked("1") with { Problem = Problem() with { Raw = raw } });
            changes.Unlinked.Add(Red(Side.First, "1") with { Problem = Problem() with { Raw = new string('y', 5000) } });
        });
        (await Store.ReadParkedAsync(Pair, Kind, None).ToListAsync()).Single().Problem.Raw.Should().Be(new string('x', 1999));
        (await Store.ReadUnlinkedAsync(Pair, Kind, null, 1, None)).Single().Problem.Raw.Should().HaveLength(2000);
    }

    [Fact]
    public async Task Intents_stay_until_they_are_done()
    {
        var full = Intent("t1") with { Key = "REF", NewestBefore = new RemoteId("77"), Expected = new byte[] { 4, 5 }, CreatedAt = Now.AddSeconds(5) };
        await Store.AddIntentsAsync([full, Intent("t2"), Intent("t3"), Intent("t1") with { Pair = "other" }, Intent("t4") with { Kind = EntityKind.Category }], [], None);
        var read = await Store.ReadIntentsAsync(Pair, Kind, None);
        read.Select(intent => intent.Token).Should().Equal("t2", "t3", "t1");
        read[2].Expected.ToArray().Should().Equal(4, 5);
        (read[2] with { Expected = default }).Should().Be(full with { Expected = default });
        await Store.Commit(changes =>
        {
            changes.DoneIntents.Add((Pair, "t3"));
            changes.DoneIntents.Add((Pair, "unknown"));
        });
        (await Store.ReadIntentsAsync(Pair, Kind, None)).Select(intent => intent.Token).Should().Equal("t2", "t1");
        (await Store.ReadIntentsAsync("other", Kind, None)).Should().ContainSingle();
    }

    [Fact]
    public async Task An_intent_with_a_known_token_replaces_the_old_one()
    {
        await Store.AddIntentsAsync([Intent("t"), Intent("u")], [], None);
        await Store.AddIntentsAsync([Intent("t") with { SourceId = new RemoteId("2"), Key = "k" }], [], None);
        (await Store.ReadIntentsAsync(Pair, Kind, None)).Select(intent => (intent.Token, intent.SourceId.Value, intent.Key)).Should().Equal(("t", "2", "k"), ("u", "1", null));
    }

    [Fact]
    public async Task Texts_are_read_by_the_beginning_of_their_key()
    {
        await Store.Commit(changes =>
        {
            foreach (var key in (string[])["pause/", "pause/a", "pause/ü😀", "pause0", "pausf", "Pause/a", "pa%se/a"])
                changes.Texts.Add((Pair, key, key));
            changes.Texts.Add(("other", "pause/b", "b"));
        });
        (await Store.ReadTextsAsync(Pair, "pause/", None)).Should().OnlyContain(text => text.Key == text.Value).And.Subject.Select(text => text.Key).Should().BeEquivalentTo("pause/", "pause/a", "pause/ü😀");
        (await Store.ReadTextsAsync(Pair, "", None)).Should().HaveCount(7);
        (await Store.ReadTextsAsync(Pair, "none", None)).Should().BeEmpty();
    }

    [Fact]
    public async Task A_new_text_is_set_where_none_is_stored_and_replaces_none()
    {
        await Store.Commit(changes => changes.NewTexts.Add((Pair, "key", "first")));
        await Store.Commit(changes =>
        {
            changes.NewTexts.Add((Pair, "key", "second"));
            changes.NewTexts.Add(("", "key", "of no pair"));
        });
        (await Store.GetTextAsync(Pair, "key", None)).Should().Be("first");
        (await Store.GetTextAsync("", "key", None)).Should().Be("of no pair");
        await Store.Commit(changes =>
        {
            changes.Texts.Add((Pair, "key", null));
            changes.NewTexts.Add((Pair, "key", "third"));
            changes.NewTexts.Add((Pair, "key", "fourth"));
        });
        (await Store.GetTextAsync(Pair, "key", None)).Should().Be("third");
    }

    [Fact]
    public async Task Texts_are_set_replaced_and_removed()
    {
        (await Store.GetTextAsync(Pair, "cursor", None)).Should().BeNull();
        await Store.Commit(changes =>
        {
            changes.Texts.Add((Pair, "cursor", "1"));
            changes.Texts.Add(("", "hash-key", "secret"));
            changes.Texts.Add((Pair, "empty", ""));
        });
        await Store.Commit(changes =>
        {
            changes.Texts.Add((Pair, "cursor", "2"));
            changes.Texts.Add((Pair, "cursor", "3 😀"));
            changes.Texts.Add((Pair, "never-set", null));
        });
        (await Store.GetTextAsync(Pair, "cursor", None)).Should().Be("3 😀");
        (await Store.GetTextAsync("", "hash-key", None)).Should().Be("secret");
        (await Store.GetTextAsync(Pair, "hash-key", None)).Should().BeNull();
        (await Store.GetTextAsync(Pair, "empty", None)).Should().BeEmpty();
        await Store.Commit(changes => changes.Texts.Add((Pair, "cursor", null)));
        (await Store.GetTextAsync(Pair, "cursor", None)).Should().BeNull();
    }
}
