using ErpSync.Sqlite.Tests.Contract;
using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests;

public sealed class SqliteStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("erpsync.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening_again()
    {
        Lease lease;
        await using (var store = await OpenAsync())
        {
            lease = (await store.TryTakeLeaseAsync("x", "a", Now, TimeSpan.FromMinutes(1), None))!;
            await store.AddIntentsAsync([Intent("t")], [], None);
            await store.BeginRunAsync(new RunRecord(Pair, Now), None);
            await store.Commit(changes =>
            {
                changes.Links.Add(Link("1", "a", "name"));
                changes.Unlinked.Add(Red(Side.First, "2"));
                changes.Parked.Add(Parked("3"));
                changes.Journal.Add(Entry("4"));
                changes.Texts.Add(("", "hash-key", "secret"));
            });
        }
        await using var again = await OpenAsync();
        (await again.AllLinks(openOnly: true)).Should().ContainSingle();
        (await again.ReadUnlinkedAsync(Pair, Kind, null, 10, None)).Should().ContainSingle();
        (await again.ReadParkedAsync(Pair, Kind, None).ToListAsync()).Should().ContainSingle();
        (await again.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Should().ContainSingle();
        (await again.ReadIntentsAsync(Pair, Kind, None)).Should().ContainSingle();
        (await again.ReadRunsAsync(Pair, 10, None)).Should().ContainSingle();
        (await again.GetTextAsync("", "hash-key", None)).Should().Be("secret");
        (await again.ReadLeaseAsync("x", None)).Should().Be(lease);
    }

    [Fact]
    public async Task What_was_committed_survives_a_process_that_never_closed_the_file()
    {
        await using var running = await OpenAsync();
        await running.Add(Link("1", "a"));
        await running.AddIntentsAsync([Intent("t")], [], None);
        var crashed = Directory.CreateDirectory(_folder.File("crashed")).FullName;
        foreach (var file in Directory.GetFiles(_folder.Path, "erpsync.db*").Where(file => !file.EndsWith("-shm", StringComparison.Ordinal)))
            File.Copy(file, System.IO.Path.Combine(crashed, System.IO.Path.GetFileName(file)));
        await using var store = await OpenAsync(System.IO.Path.Combine(crashed, "erpsync.db"));
        (await store.AllLinks()).Should().ContainSingle();
        (await store.ReadIntentsAsync(Pair, Kind, None)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_log_cut_off_in_the_middle_loses_only_the_commit_that_was_being_written()
    {
        await using var running = await OpenAsync();
        await running.Add(Link("1", "a"));
        var whole = new FileInfo(Path + "-wal").Length;
        await running.Add(Link("2", "b"));
        var crashed = Directory.CreateDirectory(_folder.File("crashed")).FullName;
        File.Copy(Path, System.IO.Path.Combine(crashed, "erpsync.db"));
        File.Copy(Path + "-wal", System.IO.Path.Combine(crashed, "erpsync.db-wal"));
        await using (var log = new FileStream(System.IO.Path.Combine(crashed, "erpsync.db-wal"), FileMode.Open))
        {
            log.Length.Should().BeGreaterThan(whole);
            log.SetLength(log.Length - 100);
        }
        await using var store = await OpenAsync(System.IO.Path.Combine(crashed, "erpsync.db"));
        (await store.AllLinks()).Select(link => link.First.Id.Value).Should().Equal("1");
        await store.Add(Link("2", "b"));
    }

    [Fact]
    public async Task Two_processes_see_each_others_commits()
    {
        await using var one = await OpenAsync();
        await using var two = await OpenAsync();
        await one.Add(Link("1", "a"));
        (await two.Find(Side.First, "1")).Should().ContainSingle();
        await two.Add(Link("2", "b"));
        await one.Add(Link("1", "c")).Refused("store.link-exists");
        (await one.AllLinks()).Select(link => link.Number).Should().Equal(1, 2);
    }

    [Fact]
    public async Task Using_it_before_opening_says_so()
    {
        await using var store = new SqliteStore($"Data Source={Path}");
        await store.Add(Link("1", "a")).Refused("store.not-open");
        await store.GetTextAsync(Pair, "x", None).AsTask().Refused("store.not-open");
    }

    [Fact]
    public async Task A_closed_store_says_so_and_can_be_closed_again()
    {
        var store = await OpenAsync();
        store.Dispose();
        await store.DisposeAsync();
        await store.Awaiting(closed => closed.Add(Link("1", "a"))).Should().ThrowAsync<ObjectDisposedException>();
        await store.Awaiting(closed => closed.AllLinks()).Should().ThrowAsync<ObjectDisposedException>();
        await store.Awaiting(closed => closed.OpenAsync(None)).Should().ThrowAsync<ObjectDisposedException>();
    }

    [Fact]
    public async Task Closing_leaves_one_file()
    {
        await using (var store = await OpenAsync())
        {
            await store.Add(Link("1", "a"));
            await store.AllLinks();
        }
        Directory.GetFiles(_folder.Path).Should().Equal(Path);
    }

    [Fact]
    public async Task A_page_of_open_links_does_not_walk_over_the_others()
    {
        await using var store = await OpenAsync();
        await store.Add([.. Enumerable.Range(0, 1000).Select(index => Link($"{index}", $"{index}", index == 900 ? ["name"] : []))]);
        using var reader = new SqliteFile(new SqliteStoreOptions { ConnectionString = $"Data Source={Path}" }).OpenReader();
        var plan = reader.Read("EXPLAIN QUERY PLAN " + LinkStatements.OpenPage, row => row.GetString(3), Pair, Kind.Name, 0, 10);
        plan.Should().ContainSingle(step => step.Contains("USING INDEX link_open (scope=? AND rowid>?)", StringComparison.Ordinal));
        plan.Should().NotContain(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    private Task<SqliteStore> OpenAsync() => OpenAsync(Path);

    private static async Task<SqliteStore> OpenAsync(string path)
    {
        var store = new SqliteStore($"Data Source={path}");
        await store.OpenAsync(None);
        return store;
    }
}
