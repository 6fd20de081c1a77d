namespace ErpSync.Sqlite.Tests.Contract;

/// <summary>A kind of store under the shared checks.</summary>
public interface IStoreHome : IDisposable
{
    /// <summary>Makes another store object on the same data, as another process would.</summary>
    ISyncStore Create();
}

public sealed class InMemoryHome : IStoreHome
{
    private readonly InMemoryStore _store = new();

    public ISyncStore Create() => _store;

    public void Dispose()
    {
    }
}

public sealed class SqliteHome : IStoreHome
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<SqliteStore> _stores = [];

    public string File => _folder.File("erpsync.db");

    public ISyncStore Create()
    {
        var store = new SqliteStore($"Data Source={File}");
        _stores.Add(store);
        return store;
    }

    public void Dispose()
    {
        foreach (var store in _stores)
            store.Dispose();
        _folder.Dispose();
    }
}
