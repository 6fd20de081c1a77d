using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Parties;

/// <summary>Addresses of customers. One that an order uses is only hidden by a delete, and then it is no record any more.</summary>
internal sealed class AddressKind(PrestaShopClient client, ShopSession session)
    : DatedKind<Address>(client, session, AddressMapping.Resource, "date_upd"), IKind<Address>, ICreator<Address>, IUpdater<Address>, IDeleter<Address>
{
    /// <inheritdoc/>
    public KindProfile<Address> Profile => new()
    {
        ReadFields = AddressMapping.Written.ToHashSet(StringComparer.Ordinal),
        Normalise = address => AddressMapping.Normalise(address, Session.Memory.Sales),
        DateTrust = DateTrust.Partial,
        FindBatch = 250,
        WriteBatch = Client.Options.WriteBatch,
    };

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Address>>> CreateAsync(IReadOnlyList<Creation<Address>> batch, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var draft = WriteBatch<Address>.Of(batch, Client.Connection, creation => AddressMapping.Create(creation.Value, reference), _ => null);
        var create = new BulkCreate(Client, Session, Resource)
        {
            IdentityFields = "[id,id_customer,alias,address1,city]",
            IsSame = (record, row) => new[] { "id_customer", "alias", "address1", "city" }.All(field => record.Element(field)?.Value == row.Text(field)),
        };
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Address>>> UpdateAsync(IReadOnlyList<Revision<Address>> batch, CancellationToken cancellationToken)
    {
        var shop = await Session.ShopAsync(cancellationToken);
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        var present = await Present.RowsAsync(Client, Resource, AddressMapping.Fields, batch, cancellationToken);
        var draft = WriteBatch<Address>.Of(batch, Client.Connection, revision => present.Of(revision).Id > 0 ? AddressMapping.Update(revision, reference) : null, revision => revision.Current.Id);
        var patch = new BulkPatch(Client, Resource)
        {
            CanPatch = shop.CanPatch,
            ShowsStored = false,
            FindStoredAsync = (places, token) => Touched.FindAsync(Client, Resource, [.. places.Select(place => (place, present.Of(batch[place])))], token),
        };
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Address>>> DeleteAsync(IReadOnlyList<Remote<Address>> batch, CancellationToken cancellationToken) =>
        WriteBatch<Address>.Deleted(batch, await new BulkDelete(Client, Resource).SendAsync([.. Rows.Numbers(batch.Select(record => record.Id)).Distinct()], cancellationToken));

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => AddressMapping.Fields;

    /// <inheritdoc/>
    protected override string ListedFields(ShopData shop) => AddressMapping.ListedFields;

    /// <inheritdoc/>
    protected override string? StampOf(WireRow row) => AddressMapping.StampOf(row);

    /// <inheritdoc/>
    protected override bool IsRecord(WireRow row) => AddressMapping.IsRecord(row);

    /// <inheritdoc/>
    protected override async Task<Func<WireRow, Remote<Address>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var reference = await SalesReference.OfAsync(Client, Session, cancellationToken);
        return row => AddressMapping.Read(row, reference, shop);
    }
}
