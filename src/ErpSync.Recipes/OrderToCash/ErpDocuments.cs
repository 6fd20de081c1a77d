namespace ErpSync.Recipes;

/// <summary>Makes sure that the services exist before the first document is written; they are looked for by reference, once per process.</summary>
internal sealed class ServiceKeeper(OrderServices services, Connector erp)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isDone;

    /// <summary>Keeps the services of an ERP; null where it makes those of its lines itself, as vtiger does.</summary>
    public static ServiceKeeper? For(Connector erp, OrderServices services) => erp.System == "Dolibarr" ? new ServiceKeeper(services, erp) : null;

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

    /// <summary>The services that the ERP does not have; none where it cannot be asked.</summary>
    /// <exception cref="ConnectorException">The ERP does not answer, or one of them cannot be read.</exception>
    public async Task<IReadOnlyList<(string Reference, string Label)>> FindMissingAsync(CancellationToken cancellationToken)
    {
        var wanted = services.All().ToList();
        if (wanted.Count == 0 || erp.Find<IKeyFinder<Product>>() is not { KeyName: "reference" } finder)
            return [];
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in finder.FindByKeyAsync([.. wanted.Select(service => service.Reference)], cancellationToken))
        {
            if (result.Problem is { } unreadable)
                throw new ConnectorException(unreadable);
            if (result.Record is { Value.Reference: { } reference })
                known.Add(reference);
        }

        return [.. wanted.Where(service => !known.Contains(service.Reference))];
    }

    private async Task CreateMissingAsync(CancellationToken cancellationToken)
    {
        if (erp.Find<ICreator<Product>>() is not { } creator || await FindMissingAsync(cancellationToken) is not { Count: > 0 } missing)
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
