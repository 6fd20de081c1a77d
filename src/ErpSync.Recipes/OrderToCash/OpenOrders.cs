namespace ErpSync.Recipes;

/// <summary>
/// What a shop has sold and the pair has not booked: its own stock went down with the sale, and the ERP, which knows of no order yet, still has the goods to sell. All orders without a link are looked
/// at once per process, then only those that changed; one that the shop deleted is open no more once a complete listing lacks it.
/// </summary>
internal sealed class OpenOrders(string pair, RemoteId? after)
{
    private const int Links = 1000;
    private const int Batch = 100;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<RemoteId, Order> _open = [];
    private Func<ISyncStore>? _store;
    private IFinder<Order>? _finder;
    private IChangeReader<Order>? _changes;
    private ILister<Order>? _lister;
    private bool _takenWhenPending;
    private string? _cursor;
    private bool _isStale = true;

    /// <summary>Takes the shop's connector, before anything is done to its orders.</summary>
    public void Use(Connector shop, Func<ISyncStore> store) => (_store, _finder, _changes, _lister, _takenWhenPending) = (
        store, shop.Find<IFinder<Order>>(), shop.Find<IChangeReader<Order>>(), shop.Find<ILister<Order>>(), shop.System != "WooCommerce");

    /// <summary>A run begins: what changed is asked for when it is needed next.</summary>
    public void Forget() => Volatile.Write(ref _isStale, true);

    /// <summary>How much was sold and not booked, by the shop's product or variant.</summary>
    /// <exception cref="ConnectorException">The shop cannot be asked; nothing may be concluded about stock.</exception>
    public async Task<IReadOnlyDictionary<Ref, decimal>> SoldAsync(CancellationToken cancellationToken)
    {
        if (_finder is null || _changes is null || _lister is null)
            return new Dictionary<Ref, decimal>();
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var isNew = Volatile.Read(ref _isStale);
            if (isNew)
            {
                var next = await _changes.TakeCursorAsync(cancellationToken);
                await (_cursor is { } cursor ? NoteAsync(_changes.ReadChangedAsync(cursor, cancellationToken)) : LoadAsync(cancellationToken));
                (_cursor, _isStale) = (next, false);
            }

            foreach (var booked in await LinkedAsync([.. _open.Keys], cancellationToken))
                _open.Remove(booked);
            if (isNew)
                await LeaveDeletedAsync(cancellationToken);
            return _open.Values.SelectMany(order => order.Lines).Where(line => line is { Kind: LineKind.Product, Product: not null })
                .GroupBy(line => line.Product!.Value).ToDictionary(group => group.Key, group => group.Sum(line => line.Quantity));
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var ids = new List<RemoteId>();
        await foreach (var listed in _lister!.ListAsync(cancellationToken))
        {
            if (after is not { } last || listed.Id.CompareTo(last) > 0)
                ids.Add(listed.Id);
        }

        var booked = await LinkedAsync(ids, cancellationToken);
        foreach (var some in ids.Where(id => !booked.Contains(id)).Chunk(Batch))
            await NoteAsync(_finder!.FindAsync(some, cancellationToken));
    }

    /// <summary>No date tells a deletion. One request asks for the few that are open; only what that misses is worth a listing, and only a complete listing decides.</summary>
    private async Task LeaveDeletedAsync(CancellationToken cancellationToken)
    {
        var missing = new HashSet<RemoteId>(_open.Keys);
        foreach (var some in _open.Keys.ToArray().Chunk(Batch))
        {
            await foreach (var found in _finder!.FindAsync(some, cancellationToken))
            {
                if ((found.Record?.Id ?? found.Problem?.Id) is { } id)
                    missing.Remove(id);
            }
        }

        if (missing.Count == 0)
            return;
        await foreach (var listed in _lister!.ListAsync(cancellationToken))
            missing.Remove(listed.Id);
        foreach (var gone in missing)
            _open.Remove(gone);
    }

    private async Task NoteAsync(IAsyncEnumerable<ReadResult<Order>> orders)
    {
        await foreach (var result in orders)
        {
            if (result.Record is not { } order)
                continue;
            if (order.Value.Stage is OrderStage.Confirmed or OrderStage.Processing or OrderStage.PartlyShipped || (order.Value.Stage == OrderStage.Pending && _takenWhenPending))
                _open[order.Id] = order.Value;
            else
                _open.Remove(order.Id);
        }
    }

    private async Task<HashSet<RemoteId>> LinkedAsync(IReadOnlyCollection<RemoteId> ids, CancellationToken cancellationToken)
    {
        var linked = new HashSet<RemoteId>();
        foreach (var some in ids.Chunk(Links))
            linked.UnionWith((await _store!().FindLinksAsync(pair, EntityKind.Order, Side.First, some, cancellationToken)).Select(link => link.First.Id));
        return linked;
    }
}
