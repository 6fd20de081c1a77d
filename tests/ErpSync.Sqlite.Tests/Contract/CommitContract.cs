using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Contract;

public abstract class CommitContract<THome> : StoreContract<THome>
    where THome : IStoreHome, new()
{
    [Fact]
    public async Task A_change_refused_in_the_middle_leaves_nothing()
    {
        await Store.Add(Link("1", "a"));
        await Store.Commit(changes =>
        {
            changes.Unlinked.Add(Red(Side.First, "5"));
            changes.Parked.Add(Parked("6"));
        });
        await Store.AddIntentsAsync([Intent("t")], [], None);
        var before = await PictureAsync();
        var all = Changes(changes =>
        {
            changes.RemovedLinks.Add(1);
            changes.Links.Add(Link("2", "b"));
            changes.Links.Add(Link("2", "c"));
            changes.Unlinked.Add(Red(Side.First, "7"));
            changes.NoLongerUnlinked.Add(Key(Side.First, "5"));
            changes.ForgetUnlinked.Add((Pair, Kind, Now.AddDays(1)));
            changes.DoneIntents.Add((Pair, "t"));
            changes.Parked.Add(Parked("8"));
            changes.NoLongerParked.Add(Key(Side.First, "6"));
            changes.Journal.Add(Entry("1"));
            changes.Texts.Add((Pair, "cursor", "1"));
        });
        await Store.CommitAsync(all, None).Refused("store.link-exists");
        (await PictureAsync()).Should().Be(before);
        all.Links.RemoveAt(1);
        await Store.CommitAsync(all, None);
        (await PictureAsync()).Should().NotBe(before);
        (await Store.AllLinks()).Single().Number.Should().Be(2, "a refused commit uses no number");
    }

    [Fact]
    public async Task An_empty_commit_does_nothing()
    {
        var before = await PictureAsync();
        await Store.CommitAsync(new StoreChanges(), None);
        (await PictureAsync()).Should().Be(before);
    }

    [Fact]
    public async Task Cancelled_calls_end_as_cancelled_and_change_nothing()
    {
        var before = await PictureAsync();
        var cancelled = new CancellationToken(canceled: true);
        var lease = new Lease("x", "me", 1, Now);
        Func<Task>[] calls =
        [
            () => Store.CommitAsync(Changes(changes => changes.Links.Add(Link("1", "a"))), cancelled),
            () => Store.AddIntentsAsync([Intent("t")], [], cancelled),
            () => Store.BeginRunAsync(new RunRecord(Pair, Now), cancelled),
            () => Store.TryTakeLeaseAsync("x", "me", Now, TimeSpan.FromMinutes(1), cancelled),
            () => Store.ReleaseLeaseAsync(lease, cancelled),
            () => Store.ReadLeaseAsync("x", cancelled),
            () => Store.ReadIntentsAsync(Pair, Kind, cancelled),
            () => Store.ReadRunsAsync(Pair, 1, cancelled),
            async () => await Store.GetTextAsync(Pair, "x", cancelled),
            async () => await Store.CountAsync(Pair, Kind, cancelled),
            async () => await Store.FindLinksAsync(Pair, Kind, Side.First, [new RemoteId("1")], cancelled),
            async () => await Store.ReadLinksAsync(Pair, Kind, 0, 1, openOnly: false, cancelled),
        ];
        foreach (var call in calls)
            await call.Should().ThrowAsync<OperationCanceledException>();
        (await PictureAsync()).Should().Be(before);
        (await Store.ReadLeaseAsync("x", None)).Should().BeNull();
    }

    [Fact]
    public async Task Streams_stop_when_they_are_cancelled()
    {
        await Store.Commit(changes =>
        {
            for (var index = 0; index < 10; index++)
            {
                changes.Parked.Add(Parked($"{index}"));
                changes.Journal.Add(Entry($"{index}"));
            }
        });
        (await CountUntilCancelled(token => Store.ReadParkedAsync(Pair, Kind, token))).Should().Be(3);
        (await CountUntilCancelled(token => Store.ReadJournalAsync(new JournalQuery(Pair), token))).Should().Be(3);
        await Store.Commit(changes => changes.Texts.Add((Pair, "still", "usable")));
    }

    [Fact]
    public async Task Parallel_writers_and_readers_lose_nothing()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, token) =>
        {
            await Store.CommitAsync(Changes(changes => changes.Links.Add(Link($"{number}", $"x{number}"))), token);
            (await Store.Find(Side.First, $"{number}")).Should().ContainSingle();
            await Store.ReadJournalAsync(new JournalQuery(Pair), token).ToListAsync();
        });
        (await Store.AllLinks()).Select(link => link.Number).Should().Equal(Enumerable.Range(1, 200).Select(number => (long)number));
    }

    private static async Task<int> CountUntilCancelled<T>(Func<CancellationToken, IAsyncEnumerable<T>> read)
    {
        using var source = new CancellationTokenSource();
        var count = 0;
        var reading = async () =>
        {
            await foreach (var _ in read(source.Token))
            {
                if (++count == 3)
                    await source.CancelAsync();
            }
        };
        await reading.Should().ThrowAsync<OperationCanceledException>();
        return count;
    }

    private async Task<string> PictureAsync() => string.Join('\n', (await Store.AllLinks()).Select(link => link.Text())
        .Concat((await Store.ReadUnlinkedAsync(Pair, Kind, null, 1000, None)).Select(record => record.ToString()))
        .Concat((await Store.ReadParkedAsync(Pair, null, None).ToListAsync()).Select(record => record.ToString()))
        .Concat((await Store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Select(entry => entry.ToString()))
        .Concat((await Store.ReadIntentsAsync(Pair, Kind, None)).Select(intent => intent.Token))
        .Concat((await Store.ReadRunsAsync(Pair, 10, None)).Select(run => run.ToString()))
        .Append(await Store.GetTextAsync(Pair, "cursor", None) ?? "none"));
}
