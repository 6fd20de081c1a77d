namespace ErpSync.Dolibarr;

/// <summary>Creates, changes and deletes supplier prices. Dolibarr keys them by product, supplier, reference and quantity: sending one twice changes it.</summary>
internal sealed class SupplierPriceWriter(DolibarrSession session) : ICreator<SupplierPrice>, IUpdater<SupplierPrice>, IDeleter<SupplierPrice>
{
    private readonly DolibarrClient _client = session.Client;

    public Task<IReadOnlyList<WriteResult<SupplierPrice>>> CreateAsync(IReadOnlyList<Creation<SupplierPrice>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<SupplierPrice, Creation<SupplierPrice>>(batch, static _ => null, CreateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<SupplierPrice>>> UpdateAsync(IReadOnlyList<Revision<SupplierPrice>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<SupplierPrice, Revision<SupplierPrice>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<SupplierPrice>>> DeleteAsync(IReadOnlyList<Remote<SupplierPrice>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<SupplierPrice, Remote<SupplierPrice>>(batch, static record => record.Id, DeleteAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<SupplierPrice>> CreateAsync(Creation<SupplierPrice> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var value = SupplierPriceMapping.Normalise(creation.Value, run.Setup);
        if (value.Supplier is not { IsForeign: false } supplier || Numbers.Of(supplier.Id) is not { } supplierId)
            throw Problem(ProblemKind.Rejected, "dolibarr.supplier-missing", "The price names no supplier that Dolibarr has.", nameof(SupplierPrice.Supplier));
        if (Numbers.Of(value.Owner.Id) is not { } product)
            throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "The product of this price does not exist in Dolibarr.", null);
        var vat = value.Taxes is null ? (await run.Rows.OneAsync(product, cancellationToken))?.VatPercent : null;
        var body = SupplierPriceMapping.Body(value, supplierId, value.Reference, vat, run.Setup, await run.CurrencyRates.GetAsync(cancellationToken));
        var id = CreatedId.Read(await _client.PostAsync(Path(product), body, cancellationToken), _client.Connection, SupplierPrice.Kind);
        return new WriteResult<SupplierPrice>.Written(new RemoteId($"{JsonValues.Invariant(product)}/{JsonValues.Invariant(id)}"));
    }

    private async Task<WriteResult<SupplierPrice>> UpdateAsync(Revision<SupplierPrice> revision, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var (product, _) = SupplierPriceRow.Parse(revision.Current.Id) ?? throw Gone();
        Remote<SupplierPrice>? present = null;
        await foreach (var result in SupplierPriceReader.OfProductAsync(run, product, cancellationToken))
            present = result.Record?.Id == revision.Current.Id ? result.Record : present;
        if (present?.Native is not SupplierPriceRow row)
            throw Gone();
        var fields = revision.Fields;
        if (fields.Count == 0)
            return new WriteResult<SupplierPrice>.Written(revision.Current.Id, present);
        var wanted = SupplierPriceMapping.Normalise(revision.Wanted, run.Setup);
        var value = present.Value with
        {
            Net = fields.Contains(nameof(SupplierPrice.Net), StringComparer.Ordinal) ? wanted.Net : present.Value.Net,
            Taxes = fields.Contains(nameof(SupplierPrice.Taxes), StringComparer.Ordinal) ? wanted.Taxes : present.Value.Taxes,
            LeadTimeDays = fields.Contains(nameof(SupplierPrice.LeadTimeDays), StringComparer.Ordinal) ? wanted.LeadTimeDays : present.Value.LeadTimeDays,
        };
        var body = SupplierPriceMapping.Body(value, row.Supplier ?? throw Gone(), row.Reference, row.VatPercent, run.Setup, await run.CurrencyRates.GetAsync(cancellationToken));
        await _client.PostAsync(Path(product), body, cancellationToken);
        return new WriteResult<SupplierPrice>.Written(revision.Current.Id);
    }

    private async Task<WriteResult<SupplierPrice>> DeleteAsync(Remote<SupplierPrice> record, CancellationToken cancellationToken)
    {
        if (SupplierPriceRow.Parse(record.Id) is { } id)
            await _client.DeleteAsync($"{Path(id.Product)}/{JsonValues.Invariant(id.Price)}", cancellationToken);
        return new WriteResult<SupplierPrice>.Written(record.Id);
    }

    private static string Path(long product) => $"products/{JsonValues.Invariant(product)}/purchase_prices";

    private static ConnectorException Gone() => Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "Dolibarr has no such supplier price any more.", null);

    private static ConnectorException Problem(ProblemKind kind, string code, string message, string? field) => new(new SyncProblem(kind, code, message) { EntityKind = SupplierPrice.Kind, Field = field });
}
