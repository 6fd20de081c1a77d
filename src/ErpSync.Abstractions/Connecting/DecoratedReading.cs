using System.Runtime.CompilerServices;

namespace ErpSync;

/// <summary>The reading capabilities of a kind behind a decoration. Only those that the connector has are registered.</summary>
internal sealed class DecoratedReading<T>(Connector connector, KindDecorator<T> decorator)
    : IKind<T>, IReader<T>, IFinder<T>, IChangeReader<T>, IKeyFinder<T>, INewestId<T>, IOwnedFinder<T>
    where T : class, IEntity
{
    private const int Page = 100;

    private readonly IKind<T>? _kind = connector.Find<IKind<T>>();
    private readonly IReader<T>? _reader = connector.Find<IReader<T>>();
    private readonly IFinder<T>? _finder = connector.Find<IFinder<T>>();
    private readonly IChangeReader<T>? _changes = connector.Find<IChangeReader<T>>();
    private readonly IKeyFinder<T>? _keys = connector.Find<IKeyFinder<T>>();
    private readonly INewestId<T>? _newest = connector.Find<INewestId<T>>();
    private readonly IOwnedFinder<T>? _owned = connector.Find<IOwnedFinder<T>>();

    public KindProfile<T> Profile => decorator.Profile(_kind!.Profile);

    public string KeyName => _keys!.KeyName;

    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => AdjustAsync(_reader!.ReadAsync(cancellationToken), cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) => AdjustAsync(_finder!.FindAsync(ids, cancellationToken), cancellationToken);

    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => _changes!.TakeCursorAsync(cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken) => AdjustAsync(_changes!.ReadChangedAsync(cursor, cancellationToken), cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => AdjustAsync(_keys!.FindByKeyAsync(keys, cancellationToken), cancellationToken);

    public Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => _newest!.NewestIdAsync(cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) => AdjustAsync(_newest!.ReadNewerThanAsync(id, cancellationToken), cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> FindByOwnersAsync(IReadOnlyCollection<Ref> owners, CancellationToken cancellationToken) => AdjustAsync(_owned!.FindByOwnersAsync(owners, cancellationToken), cancellationToken);

    private async IAsyncEnumerable<ReadResult<T>> AdjustAsync(IAsyncEnumerable<ReadResult<T>> results, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var page = new List<Remote<T>>(Page);
        await foreach (var result in results.WithCancellation(cancellationToken))
        {
            if (result.Record is not { } record)
            {
                yield return result;
                continue;
            }

            page.Add(record);
            if (page.Count < Page)
                continue;
            foreach (var adjusted in await decorator.ReadAsync(page, cancellationToken))
                yield return adjusted;
            page.Clear();
        }

        foreach (var adjusted in page.Count == 0 ? [] : await decorator.ReadAsync(page, cancellationToken))
            yield return adjusted;
    }
}
