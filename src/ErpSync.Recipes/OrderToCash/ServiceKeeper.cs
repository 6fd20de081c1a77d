namespace ErpSync.Recipes;

/// <summary>
/// Makes sure that the services exist before the first document is written; they are looked for by reference, once per process. What is made is journalled like any write of the run, so that it can be
/// undone.
/// </summary>
/// <param name="services">The services.</param>
/// <param name="erp">Where they are.</param>
/// <param name="journal">Where what is made is noted; null where nothing is made.</param>
internal sealed class ServiceKeeper(OrderServices services, Connector erp, ServiceJournal? journal)
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private bool _isDone;

    /// <summary>Keeps the services of an ERP; null where it makes those of its lines itself, as vtiger does.</summary>
    public static ServiceKeeper? For(Connector erp, OrderServices services, ServiceJournal? journal = null) => erp.System == "Dolibarr" ? new ServiceKeeper(services, erp, journal) : null;

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
        var known = await FindAsync(cancellationToken);
        return known is null ? [] : [.. services.All().Where(service => !known.ContainsKey(service.Reference))];
    }

    /// <summary>The services that are there, by reference; null where the ERP cannot be asked.</summary>
    private async Task<Dictionary<string, Remote<Product>>?> FindAsync(CancellationToken cancellationToken)
    {
        var wanted = services.All().Select(service => service.Reference).ToList();
        if (wanted.Count == 0 || erp.Find<IKeyFinder<Product>>() is not { KeyName: "reference" } finder)
            return null;
        var known = new Dictionary<string, Remote<Product>>(StringComparer.OrdinalIgnoreCase);
        await foreach (var result in finder.FindByKeyAsync(wanted, cancellationToken))
        {
            if (result.Problem is { } unreadable)
                throw new ConnectorException(unreadable);
            if (result.Record is { Value.Reference: { } reference } record)
                known[reference] = record;
        }

        return known;
    }

    private async Task CreateMissingAsync(CancellationToken cancellationToken)
    {
        if (erp.Find<ICreator<Product>>() is not { } creator || await FindAsync(cancellationToken) is not { } known)
            return;
        if (journal is not null)
            await NoteEarlierAsync(known, cancellationToken);
        var missing = services.All().Where(service => !known.ContainsKey(service.Reference)).ToList();
        if (missing.Count == 0)
            return;
        var languages = (await erp.Get<IConnection>().OpenAsync(cancellationToken)).Languages;
        if (journal is not null)
            await journal.AnnounceAsync(missing.Select(service => service.Reference), cancellationToken);
        var results = await creator.CreateAsync([.. missing.Select(service => new Creation<Product>(Token(service.Reference), Service(service, languages)))], cancellationToken);
        if (journal is not null && await FindAsync(cancellationToken) is { } now)
            await journal.NoteAsync([.. missing.Zip(results).Where(made => made.Second is WriteResult<Product>.Written && now.ContainsKey(made.First.Reference)).Select(made => now[made.First.Reference])], erp, cancellationToken);
        if (results.OfType<WriteResult<Product>.Failed>().FirstOrDefault() is { } failed)
            throw new ConnectorException(failed.Problem);
        await erp.Get<IConnection>().OpenAsync(cancellationToken); // what the connection remembers of its services is read afresh
    }

    /// <summary>What was announced and made, and not noted because the process ended in between or the answer was lost. Its token tells that it was made here.</summary>
    private async Task NoteEarlierAsync(Dictionary<string, Remote<Product>> known, CancellationToken cancellationToken)
    {
        var announced = (await journal!.AnnouncedAsync(cancellationToken)).Where(known.ContainsKey).ToList();
        if (announced.Count == 0)
            return;
        var made = erp.Find<ITokenFinder<Product>>() is { } finder ? await finder.FindByTokenAsync([.. announced.Select(Token)], cancellationToken) : new Dictionary<string, RemoteId>();
        await journal.NoteAsync([.. announced.Where(reference => made.TryGetValue(Token(reference), out var id) && id == known[reference].Id).Select(reference => known[reference])], erp, cancellationToken);
        await journal.ForgetAsync(announced, cancellationToken);
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

    private static string Token(string reference) => "erpsync:service:" + string.Concat(reference.ToLowerInvariant().Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'));
}
