namespace ErpSync.Testing.Tests.Conformance;

internal sealed class StubReader(Func<CancellationToken, IAsyncEnumerable<ReadResult<Product>>> read) : IReader<Product>
{
    public IAsyncEnumerable<ReadResult<Product>> ReadAsync(CancellationToken cancellationToken) => read(cancellationToken);
}

internal sealed class StubLister(Func<CancellationToken, IAsyncEnumerable<Listed>> list) : ILister<Product>
{
    public IAsyncEnumerable<Listed> ListAsync(CancellationToken cancellationToken) => list(cancellationToken);
}

internal sealed class StubFinder(Func<IReadOnlyCollection<RemoteId>, CancellationToken, IAsyncEnumerable<ReadResult<Product>>> find) : IFinder<Product>
{
    public IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) => find(ids, cancellationToken);
}

internal sealed class StubKeyFinder(Func<IReadOnlyCollection<string>, CancellationToken, IAsyncEnumerable<ReadResult<Product>>> find) : IKeyFinder<Product>
{
    public string KeyName => "reference";

    public IAsyncEnumerable<ReadResult<Product>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => find(keys, cancellationToken);
}

internal sealed class StubTokenFinder(Func<IReadOnlyCollection<string>, Dictionary<string, RemoteId>> find) : ITokenFinder<Product>
{
    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, RemoteId>>(find(tokens));
}

internal sealed class StubChanges(IChangeReader<Product> inner, Func<string, string> cursor) : IChangeReader<Product>
{
    public async Task<string> TakeCursorAsync(CancellationToken cancellationToken) => cursor(await inner.TakeCursorAsync(cancellationToken));

    public IAsyncEnumerable<ReadResult<Product>> ReadChangedAsync(string cursor, CancellationToken cancellationToken) => inner.ReadChangedAsync(cursor, cancellationToken);
}

internal sealed class StubCreator(Func<IReadOnlyList<Creation<Product>>, CancellationToken, Task<IReadOnlyList<WriteResult<Product>>>> create) : ICreator<Product>
{
    public Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken) => create(batch, cancellationToken);
}

internal sealed class StubUpdater(Func<IReadOnlyList<Revision<Product>>, CancellationToken, Task<IReadOnlyList<WriteResult<Product>>>> update) : IUpdater<Product>
{
    public Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(IReadOnlyList<Revision<Product>> batch, CancellationToken cancellationToken) => update(batch, cancellationToken);
}

internal sealed class StubDeleter(Func<IReadOnlyList<Remote<Product>>, CancellationToken, Task<IReadOnlyList<WriteResult<Product>>>> delete) : IDeleter<Product>
{
    public Task<IReadOnlyList<WriteResult<Product>>> DeleteAsync(IReadOnlyList<Remote<Product>> batch, CancellationToken cancellationToken) => delete(batch, cancellationToken);
}

internal sealed class StubMeter : IRequestMeter
{
    public RequestCounts Requests => default;
}

internal sealed class StubConnection(Func<ConnectionFacts> open) : IConnection
{
    public Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken) => Task.FromResult(open());
}
