using System.Text;
using ErpSync.Sqlite.Tests.Contract;
using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Files;

public sealed class ErasureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Bytes_of_erased_rows_are_gone_from_the_file_and_its_log()
    {
        await using var store = new SqliteStore($"Data Source={_folder.File("erpsync.db")}");
        await store.OpenAsync(None);
        for (var i = 0; i < 200; i++)
        {
            // Rewritten rows leave their old bytes behind in pages that are used again only later.
            await store.Commit(changes =>
            {
                changes.Journal.Add(Entry($"{i % 10}") with { OldValue = $"\"Wackernagel {i} {new string('x', 900)}\"" });
                changes.Parked.Add(new ParkedRecord(Pair, Kind, Side.First, new RemoteId($"{i % 10}"), Problem($"Wackernagel {i}")) { Label = $"Wackernagel {new string('y', i)}" });
            });
        }

        Text().Should().Contain("Wackernagel");
        await store.EraseAsync(Pair, [.. Enumerable.Range(0, 10).Select(id => new RecordKey(Pair, Kind, Side.First, RemoteId.From(id)))], None);

        Text().Should().NotContain("Wackernagel");
        (await store.ReadJournalAsync(new JournalQuery(Pair), None).ToListAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task File_that_another_process_reads_is_told_and_cleaned_by_another_call()
    {
        await using var store = new SqliteStore(new SqliteStoreOptions { ConnectionString = $"Data Source={_folder.File("erpsync.db")}", BusyTimeout = TimeSpan.FromMilliseconds(50) });
        await store.OpenAsync(None);
        await store.Commit(changes => changes.Parked.Add(new ParkedRecord(Pair, Kind, Side.First, new RemoteId("1"), Problem("Wackernagel"))));
        await using var reader = new SqliteStore($"Data Source={_folder.File("erpsync.db")}");
        await reader.OpenAsync(None);
        await using (var rows = reader.ReadParkedAsync(Pair, null, None).GetAsyncEnumerator())
        {
            await rows.MoveNextAsync();
            await store.EraseAsync(Pair, [new RecordKey(Pair, Kind, Side.First, new RemoteId("1"))], None).Refused("store.locked");
        }

        await store.EraseAsync(Pair, [new RecordKey(Pair, Kind, Side.First, new RemoteId("1"))], None);

        Text().Should().NotContain("Wackernagel");
    }

    private string Text() => string.Concat(Directory.GetFiles(_folder.Path).Select(file =>
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }));
}
