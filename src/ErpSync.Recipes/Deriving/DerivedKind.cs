using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ErpSync.Recipes;

/// <summary>
/// A kind that a system does not have, made of records of another kind: a contact of a customer, an invoice of an order. The ids follow from the source's, so that nothing is made twice, also
/// with an empty store. Read only.
/// </summary>
/// <typeparam name="T">The kind that is made.</typeparam>
/// <typeparam name="TSource">The kind that it is made of.</typeparam>
public sealed class DerivedKind<T, TSource> : IKind<T>, IReader<T>, IFinder<T>, IChangeReader<T>, ILister<T>
    where T : class, IEntity
    where TSource : class, IEntity
{
    private readonly Connector _connector;
    private readonly string _prefix;
    private readonly Func<Remote<TSource>, T?> _derive;
    private readonly ConcurrentDictionary<RemoteId, (string? Stamp, bool Exists)> _seen = new();

    /// <summary>Makes a kind.</summary>
    /// <param name="connector">The connector that reads the source; its capabilities are taken as they are now.</param>
    /// <param name="prefix">What the ids begin with, for example <c>order</c>; a colon follows.</param>
    /// <param name="fields">The fields that the derived records tell.</param>
    /// <param name="derive">Makes the record; null where the source has none.</param>
    public DerivedKind(Connector connector, string prefix, IEnumerable<string> fields, Func<Remote<TSource>, T?> derive)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentNullException.ThrowIfNull(derive);
        (_connector, _prefix, _derive) = (connector, prefix + ":", derive);
        (Reader, Finder, Changes, Lister) = (connector.Get<IReader<TSource>>(), connector.Get<IFinder<TSource>>(), connector.Find<IChangeReader<TSource>>(), connector.Find<ILister<TSource>>());
        Profile = new KindProfile<T> { ReadFields = fields.ToHashSet(StringComparer.Ordinal), WrittenFields = new HashSet<string>(StringComparer.Ordinal), FindBatch = connector.Find<IKind<TSource>>()?.Profile.FindBatch ?? 100, DateTrust = DateTrust.Partial };
    }

    /// <inheritdoc/>
    public KindProfile<T> Profile { get; }

    /// <summary>True (default false) when nearly every source has a record: the listing then asks for none of them. A source without one is looked at in each cycle.</summary>
    public bool IsUsual { get; init; }

    /// <summary>The last id of the sources that are left out of the listing, because what is made of them is not wanted; null (default) for none.</summary>
    public RemoteId? After { get; init; }

    private IReader<TSource> Reader { get; }

    private IFinder<TSource> Finder { get; }

    private IChangeReader<TSource>? Changes { get; }

    private ILister<TSource>? Lister { get; }

    /// <summary>Adds the kind to the connector, with what the source can do.</summary>
    /// <returns>The connector.</returns>
    public Connector Add()
    {
        _connector.With<IKind<T>>(this).With<IReader<T>>(this).With<IFinder<T>>(this);
        if (Changes is not null)
            _connector.With<IChangeReader<T>>(this);
        if (Lister is not null)
            _connector.With<ILister<T>>(this);
        return _connector;
    }

    /// <summary>The id of what is made of a record.</summary>
    /// <param name="source">The source's id.</param>
    /// <returns>The id.</returns>
    public RemoteId IdOf(RemoteId source) => new(_prefix + source.Value);

    /// <summary>True for an id that this kind gives.</summary>
    /// <param name="id">The id.</param>
    /// <returns>Whether it is one.</returns>
    public bool Owns(RemoteId id) => id.Value.StartsWith(_prefix, StringComparison.Ordinal);

    /// <summary>The id of the record that something was made of.</summary>
    /// <param name="id">The id of what was made.</param>
    /// <returns>The source's id; null for an id that this kind does not give.</returns>
    public RemoteId? SourceOf(RemoteId id) => Owns(id) ? new RemoteId(id.Value[_prefix.Length..]) : null;

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> ReadAsync(CancellationToken cancellationToken) => MakeAsync(Reader.ReadAsync(cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) =>
        MakeAsync(Finder.FindAsync([.. ids.Select(SourceOf).OfType<RemoteId>()], cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<string> TakeCursorAsync(CancellationToken cancellationToken) => Changes!.TakeCursorAsync(cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ReadResult<T>> ReadChangedAsync(string cursor, CancellationToken cancellationToken) => MakeAsync(Changes!.ReadChangedAsync(cursor, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var unknown = new List<Listed>();
        await foreach (var listed in Lister!.ListAsync(cancellationToken))
        {
            if (After is { } last && listed.Id.CompareTo(last) <= 0)
                continue;
            // Whether a record is made of a source is known as long as the source's stamp stays; after a start of the process each source is looked at once.
            if (IsUsual)
                yield return new Listed(IdOf(listed.Id), listed.Stamp);
            else if (!_seen.TryGetValue(listed.Id, out var seen) || seen.Stamp is null || seen.Stamp != listed.Stamp)
                unknown.Add(listed);
            else if (seen.Exists)
                yield return new Listed(IdOf(listed.Id), listed.Stamp);
        }

        foreach (var some in unknown.Chunk(Profile.FindBatch))
        {
            var existing = new HashSet<RemoteId>();
            await foreach (var result in Finder.FindAsync([.. some.Select(listed => listed.Id)], cancellationToken))
            {
                // A source that cannot be read may have one: what is linked must not count as gone.
                if (result.Problem?.Id is { } unreadable)
                    existing.Add(unreadable);
                if (result.Record is { } record && Derive(record) is not null)
                    existing.Add(record.Id);
            }

            foreach (var listed in some.Where(listed => existing.Contains(listed.Id)))
                yield return new Listed(IdOf(listed.Id), listed.Stamp);
        }
    }

    private async IAsyncEnumerable<ReadResult<T>> MakeAsync(IAsyncEnumerable<ReadResult<TSource>> sources, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var result in sources.WithCancellation(cancellationToken))
        {
            if (result.Problem is { } problem)
                yield return ReadResult<T>.Bad(problem with { Id = problem.Id is { } id ? IdOf(id) : null, EntityKind = T.Kind });
            else if (result.Record is { } source && Derive(source) is { } value)
                yield return ReadResult<T>.Of(new Remote<T>(IdOf(source.Id), value) { ModifiedAt = source.ModifiedAt, Label = source.Label, Stamp = source.Stamp });
        }
    }

    /// <summary>Makes the record, and notes whether there is one; a kind that is usual lists all without looking.</summary>
    private T? Derive(Remote<TSource> source)
    {
        var value = _derive(source);
        if (!IsUsual)
            _seen[source.Id] = (source.Stamp, value is not null);
        return value;
    }
}
