using System.Runtime.CompilerServices;

namespace ErpSync.Killing;

/// <summary>The way into a <see cref="LogSystem"/> for the engine.</summary>
public sealed class LogConnector(LogSystem system) : IKind<Product>, IReader<Product>, ILister<Product>, IFinder<Product>, IKeyFinder<Product>, ITokenFinder<Product>, ICreator<Product>, IUpdater<Product>
{
    public KindProfile<Product> Profile { get; } = new() { WriteBatch = 3 };

    public string KeyName => "reference";

    public static Connector Open(LogSystem system, bool findsTokens)
    {
        var own = new LogConnector(system);
        var connector = new Connector(system.Name, "Append-only file")
            .With<IKind<Product>>(own)
            .With<IReader<Product>>(own)
            .With<ILister<Product>>(own)
            .With<IFinder<Product>>(own)
            .With<IKeyFinder<Product>>(own)
            .With<ICreator<Product>>(own)
            .With<IUpdater<Product>>(own);
        return findsTokens ? connector.With<ITokenFinder<Product>>(own) : connector;
    }

    public IAsyncEnumerable<ReadResult<Product>> ReadAsync(CancellationToken cancellationToken) => StreamAsync(system.Records, cancellationToken);

    public async IAsyncEnumerable<Listed> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var record in system.Records.ToList())
            yield return new Listed(RemoteId.From(record.Id), record.Stamp);
    }

    public IAsyncEnumerable<ReadResult<Product>> FindAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken) =>
        StreamAsync(ids.Select(system.Find).OfType<LogRecord>(), cancellationToken);

    public IAsyncEnumerable<ReadResult<Product>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        StreamAsync(system.Records.Where(record => record.Value.Reference is { } reference && keys.Contains(reference)), cancellationToken);

    public Task<IReadOnlyDictionary<string, RemoteId>> FindByTokenAsync(IReadOnlyCollection<string> tokens, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, RemoteId>>(system.Records.Where(record => record.Token is { } token && tokens.Contains(token))
            .GroupBy(record => record.Token!, StringComparer.Ordinal).ToDictionary(group => group.Key, group => RemoteId.From(group.Min(record => record.Id)), StringComparer.Ordinal));

    public async Task<IReadOnlyList<WriteResult<Product>>> CreateAsync(IReadOnlyList<Creation<Product>> batch, CancellationToken cancellationToken)
    {
        var results = new List<WriteResult<Product>>();
        foreach (var creation in batch)
        {
            await WriteProof.EnsureAsync(Profile.WriteTimeout, cancellationToken);
            results.Add(Written(system.Add(creation.Value, creation.Token)));
        }

        return results;
    }

    public async Task<IReadOnlyList<WriteResult<Product>>> UpdateAsync(IReadOnlyList<Revision<Product>> batch, CancellationToken cancellationToken)
    {
        var results = new List<WriteResult<Product>>();
        foreach (var revision in batch)
        {
            await WriteProof.EnsureAsync(Profile.WriteTimeout, cancellationToken);
            var fields = revision.Fields.Select(name => CatalogShapes.Product.Find(name)!);
            results.Add(Written(system.Edit(long.Parse(revision.Current.Id.Value, System.Globalization.CultureInfo.InvariantCulture), value => fields.Aggregate(value, (next, field) => field.Replace(next, revision.Wanted)))));
        }

        return results;
    }

    private static WriteResult<Product>.Written Written(LogRecord record) => new(RemoteId.From(record.Id), record.ToRemote());

    private static async IAsyncEnumerable<ReadResult<Product>> StreamAsync(IEnumerable<LogRecord> records, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var record in records.ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ReadResult<Product>.Of(record.ToRemote());
        }
    }
}
