using System.Runtime.CompilerServices;

namespace ErpSync.PrestaShop.Parties;

/// <summary>Customers, guests among them; those that the shop marked as deleted are no records.</summary>
internal sealed class CustomerKind(PrestaShopClient client, ShopSession session)
    : DatedKind<Customer>(client, session, CustomerMapping.Resource, "date_upd"), IKind<Customer>, IKeyFinder<Customer>, ICreator<Customer>, IUpdater<Customer>, IDeleter<Customer>
{
    private static readonly string[] Read =
    [
        nameof(Customer.IsCompany), nameof(Customer.Company), nameof(Customer.Salutation), nameof(Customer.FirstName), nameof(Customer.LastName), nameof(Customer.Email), nameof(Customer.Website),
        nameof(Customer.Registrations), nameof(Customer.Language), nameof(Customer.Groups), nameof(Customer.PriceGroup), nameof(Customer.Newsletter), nameof(Customer.PartnerOffers), nameof(Customer.Birthday),
        nameof(Customer.IsGuest), nameof(Customer.Active), nameof(Customer.CreditLimit), nameof(Customer.PrivateNote),
    ];

    /// <inheritdoc/>
    public KindProfile<Customer> Profile => new()
    {
        ReadFields = Read.ToHashSet(StringComparer.Ordinal),
        WrittenFields = Read.Where(name => name is not (nameof(Customer.IsGuest) or nameof(Customer.IsCompany))).ToHashSet(StringComparer.Ordinal),
        Normalise = customer => Session.Shop is { } shop ? CustomerMapping.Normalise(customer, shop) : customer,
        DateTrust = DateTrust.Partial,
        FindBatch = 250,
        WriteBatch = Client.Options.WriteBatch,
        RequiredKey = "email",
    };

    /// <inheritdoc/>
    public string KeyName => "email";

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult<Customer>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var filter in ReferenceFilters.Of(keys))
        {
            await foreach (var result in WalkAsync(query => query.With("filter[email]", filter).With("filter[is_guest]", "0"), cancellationToken))
                yield return result;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Customer>>> CreateAsync(IReadOnlyList<Creation<Customer>> batch, CancellationToken cancellationToken)
    {
        var shop = await Session.ShopAsync(cancellationToken);
        var draft = WriteBatch<Customer>.Of(batch, Client.Connection, creation => CustomerElements.Create(creation.Value, shop), _ => null);
        var create = new BulkCreate(Client, Session, Resource)
        {
            IdentityFields = "[id,email,is_guest]",
            IsSame = (record, row) => string.Equals(record.Element("email")?.Value, row.Text("email"), StringComparison.OrdinalIgnoreCase) && record.Element("is_guest")?.Value == row.Text("is_guest"),
        };
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Customer>>> UpdateAsync(IReadOnlyList<Revision<Customer>> batch, CancellationToken cancellationToken)
    {
        var shop = await Session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(Client, Resource, CustomerMapping.Fields, batch, cancellationToken);
        var draft = WriteBatch<Customer>.Of(batch, Client.Connection, revision => present.Of(revision).Id > 0 ? CustomerElements.Update(revision, shop) : null, revision => revision.Current.Id);
        var patch = new BulkPatch(Client, Resource)
        {
            CanPatch = shop.CanPatch,
            ShowsStored = false,
            FindStoredAsync = (places, token) => Touched.FindAsync(Client, Resource, [.. places.Select(place => (place, present.Of(batch[place])))], token),
        };
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Customer>>> DeleteAsync(IReadOnlyList<Remote<Customer>> batch, CancellationToken cancellationToken) =>
        WriteBatch<Customer>.Deleted(batch, await new BulkDelete(Client, Resource).SendAsync([.. Rows.Numbers(batch.Select(record => record.Id)).Distinct()], cancellationToken));

    /// <inheritdoc/>
    protected override string Fields(ShopData shop) => CustomerMapping.Fields;

    /// <inheritdoc/>
    protected override string ListedFields(ShopData shop) => CustomerMapping.ListedFields;

    /// <inheritdoc/>
    protected override string? StampOf(WireRow row) => CustomerMapping.StampOf(row);

    /// <inheritdoc/>
    protected override bool IsRecord(WireRow row) => row.Flag("deleted") != true;

    /// <inheritdoc/>
    protected override async Task<Func<WireRow, Remote<Customer>>> PrepareAsync(IReadOnlyList<WireRow> rows, ShopData shop, CancellationToken cancellationToken)
    {
        var orders = Client.Options.TellHasOrdered ? await Children.OptionalAsync(Client, "orders", "[id,id_customer]", "id_customer", rows.Select(row => row.Id), cancellationToken) : null;
        return row =>
        {
            if (Session.Memory.Emails.Count < RunMemory.MostEmails)
                Session.Memory.Emails[row.Id] = row.Filled("email") ?? "";
            var record = CustomerMapping.Read(row, shop);
            return orders is null ? record : record with { Value = record.Value with { HasOrdered = orders.Contains(row.Id) } };
        };
    }
}
