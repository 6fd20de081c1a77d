using ErpSync.Sqlite.Tests.Contract;
using Microsoft.Data.Sqlite;
using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Files;

public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("erpsync.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_and_its_side_files_are_for_their_owner_only()
    {
        await using var store = await OpenAsync();
        await store.Add(Link("1", "a"));
        await store.AllLinks();
        var files = Directory.GetFiles(_folder.Path);
        files.Should().BeEquivalentTo(Path, Path + "-wal", Path + "-shm");
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows())
                File.GetUnixFileMode(file).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task Commits_go_through_a_durable_write_ahead_log()
    {
        await using var store = await OpenAsync();
        var file = new SqliteFile(new SqliteStoreOptions { ConnectionString = $"Data Source={Path}", BusyTimeout = TimeSpan.FromSeconds(3) });
        using var writer = file.OpenWriter();
        file.UseWriteAheadLog(writer);
        writer.Scalar("PRAGMA journal_mode").Should().Be("wal");
        writer.Scalar("PRAGMA synchronous").Should().Be(2L);
        writer.Scalar("PRAGMA busy_timeout").Should().Be(3000L);
        writer.Scalar("PRAGMA cache_size").Should().Be(-2048L);
        using var reader = file.OpenReader();
        FluentActions.Invoking(() => reader.Execute("DELETE FROM links")).Should().Throw<SqliteException>("readers cannot write");
    }

    [Fact]
    public async Task A_missing_directory_is_named()
    {
        await using var store = new SqliteStore($"Data Source={_folder.File("nowhere/erpsync.db")}");
        var refused = await store.OpenAsync(None).Refused("store.directory-missing");
        refused.Problem.Message.Should().Contain("nowhere");
    }

    [Fact]
    public async Task A_directory_in_place_of_the_file_cannot_be_opened()
    {
        Directory.CreateDirectory(Path);
        await using var store = new SqliteStore($"Data Source={Path}");
        await store.OpenAsync(None).Refused("store.cannot-open");
    }

    [Fact]
    public async Task A_missing_file_is_not_created_when_the_connection_string_forbids_it()
    {
        await using var store = new SqliteStore($"Data Source={Path};Mode=ReadWrite");
        await store.OpenAsync(None).Refused("store.cannot-open");
        File.Exists(Path).Should().BeFalse();
    }

    [Fact]
    public async Task Another_process_that_holds_the_file_is_waited_for_and_then_named()
    {
        await using var store = await OpenAsync(options => options.BusyTimeout = TimeSpan.FromMilliseconds(50));
        await using var other = Raw("BEGIN IMMEDIATE");
        var refused = await store.Add(Link("1", "a")).Refused("store.locked");
        refused.Problem.IsTransient.Should().BeTrue();
        refused.InnerException.Should().BeOfType<SqliteException>();
        (await store.AllLinks()).Should().BeEmpty("readers do not wait for writers");
        Execute(other, "ROLLBACK");
        await store.Add(Link("1", "a"));
    }

    [Fact]
    public async Task A_read_only_file_is_named()
    {
        await using (await OpenAsync())
        {
        }
        await using var store = new SqliteStore($"Data Source={Path};Mode=ReadOnly");
        await store.OpenAsync(None).Refused("store.read-only");
    }

    [Fact]
    public async Task A_full_disk_is_named_and_leaves_the_store_usable()
    {
        await using var store = await OpenAsync(options => options.MaximumPages = 60);
        await store.Add(Link("1", "a"));
        var large = Link("2", "b") with { Second = new LinkEnd(new RemoteId("b")) { Base = new byte[1_000_000] } };
        await store.Commit(changes =>
        {
            changes.Links.Add(Link("3", "c"));
            changes.Links.Add(large);
        }).Refused("store.full");
        (await store.AllLinks()).Should().ContainSingle();
        await store.Add(Link("2", "b"));
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_is_left_as_it_is()
    {
        var text = string.Join('\n', Enumerable.Repeat("my shopping list", 1000));
        await File.WriteAllTextAsync(Path, text);
        await using var store = new SqliteStore($"Data Source={Path}");
        await store.OpenAsync(None).Refused("store.not-a-database");
        (await File.ReadAllTextAsync(Path)).Should().Be(text);
    }

    [Fact]
    public async Task The_database_of_another_program_is_left_as_it_is()
    {
        await using (Raw("CREATE TABLE customers (name TEXT)"))
        {
        }
        var before = await File.ReadAllBytesAsync(Path);
        await using var store = new SqliteStore($"Data Source={Path}");
        await store.OpenAsync(None).Refused("store.not-erpsync");
        (await File.ReadAllBytesAsync(Path)).Should().Equal(before);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public async Task A_damaged_file_is_named(int page)
    {
        await using (var store = await OpenAsync())
            await store.Add([.. Enumerable.Range(0, 1000).Select(index => Link($"{index}", $"{index}"))]);
        await using (var file = new FileStream(Path, FileMode.Open))
        {
            file.Position = 4096 * page;
            file.Write(Enumerable.Repeat((byte)0xAB, (int)(file.Length - file.Position)).ToArray());
        }
        var reading = async () =>
        {
            await using var damaged = await OpenAsync();
            await damaged.AllLinks();
        };
        await reading().Refused("store.corrupt");
    }

    [Theory]
    [InlineData("")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=x;Mode=Memory")]
    [InlineData("Data Source=file:x.db")]
    public void A_connection_string_without_a_file_is_refused(string connectionString) =>
        FluentActions.Invoking(() => new SqliteStore(connectionString)).Should().Throw<ArgumentException>();

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        var connectionString = $"Data Source={Path}";
        FluentActions.Invoking(() => new SqliteStore(new SqliteStoreOptions { ConnectionString = connectionString, BusyTimeout = TimeSpan.Zero })).Should().Throw<ArgumentOutOfRangeException>();
        FluentActions.Invoking(() => new SqliteStore(new SqliteStoreOptions { ConnectionString = connectionString, CacheKilobytes = 1 })).Should().Throw<ArgumentOutOfRangeException>();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Raw(string sql)
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        Execute(connection, sql);
        return connection;
    }

    private async Task<SqliteStore> OpenAsync(Action<SqliteStoreOptions>? configure = null)
    {
        var options = new SqliteStoreOptions { ConnectionString = $"Data Source={Path}" };
        configure?.Invoke(options);
        var store = new SqliteStore(options);
        await store.OpenAsync(None);
        return store;
    }
}
