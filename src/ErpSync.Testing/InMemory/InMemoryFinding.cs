using System.Runtime.CompilerServices;

namespace ErpSync.Testing;

/// <summary>Finds of one kind: by id, key, token and newness.</summary>
internal sealed class InMemoryFinding<T>(InMemoryKind<T> kind) : IFinder<T>, IKeyFinder<T>, ITokenFinder<T>, INewestId<T>
    where T : class, IEntity
{
    public string KeyName => kind.Settings.FinderKey ?? kind.Shape.NaturalKeys[0].Name;

    public IAsyncEnumerable<ReadResult<T>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        if (ids.Count > kind.Settings.FindBatch)
            throw new ArgumentException($"A find of {T.Kind.Name} takes {kind.Settings.FindBatch} ids at most, not {ids.Count}.", nameof(ids));
        return ids.Count == 0 ? Nothing() : StreamAsync("find", () => ids, Math.Max(1, ids.Count), cancellationToken);
    }

    public IAsyncEnumerable<ReadResult<T>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        keys.Count == 0 ? Nothing() : StreamAsync("find-key", () => [.. keys.SelectMany(key => kind.WithKey(KeyName, key))], kind.Settings.PageSize, cancellationToken);

    public async Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        await OnceAsync("find-token", tokens.Count, () => tokens.Distinct(StringComparer.Ordinal)
            .SelectMany(token => kind.Records.WithToken(token).Take(1), KeyValuePair.Create)
            .ToDictionary(StringComparer.Ordinal), cancellationToken);

    public async Task<RemoteId?> NewestIdAsync(CancellationToken cancellationToken) => await OnceAsync("newest", 1, Newest, cancellationToken);

    public IAsyncEnumerable<ReadResult<T>> ReadNewerThanAsync(RemoteId? id, CancellationToken cancellationToken) =>
        StreamAsync("newer", () => kind.Records.Ids().Where(candidate => id is null || candidate.CompareTo(id.Value) > 0), kind.Settings.PageSize, cancellationToken);

    private RemoteId? Newest()
    {
        for (var number = kind.Records.LastId; number > 0; number--)
        {
            if (kind.Records.Find(RemoteId.From(number)) is { } entry)
                return entry.Id;
        }

        return kind.Records.StoredIds().OrderDescending().Cast<RemoteId?>().FirstOrDefault();
    }

    private async Task<TResult> OnceAsync<TResult>(string verb, int records, Func<TResult> read, CancellationToken cancellationToken)
    {
        var call = InMemoryRequest.Call(kind, verb, records);
        await kind.System.BeginAsync(call, cancellationToken);
        var fault = InMemoryRequest.ThrowIfRefused(kind, call, kind.System.Faults.Take(call.Name, null, null));
        var result = InMemoryRequest.Under(kind, read);
        await InMemoryRequest.EndAsync(kind, call, fault);
        return result;
    }

    private IAsyncEnumerable<ReadResult<T>> StreamAsync(string verb, Func<IEnumerable<RemoteId>> ids, int pageSize, CancellationToken cancellationToken) =>
        InMemoryRequest.PagesAsync(kind, verb, pageSize, ids, entry => ReadResult<T>.Of(kind.Remote(entry)), (_, problem) => ReadResult<T>.Bad(problem), cancellationToken);

    private static async IAsyncEnumerable<ReadResult<T>> Nothing([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        cancellationToken.ThrowIfCancellationRequested();
        yield break;
    }
}
