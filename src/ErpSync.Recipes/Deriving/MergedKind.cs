using System.Runtime.CompilerServices;

namespace ErpSync.Recipes;

/// <summary>A kind whose records come from the system and from a derivation: both are read as one.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <typeparam name="TSource">What the others are derived from.</typeparam>
internal sealed class MergedKind<T, TSource>(Connector connector, DerivedKind<T, TSource> derived) : IReader<T>, IFinder<T>, IChangeReader<T>, ILister<T>
    where T : class, IEntity
    where TSource : class, IEntity
{
    private readonly IReader<T> _reader = connector.Get<IReader<T>>();
    private readonly IFinder<T> _finder = connector.Get<IFinder<T>>();
    private readonly IChangeReader<T>? _changes = connector.Find<IChangeReader<T>>();
    private readonly ILister<T>? _lister = connector.Find<ILister<T>>();

    public Connector Add()
    {
        connector.With<IReader<T>>(this).With<IFinder<T>>(this);
        if (_changes is not null)
            connector.With<IChangeReader<T>>(this);
        if (_lister is not null)
            connector.With<ILister<T>>(this);
        return connector;
    }

    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => BothAsync(_reader.ReadAsync(cancellationToken), derived.ReadAsync(cancellationToken), cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        var (own, made) = (ids.Where(id => !derived.Owns(id)).ToList(), ids.Where(derived.Owns).ToList());
        return BothAsync(
            own.Count == 0 ? AsyncEnumerable.Empty<ReadResult<T>>() : _finder.FindAsync(own, cancellationToken),
            made.Count == 0 ? AsyncEnumerable.Empty<ReadResult<T>>() : derived.FindAsync(made, cancellationToken),
            cancellationToken);
    }

    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => _changes!.TakeCursorAsync(cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken) =>
        BothAsync(_changes!.ReadChangedAsync(cursor, cancellationToken), derived.ReadChangedAsync(cursor, cancellationToken), cancellationToken);

    public IAsyncEnumerable<Listed> ListAsync(CancellationToken cancellationToken) => BothAsync(_lister!.ListAsync(cancellationToken), derived.ListAsync(cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<TItem> BothAsync<TItem>(IAsyncEnumerable<TItem> own, IAsyncEnumerable<TItem> made, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in own.WithCancellation(cancellationToken))
            yield return item;
        await foreach (var item in made.WithCancellation(cancellationToken))
            yield return item;
    }
}
