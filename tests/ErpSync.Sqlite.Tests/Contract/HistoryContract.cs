using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

/// <summary>Kept plans, retention and erasure.</summary>
public abstract class HistoryContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    private static readonly byte[] Content = [1, 2, 3, 0, 255];

    [Fact]
    public async Task Plans_are_saved_replaced_listed_newest_first_and_removed()
    {
        await Store.SavePlanAsync(new StoredPlan(Pair, "a", Now) { Entries = 5, Writes = 2, Content = Content }, None);
        await Store.SavePlanAsync(new StoredPlan(Pair, "b", Now.AddDays(1)), None);
        await Store.SavePlanAsync(new StoredPlan("other", "a", Now), None);
        await Store.SavePlanAsync(new StoredPlan(Pair, "a", Now) { Entries = 6, Writes = 3, Content = Content }, None);

        (await Store.ReadPlansAsync(Pair, None)).Should().Equal(new StoredPlan(Pair, "b", Now.AddDays(1)), new StoredPlan(Pair, "a", Now) { Entries = 6, Writes = 3 });
        (await Store.FindPlanAsync(Pair, "a", None))!.Content.ToArray().Should().Equal(Content);
        (await Store.FindPlanAsync(Pair, "c", None)).Should().BeNull();
        (await Store.RemovePlanAsync(Pair, "a", None)).Should().BeTrue();
        (await Store.RemovePlanAsync(Pair, "a", None)).Should().BeFalse();
        (await Store.FindPlanAsync("other", "a", None)).Should().NotBeNull();
    }

    [Fact]
    public async Task Purpose_of_a_run_is_kept()
    {
        var run = new RunRecord(Pair, Now) { Purpose = RunPurpose.Undo };
        run = run with { Number = await Store.BeginRunAsync(run, None) };
        await Store.EndRunAsync(run with { EndedAt = Now }, None);
        (await Store.ReadRunsAsync(Pair, 1, None)).Should().ContainSingle().Which.Purpose.Should().Be(RunPurpose.Undo);
    }

    [Fact]
    public async Task Journal_is_read_by_field_time_and_from_the_end()
    {
        await Store.Commit(changes =>
        {
            for (var hour = 0; hour < 1200; hour++)
                changes.Journal.Add(Entry($"{hour}") with { Field = hour % 2 == 0 ? "even" : "odd", At = Now.AddHours(hour) });
        });
        var query = new JournalQuery(Pair) { Field = "even", From = Now.AddHours(10), Until = Now.AddHours(1190), NewestFirst = true };

        var read = await Store.ReadJournalAsync(query, None).ToListAsync();

        read.Should().HaveCount(590).And.OnlyContain(entry => entry.Field == "even");
        read.Select(entry => entry.Number).Should().BeInDescendingOrder();
        (read[0].Id.Value, read[^1].Id.Value).Should().Be(("1188", "10"));
        (await Store.ReadJournalAsync(query with { Before = read[100].Number }, None).ToListAsync()).Should().Equal(read.Skip(101));
        (await Store.ReadJournalAsync(query with { NewestFirst = false, Before = read[100].Number }, None).ToListAsync()).Should().Equal(read.Skip(101).Reverse());
    }

    [Fact]
    public async Task Old_entries_runs_and_plans_are_pruned_in_steps_and_numbers_go_on_growing()
    {
        var lease = (await Store.TryTakeLeaseAsync("pair/main", "me", Now, TimeSpan.FromMinutes(1), None))!;
        await Store.Commit(changes =>
        {
            for (var day = 0; day < 30; day++)
                changes.Journal.Add(Entry($"{day}") with { At = Now.AddDays(day) });
            changes.Journal.Add(Entry("other", pair: "other"));
        });
        for (var day = 0; day < 5; day++)
            await Store.BeginRunAsync(new RunRecord(Pair, Now.AddDays(day)), None);
        await Store.SavePlanAsync(new StoredPlan(Pair, "old", Now), None);
        var retention = new Retention(Pair, Now.AddDays(3), 1000, 1000);

        var steps = new List<int>();
        do
            steps.Add(await Store.PruneAsync(retention, lease, 2, None));
        while (steps[^1] == 2);

        steps.Sum().Should().Be(3 + 3 + 1);
        (await Store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Should().HaveCount(27);
        (await Store.ReadJournalAsync(new JournalQuery("other"), None).ToListAsync()).Should().ContainSingle();
        (await Store.ReadRunsAsync(Pair, 10, None)).Should().HaveCount(2);
        (await Store.ReadPlansAsync(Pair, None)).Should().BeEmpty();
        await Store.PruneAsync(new Retention(Pair, DateTimeOffset.MinValue, 5, 1), lease, 100, None);
        (await Store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Select(entry => entry.Number).Should().Equal(27, 28, 29, 30);
        (await Store.ReadRunsAsync(Pair, 10, None)).Should().ContainSingle();
        await Store.PruneAsync(new Retention(Pair, DateTimeOffset.MaxValue, 0, 1), lease, 100, None);
        await Store.Commit(changes => changes.Journal.Add(Entry("new")));
        (await Store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Should().ContainSingle().Which.Number.Should().Be(32);
        (await Store.BeginRunAsync(new RunRecord(Pair, Now), None)).Should().Be(6);
    }

    [Fact]
    public async Task Pruning_under_a_lost_lease_is_refused()
    {
        var lease = (await Store.TryTakeLeaseAsync("pair/main", "me", Now, TimeSpan.FromMinutes(1), None))!;
        await Store.ReleaseLeaseAsync(lease, None);
        await Store.PruneAsync(new Retention(Pair, Now, 10, 10), lease, 10, None).Refused("store.lease-lost");
    }

    [Fact]
    public async Task Erasing_takes_what_is_of_the_records_or_speaks_of_them_and_nothing_else()
    {
        var text = new SyncProblem(ProblemKind.Rejected, "x", "'Jane Doe' was refused.");
        await Store.Add(Link("1", "a") with { Label = "Jane Doe" }, Link("2", "b") with { Label = "John" });
        await Store.AddIntentsAsync([Intent("one") with { SourceId = new RemoteId("1"), Target = Side.Second }, Intent("two") with { SourceId = new RemoteId("1"), Target = Side.First }], [], None);
        var run = await Store.BeginRunAsync(new RunRecord(Pair, Now), None);
        await Store.EndRunAsync(new RunRecord(Pair, Now) { Number = run, Error = $"shop {Kind.Name} 1: broken" }, None);
        var other = await Store.BeginRunAsync(new RunRecord(Pair, Now), None);
        await Store.EndRunAsync(new RunRecord(Pair, Now) { Number = other, Error = $"shop {Kind.Name} 11: broken" }, None);
        await Store.Commit(changes =>
        {
            changes.Journal.Add(Entry("1") with { OldValue = "{\"Email\":\"jane@example.org\"}" });
            changes.Journal.Add(Entry("1") with { Side = Side.Second });
            changes.Journal.Add(Entry("2"));
            changes.Parked.Add(new ParkedRecord(Pair, Kind, Side.First, new RemoteId("1"), Problem()));
            changes.Parked.Add(new ParkedRecord(Pair, Kind, Side.First, new RemoteId("2"), Problem("jane@example.org is taken.")));
            changes.Parked.Add(new ParkedRecord(Pair, Kind, Side.First, new RemoteId("3"), Problem()));
            changes.Unlinked.Add(new Unlinked(Pair, Kind, Side.First, new RemoteId("4"), text) { SeenAt = Now });
            changes.Unlinked.Add(new Unlinked(Pair, Kind, Side.First, new RemoteId("5"), Problem()) { SeenAt = Now });
        });

        var counts = await Store.EraseAsync(Pair, [new RecordKey(Pair, Kind, Side.First, new RemoteId("1")), new RecordKey(Pair, Kind, Side.Second, new RemoteId("a"))], None);

        counts.Should().BeEquivalentTo(new Dictionary<string, long>(StringComparer.Ordinal) { ["journal"] = 1, ["parked"] = 2, ["red"] = 1, ["intents"] = 1, ["labels"] = 1, ["run errors"] = 1 });
        (await Store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Should().HaveCount(2);
        (await Store.ReadParkedAsync(Pair, null, None).ToListAsync()).Should().ContainSingle().Which.Id.Value.Should().Be("3");
        (await Store.ReadUnlinkedAsync(Pair, Kind, null, 10, None)).Should().ContainSingle().Which.Id.Value.Should().Be("5");
        (await Store.ReadIntentsAsync(Pair, Kind, None)).Should().ContainSingle().Which.Token.Should().Be("two");
        (await Store.AllLinks()).Select(link => link.Label).Should().Equal(null, "John");
        (await Store.ReadRunsAsync(Pair, 10, None)).Select(known => known.Error).Should().Equal($"shop {Kind.Name} 11: broken", "(erased)");
    }
}
