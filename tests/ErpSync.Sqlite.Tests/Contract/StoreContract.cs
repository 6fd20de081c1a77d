namespace ErpSync.Sqlite.Tests.Contract;

/// <summary>What the shared checks stand on: an opened, empty store.</summary>
public abstract class StoreContract<THome> : IAsyncLifetime
    where THome : IStoreHome, new()
{
    private protected THome Home { get; } = new();

    private protected ISyncStore Store { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Store = Home.Create();
        await Store.OpenAsync(Samples.None);
    }

    public Task DisposeAsync()
    {
        Home.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>A second store object on the same data, opened.</summary>
    private protected async Task<ISyncStore> AnotherAsync()
    {
        var store = Home.Create();
        await store.OpenAsync(Samples.None);
        return store;
    }
}
