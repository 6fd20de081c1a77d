using System.Xml.Linq;

namespace ErpSync.PrestaShop.Companies;

/// <summary>Creates, changes and deletes makers or suppliers.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal sealed class CompanyWriter<T>(PrestaShopClient client, ShopSession session, CompanyKind<T> kind) : ICreator<T>, IUpdater<T>, IDeleter<T>
    where T : class, IEntity
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<T>>> CreateAsync(IReadOnlyList<Creation<T>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var draft = WriteBatch<T>.Of(batch, client.Connection, creation => Create(creation.Value, shop), _ => null);
        var create = new BulkCreate(client, session, kind.Resource)
        {
            IdentityFields = "[id,name]",
            IsSame = (record, row) => string.Equals(record.Element("name")?.Value, row.Text("name"), StringComparison.Ordinal),
        };
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<T>>> UpdateAsync(IReadOnlyList<Revision<T>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(client, kind.Resource, kind.Fields, batch, cancellationToken);
        var draft = WriteBatch<T>.Of(batch, client.Connection, revision => Update(revision, present.Of(revision), shop), revision => revision.Current.Id);
        var patch = new BulkPatch(client, kind.Resource)
        {
            CanPatch = shop.CanPatch,
            ShowsStored = Enumerable.Range(0, batch.Count).All(place => draft.Records[place] is not { } record || StoredFields.Shows(present.Of(batch[place]), record)),
            FindStoredAsync = (places, token) => StoredFields.FindAsync(client, kind.Resource, [.. places.Select(place => (place, present.Of(batch[place]), draft.Records[place]!))], token),
        };
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<T>>> DeleteAsync(IReadOnlyList<Remote<T>> batch, CancellationToken cancellationToken) =>
        WriteBatch<T>.Deleted(batch, await new BulkDelete(client, kind.Resource).SendAsync([.. Rows.Numbers(batch.Select(record => record.Id)).Distinct()], cancellationToken));

    private XElement Create(T value, ShopData shop)
    {
        var wanted = kind.Normalised(value, shop);
        DemandName(wanted);
        return new XElement(ResourceNames.Item(kind.Resource), kind.Known.Select(field => kind.Element(field, wanted, null, shop, client.Options.FillMissingLanguages)));
    }

    private XElement? Update(Revision<T> revision, WireRow present, ShopData shop)
    {
        var wanted = kind.Normalised(revision.Wanted, shop);
        if (revision.Fields.Contains("Name"))
            DemandName(wanted);
        var record = XmlBody.Record(ResourceNames.Item(kind.Resource), present.Id);
        record.Add(revision.Fields.Select(field => kind.Element(field, wanted, present, shop, false)));
        return record.Elements().Skip(1).Any() ? record : null;
    }

    private void DemandName(T wanted)
    {
        if (kind.Name(wanted) is null)
            throw new ConnectorException(new SyncProblem(ProblemKind.Rejected, PrestaShopCodes.NameMissing, $"A {ResourceNames.Item(kind.Resource)} needs a name.") { Field = "Name" });
    }
}
