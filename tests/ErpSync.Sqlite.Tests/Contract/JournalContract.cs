using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

public abstract class JournalContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    [Fact]
    public async Task Entries_come_back_in_the_order_of_writing_with_all_that_they_carry()
    {
        var full = Entry("1") with { Field = "name", OldValue = "\"a\"", NewValue = "null", Action = JournalAction.Adopted };
        await Store.Commit(changes =>
        {
            changes.Journal.Add(full);
            changes.Journal.Add(Entry("2") with { At = Now.AddDays(-1) });
        });
        await Store.Commit(changes => changes.Journal.Add(Entry("3")));
        var read = await Store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync();
        read.Select(entry => entry.Id.Value).Should().Equal("1", "2", "3");
        read.Select(entry => entry.Number).Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        read[0].Should().Be(full with { Number = read[0].Number });
    }

    [Fact]
    public async Task Every_combination_of_conditions_selects_what_it_says()
    {
        var entries = new List<JournalEntry>();
        foreach (var pair in (string[])[Pair, "other"])
        {
            foreach (var run in (long[])[1, 2])
            {
                foreach (var kind in (EntityKind[])[EntityKind.Product, EntityKind.Category])
                {
                    foreach (var side in (Side[])[Side.First, Side.Second])
                        entries.AddRange([Entry("1", run, side, kind, pair), Entry("2", run, side, kind, pair)]);
                }
            }
        }
        await Store.Commit(changes => entries.ForEach(changes.Journal.Add));
        for (var mask = 0; mask < 32; mask++)
        {
            var query = new JournalQuery(Pair)
            {
                Run = (mask & 1) == 0 ? null : 2,
                Kind = (mask & 2) == 0 ? null : EntityKind.Category,
                Side = (mask & 4) == 0 ? null : Side.Second,
                Id = (mask & 8) == 0 ? null : new RemoteId("1"),
                After = (mask & 16) == 0 ? 0 : 9,
            };
            var expected = entries.Select((entry, index) => entry with { Number = index + 1 }).Where(entry =>
                entry.Pair == Pair
                && (query.Run is null || entry.Run == query.Run)
                && (query.Kind is null || entry.Kind == query.Kind)
                && (query.Side is null || entry.Side == query.Side)
                && (query.Id is null || entry.Id == query.Id)
                && entry.Number > query.After);
            (await Store.ReadJournalAsync(query, None).ToListAsync()).Should().Equal(expected, $"of condition {mask}");
        }
    }

    [Fact]
    public async Task A_journal_of_several_pages_is_read_whole_and_without_what_came_later()
    {
        await Store.Commit(changes =>
        {
            for (var index = 0; index < 1234; index++)
                changes.Journal.Add(Entry($"{index}"));
        });
        var read = 0;
        await foreach (var entry in Store.ReadJournalAsync(new JournalQuery(Pair), None))
        {
            entry.Id.Value.Should().Be($"{read++}");
            if (read % 100 == 0)
                await Store.Commit(changes => changes.Journal.Add(Entry("late")));
        }
        read.Should().Be(1234);
    }

    [Fact]
    public async Task Runs_are_numbered_ended_and_read_latest_first()
    {
        var first = await Store.BeginRunAsync(new RunRecord(Pair, Now), None);
        var second = await Store.BeginRunAsync(new RunRecord(Pair, Now.AddHours(-1)), None);
        await Store.BeginRunAsync(new RunRecord("other", Now), None);
        second.Should().BeGreaterThan(first);
        var ended = new RunRecord(Pair, Now) { Number = first, EndedAt = Now.AddMinutes(1), Written = 5, Failed = 2, Error = "stopped" };
        await Store.EndRunAsync(ended, None);
        (await Store.ReadRunsAsync(Pair, 10, None)).Should().Equal(new RunRecord(Pair, Now.AddHours(-1)) { Number = second }, ended);
        (await Store.ReadRunsAsync(Pair, 1, None)).Should().ContainSingle().Which.Number.Should().Be(second);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    public async Task Ending_a_run_that_never_began_is_refused(long number) =>
        await Store.EndRunAsync(new RunRecord(Pair, Now) { Number = number }, None).Refused("store.run-missing");
}
