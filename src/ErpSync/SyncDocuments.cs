namespace ErpSync;

/// <summary>The documents behind <see cref="ISyncDocuments"/>.</summary>
internal sealed class SyncDocuments(EngineSetup setup, ISyncStore store) : ISyncDocuments
{
    public async Task<PdfFile?> OpenInvoicePdfAsync(string pair, RemoteId orderId, RemoteId customerId, string? connection = null, CancellationToken cancellationToken = default)
    {
        var definition = setup.Pair(pair);
        var name = connection ?? definition.Kind(EntityKind.Order).Source ?? definition.First;
        var side = definition.SideOf(name);
        await store.OpenAsync(cancellationToken);
        if (await FindAsync<Order>(setup.Connector(name), orderId, cancellationToken) is not { Value.Customer: { } owner } || owner.Id != customerId)
            throw Refused(name, orderId);
        var links = await store.FindLinksAsync(pair, EntityKind.Order, side, [orderId], cancellationToken);
        if (links.Count == 0)
            return null;
        var erp = setup.Connector(definition.NameOf(PairDefinition.Other(side)));
        if (erp.Find<IPdfOpener<Invoice>>() is not { } opener)
            throw new ConnectorException(new SyncProblem(ProblemKind.Unsupported, "document.no-pdf", $"{erp.System:system} gives no PDF of invoices.") { Connection = erp.Name, EntityKind = EntityKind.Invoice });
        foreach (var invoice in await InvoicesAsync(erp, new Ref(EntityKind.Order, links[0].End(PairDefinition.Other(side)).Id), cancellationToken))
        {
            if (await opener.OpenPdfAsync(invoice.Id, cancellationToken) is { } file)
                return file;
        }

        return null;
    }

    /// <summary>The invoices of an order that stand, the latest first.</summary>
    private static async Task<IReadOnlyList<Remote<Invoice>>> InvoicesAsync(Connector erp, Ref order, CancellationToken cancellationToken)
    {
        var invoices = new List<Remote<Invoice>>();
        if (erp.Find<IOwnedFinder<Invoice>>() is { } owned)
            await AddAsync(owned.FindByOwnersAsync([order], cancellationToken));
        else if (erp.Find<IKeyFinder<Invoice>>() is { } keys && (await FindAsync<Order>(erp, order.Id, cancellationToken))?.Value is { } value)
            await AddAsync(keys.FindByKeyAsync([.. new[] { value.Reference, value.Number }.OfType<string>().Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)], cancellationToken));
        return [.. invoices.Where(invoice => invoice.Value.Stage is not (InvoiceStage.Draft or InvoiceStage.Cancelled)).OrderByDescending(invoice => invoice.Value.Date).ThenByDescending(invoice => invoice.Id)];

        async Task AddAsync(IAsyncEnumerable<ReadResult<Invoice>> results)
        {
            await foreach (var result in results.WithCancellation(cancellationToken))
            {
                if (result.Record is { } record && (record.Value.Order is not { } of || of == order))
                    invoices.Add(record);
            }
        }
    }

    private static async Task<Remote<T>?> FindAsync<T>(Connector connector, RemoteId id, CancellationToken cancellationToken)
        where T : class, IEntity
    {
        await foreach (var result in connector.Get<IFinder<T>>().FindAsync([id], cancellationToken))
        {
            if (result.Record is { } record && record.Id == id)
                return record;
        }

        return null;
    }

    private static ConnectorException Refused(string connection, RemoteId id) => new(new SyncProblem(ProblemKind.NotFound, "document.refused", $"There is no order {id:id} of this customer in {connection:connection}.")
    {
        Connection = connection,
        EntityKind = EntityKind.Order,
        Id = id,
    });
}
