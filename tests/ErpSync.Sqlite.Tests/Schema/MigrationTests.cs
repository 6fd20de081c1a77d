using ErpSync.Sqlite.Tests.Contract;
using static ErpSync.Sqlite.Tests.Contract.Samples;

namespace ErpSync.Sqlite.Tests.Schema;

/// <summary>The released steps run on real files; the step to come is played by one that only these tests know.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly SchemaStep[] WithNextStep = [.. SchemaStep.All, new(SchemaStep.All[^1].Version + 1, "ALTER TABLE links ADD COLUMN weight INTEGER; UPDATE links SET label = label || '!';")];
    private static readonly SchemaStep[] WithBrokenStep = [.. SchemaStep.All, new(SchemaStep.All[^1].Version + 1, "UPDATE links SET label = 'half'; INSERT INTO nowhere VALUES (1);")];
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("erpsync.db");

    private string[] Backups => Directory.GetFiles(_folder.Path, "*.bak*");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_steps_are_numbered_from_one_without_gaps() =>
        SchemaStep.All.Select(step => step.Version).Should().Equal(Enumerable.Range(1, SchemaStep.All.Count));

    [Fact]
    public async Task A_new_file_is_made_without_a_backup()
    {
        await using var store = await OpenAsync(SchemaStep.All);
        Backups.Should().BeEmpty();
    }

    [Fact]
    public async Task An_older_file_is_copied_beside_itself_before_it_is_changed()
    {
        await WriteOldFileAsync();
        await using (var store = await OpenAsync(WithNextStep))
            (await store.AllLinks()).Single().Label.Should().Be("REF!");
        Backups.Should().Equal(Path + $".v{SchemaStep.All.Count}-20260329T013000Z.bak");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Backups[0]).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Copy(Backups[0], _folder.File("restored.db"));
        await using var restored = await OpenAsync(SchemaStep.All, _folder.File("restored.db"));
        (await restored.AllLinks()).Single().Label.Should().Be("REF");
    }

    [Fact]
    public async Task What_only_the_log_holds_is_in_the_backup_too()
    {
        await using var running = await OpenAsync(SchemaStep.All);
        await running.Add(Link("1", "a") with { Label = "REF" });
        await using var migrated = await OpenAsync(WithNextStep);
        File.Copy(Backups.Single(), _folder.File("restored.db"));
        await using var restored = await OpenAsync(SchemaStep.All, _folder.File("restored.db"));
        (await restored.AllLinks()).Single().Label.Should().Be("REF");
    }

    [Fact]
    public async Task Opening_again_migrates_nothing()
    {
        await WriteOldFileAsync();
        for (var time = 0; time < 2; time++)
        {
            await using var store = await OpenAsync(WithNextStep);
            (await store.AllLinks()).Single().Label.Should().Be("REF!");
        }
        Backups.Should().ContainSingle();
    }

    [Fact]
    public async Task A_step_that_fails_leaves_the_file_at_its_old_version()
    {
        await WriteOldFileAsync();
        await FluentActions.Awaiting(() => OpenAsync(WithBrokenStep)).Should().ThrowAsync<StoreException>();
        await using var store = await OpenAsync(SchemaStep.All);
        (await store.AllLinks()).Single().Label.Should().Be("REF");
    }

    [Fact]
    public async Task A_newer_file_is_refused_with_both_versions()
    {
        await using (await OpenAsync(WithNextStep))
        {
        }
        var refused = (await FluentActions.Awaiting(() => OpenAsync(SchemaStep.All)).Should().ThrowAsync<StoreException>()).Which;
        refused.Problem.Code.Should().Be("store.newer-schema");
        refused.Problem.Message.Should().Contain($"version {SchemaStep.All.Count + 1}").And.Contain($"up to {SchemaStep.All.Count}");
        refused.Problem.Remedy.Should().NotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_running_process_stops_writing_when_another_has_migrated_the_file()
    {
        await using var old = await OpenAsync(SchemaStep.All);
        await using var migrated = await OpenAsync(WithNextStep);
        await old.Add(Link("1", "a")).Refused("store.newer-schema");
        await migrated.Add(Link("1", "a"));
    }

    [Fact]
    public async Task Processes_that_open_a_new_or_old_file_at_once_migrate_it_once()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync(SchemaStep.All))));
        await stores[0].Add(Link("1", "a") with { Label = "REF" });
        foreach (var store in stores)
            await store.DisposeAsync();
        stores = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => OpenAsync(WithNextStep))));
        (await stores[3].AllLinks()).Single().Label.Should().Be("REF!");
        foreach (var store in stores)
            await store.DisposeAsync();
        Backups.Should().ContainSingle();
    }

    [Fact]
    public async Task A_backup_that_cannot_be_made_stops_the_migration()
    {
        await WriteOldFileAsync();
        await File.WriteAllTextAsync(Path + $".v{SchemaStep.All.Count}-20260329T013000Z.bak", "taken");
        var refused = (await FluentActions.Awaiting(() => OpenAsync(WithNextStep)).Should().ThrowAsync<StoreException>()).Which;
        refused.Problem.Code.Should().Be("store.backup-failed");
        (await File.ReadAllTextAsync(Backups.Single())).Should().Be("taken");
        await using var store = await OpenAsync(SchemaStep.All);
        (await store.AllLinks()).Single().Label.Should().Be("REF");
    }

    private async Task WriteOldFileAsync()
    {
        await using var store = await OpenAsync(SchemaStep.All);
        await store.Add(Link("1", "a") with { Label = "REF" });
    }

    private Task<SqliteStore> OpenAsync(IReadOnlyList<SchemaStep> steps) => OpenAsync(steps, Path);

    private static async Task<SqliteStore> OpenAsync(IReadOnlyList<SchemaStep> steps, string path)
    {
        var store = new SqliteStore(new SqliteStoreOptions { ConnectionString = $"Data Source={path}" }, new ManualTime(Now), steps);
        try
        {
            await store.OpenAsync(None);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }
}
