namespace ErpSync.Recipes;

/// <summary>Makes sure that the services exist before the first document is written; they are looked for by reference, once per process.</summary>
internal sealed class ServiceKeeper(OrderServices services, Connector erp)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isDone;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (_isDone || !services.Create)
            return;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!_isDone)
                await CreateMissingAsync(cancellationToken);
            _isDone = true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task CreateMissingAsync(CancellationToken cancellationToken)
    {
        if (erp.Find<IKeyFinder<Product>>() is not { KeyName: "reference" } finder || erp.Find<ICreator<Product>>() is not { } creator)
            return;
        var wanted = services.All().ToList();
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in finder.FindByKeyAsync([.. wanted.Select(service => service.Reference)], cancellationToken))
        {
            if (result.Problem is { } unreadable)
                throw new ConnectorException(unreadable);
            if (result.Record is { Value.Reference: { } reference })
                known.Add(reference);
        }

        var missing = wanted.Where(service => !known.Contains(service.Reference)).ToList();
        if (missing.Count == 0)
            return;
        var languages = (await erp.Get<IConnection>().OpenAsync(cancellationToken)).Languages;
        var results = await creator.CreateAsync([.. missing.Select(service => new Creation<Product>($"erpsync:service:{Token(service.Reference)}", Service(service, languages)))], cancellationToken);
        if (results.OfType<WriteResult<Product>.Failed>().FirstOrDefault() is { } failed)
            throw new ConnectorException(failed.Problem);
        await erp.Get<IConnection>().OpenAsync(cancellationToken); // what the connection remembers of its services is read afresh
    }

    private static Product Service((string Reference, string Label) service, IReadOnlyList<string> languages) => new()
    {
        Reference = service.Reference,
        Name = LocalizedText.Of(languages.Count > 0 ? languages[0] : "en", service.Label),
        IsService = true,
        Type = ProductType.Simple,
        Active = true,
        Taxes = [],
    };

    private static string Token(string reference) => string.Concat(reference.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
}

/// <summary>The ERP's documents: their services exist before they are written.</summary>
internal sealed class ErpDocuments<T>(ServiceKeeper services) : KindDecorator<T>
    where T : class, IEntity
{
    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Creation<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken)
    {
        await services.EnsureAsync(cancellationToken);
        return batch;
    }

    /// <inheritdoc/>
    public override async ValueTask<IReadOnlyList<Revision<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken)
    {
        await services.EnsureAsync(cancellationToken);
        return batch;
    }
}
