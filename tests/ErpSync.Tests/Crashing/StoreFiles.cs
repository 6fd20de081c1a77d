namespace ErpSync.Tests.Crashing;

internal sealed class InMemoryStoreFile : IStoreFile
{
    private readonly InMemoryStore _store = new();

    public ISyncStore Open() => _store;

    public void Dispose()
    {
    }
}

/// <summary>A SQLite file in a folder of its own; each process opens it anew.</summary>
internal sealed class SqliteStoreFile : IStoreFile
{
    private readonly string _folder = Directory.CreateTempSubdirectory("erpsync-crash").FullName;
    private SqliteStore? _store;

    public ISyncStore Open()
    {
        _store?.Dispose();
        return _store = new SqliteStore($"Data Source={Path.Combine(_folder, "store.db")}");
    }

    public void Dispose()
    {
        _store?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
