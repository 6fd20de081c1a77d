namespace ErpSync.Testing;

/// <summary>One run of one check: the values, and what must be removed at the end.</summary>
internal sealed class CheckSession : IAsyncDisposable
{
    private readonly Stack<(string What, Func<Task> Remove)> _made = new();
    private readonly Dictionary<EntityKind, (List<Ref> Made, int Next)> _shared = [];
    private int _tokens;
    private int _depth;

    private CheckSession(Connector connector, ConformanceSetup setup, CancellationToken cancellationToken)
    {
        Connector = connector;
        Setup = setup;
        Cancellation = cancellationToken;
        RunId = Guid.NewGuid().ToString("N")[..8];
        Values = new FieldValues(setup.Seed, setup.Domain with { Prefix = $"{setup.Domain.Prefix}{RunId[..4]}-" });
    }

    public Connector Connector { get; }

    public ConformanceSetup Setup { get; }

    public CancellationToken Cancellation { get; }

    public FieldValues Values { get; }

    /// <summary>Makes references and tokens of one run differ from those of another, whatever the seed.</summary>
    public string RunId { get; }

    public static async Task<CheckSession> OpenAsync(Connector connector, ConformanceSetup setup, CancellationToken cancellationToken)
    {
        if (connector.Find<IConnection>() is { } connection)
            await connection.OpenAsync(cancellationToken);
        return new CheckSession(connector, setup, cancellationToken);
    }

    public string NextToken() => $"erpsync-test:{RunId}:{++_tokens}";

    public string NextReference() => $"{Setup.Domain.Prefix}{RunId}-{++_tokens}";

    /// <summary>Makes a record of a kind to point at; null when the connector cannot.</summary>
    public Task<Ref?> MakeAsync(EntityKind kind) => MakeAsync(kind, isShared: Setup.SharesTargets && _depth > 0);

    /// <summary>A record of a kind for a pointer; where targets are shared one of two, but for documents, which a record may use up.</summary>
    public Task<Ref?> TargetAsync(EntityKind kind) => MakeAsync(kind, isShared: Setup.SharesTargets && (_depth > 0 || !SampleRecords.IsDocument(kind)));

    private async Task<Ref?> MakeAsync(EntityKind kind, bool isShared)
    {
        if (Setup.Kinds.FirstOrDefault(candidate => candidate.Kind == kind) is not { } checks)
            return null;
        var (made, next) = _shared.GetValueOrDefault(kind, ([], 0));
        if (isShared && made.Count >= 2)
        {
            _shared[kind] = (made, next + 1);
            return made[next % made.Count];
        }

        _depth++;
        try
        {
            var one = await checks.MakeAsync(this);
            if (isShared && one is { } target)
                made.Add(target);
            _shared[kind] = (made, next);
            return one;
        }
        finally
        {
            _depth--;
        }
    }

    public void WillRemove<T>(RemoteId id)
        where T : class, IEntity => _made.Push(($"{T.Kind.Name} {id}", () => RemoveAsync<T>(id)));

    /// <summary>Removes what the check made, the last first; gives back what could not be removed.</summary>
    public async Task<IReadOnlyList<string>> CleanUpAsync()
    {
        var left = new List<string>();
        while (_made.TryPop(out var made))
        {
            try
            {
                await made.Remove();
            }
            catch (Exception exception)
            {
                left.Add($"{made.What} ({exception.Message})");
            }
        }

        return left;
    }

    public async ValueTask DisposeAsync() => await CleanUpAsync();

    private async Task RemoveAsync<T>(RemoteId id)
        where T : class, IEntity
    {
        if (Connector.Find<IDeleter<T>>() is not { } deleter)
        {
            await (Setup.Remove?.Invoke(new Ref(T.Kind, id), CancellationToken.None) ?? Task.CompletedTask);
            return;
        }

        var record = Connector.Find<IFinder<T>>() is { } finder
            ? await finder.FindAsync([id], CancellationToken.None).Select(result => result.Record).FirstOrDefaultAsync(found => found?.Id == id)
            : null;
        if (record is null)
            return;
        if (await deleter.DeleteAsync([record], CancellationToken.None) is [WriteResult<T>.Failed { Problem: { Kind: not ProblemKind.NotFound } problem }])
            await (Setup.Remove?.Invoke(new Ref(T.Kind, id), CancellationToken.None) ?? throw new ConnectorException(problem));
    }
}
