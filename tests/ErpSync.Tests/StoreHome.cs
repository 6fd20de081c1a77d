namespace ErpSync.Tests;

/// <summary>A store of either sort, for tests that must hold on both.</summary>
internal sealed class StoreHome : IDisposable
{
    private readonly string? _folder;

    public StoreHome(string sort)
    {
        if (sort == "memory")
        {
            Store = new InMemoryStore();
            return;
        }

        _folder = Directory.CreateTempSubdirectory("erpsync").FullName;
        Store = new SqliteStore($"Data Source={Path.Combine(_folder, "store.db")}");
    }

    public static TheoryData<string> Sorts => new() { "memory", "sqlite" };

    public ISyncStore Store { get; }

    public void Dispose()
    {
        (Store as IDisposable)?.Dispose();
        if (_folder is not null)
            Directory.Delete(_folder, recursive: true);
    }
}
