using System.Globalization;
using System.Xml.Linq;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop.Prices;

/// <summary>Creates, changes and deletes specific prices, many in one request.</summary>
internal sealed class PriceWriter(PrestaShopClient client, ShopSession session, PriceReader reader) : ICreator<Price>, IUpdater<Price>, IDeleter<Price>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Price>>> CreateAsync(IReadOnlyList<Creation<Price>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var targets = await TargetsAsync([.. batch.Select(creation => creation.Value)], shop, cancellationToken);
        var draft = WriteBatch<Price>.Of(batch, client.Connection, creation => PriceElements.Create(creation.Value, targets, shop), _ => null);
        await RefuseTwinsAsync(draft, cancellationToken);
        var create = new BulkCreate(client, session, PriceRow.Resource) { IdentityFields = PriceRow.Fields, IsSame = (record, row) => PriceElements.Holds(row, record) };
        return draft.Results(await create.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Price>>> UpdateAsync(IReadOnlyList<Revision<Price>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var present = await Present.RowsAsync(client, PriceRow.Resource, PriceRow.Fields, batch, cancellationToken);
        var draft = WriteBatch<Price>.Of(batch, client.Connection, revision => PriceElements.Update(revision, present.Find(revision), shop), revision => revision.Current.Id);
        var patch = new BulkPatch(client, PriceRow.Resource)
        {
            CanPatch = shop.CanPatch,
            FindStoredAsync = async (places, token) =>
            {
                var rows = await reader.RowsAsync(places.Select(place => Id(draft.Records[place]!)), token);
                return places.Where(place => rows.TryGetValue(Id(draft.Records[place]!), out var row) && PriceElements.Holds(row, draft.Records[place]!)).ToHashSet();
            },
        };
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<Price>>> DeleteAsync(IReadOnlyList<Remote<Price>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var ids = Rows.Numbers(batch.Select(record => record.Id)).Distinct().ToList();
        var problems = new Dictionary<long, SyncProblem>();
        foreach (var (id, row) in shop.IsOneOfMany ? await reader.RowsAsync(ids, cancellationToken) : new Dictionary<long, WireRow>())
        {
            try
            {
                PriceElements.DemandOwn(row, shop);
            }
            catch (ConnectorException refused)
            {
                problems[id] = refused.Problem;
            }
        }

        foreach (var (id, problem) in await new BulkDelete(client, PriceRow.Resource).SendAsync([.. ids.Where(id => !problems.ContainsKey(id))], cancellationToken))
            problems[id] = problem;
        return WriteBatch<Price>.Deleted(batch, problems);
    }

    private async Task<PriceTargets> TargetsAsync(IReadOnlyList<Price> prices, ShopData shop, CancellationToken cancellationToken)
    {
        var names = session.Memory.PriceNames;
        if (prices.Any(price => !string.IsNullOrWhiteSpace(price.Group) && names.GroupOf(price.Group) is null))
            await names.GroupsAsync(client, shop, cancellationToken);
        var countries = new Dictionary<string, long?>(StringComparer.Ordinal);
        foreach (var code in prices.Select(price => price.Country?.ToUpperInvariant()).OfType<string>().Where(code => code.Length > 0).Distinct(StringComparer.Ordinal))
            countries[code] = await names.CountryAsync(client, code, cancellationToken);
        var variants = Rows.Numbers(prices.Where(price => price.Owner.Kind == EntityKind.ProductVariant && !price.Owner.IsForeign).Select(price => price.Owner.Id)).Distinct().ToList();
        var rows = variants.Count == 0 ? [] : await Rows.ListAsync(client, VariantRow.Resource, "[id,id_product]", "id", variants, cancellationToken);
        return new PriceTargets(shop, names, rows.ToDictionary(row => row.Id, VariantRow.Product), countries);
    }

    // The shop refuses a second price of one key with an error that names neither, and on some versions with no error at all.
    private async Task RefuseTwinsAsync(WriteBatch<Price> draft, CancellationToken cancellationToken)
    {
        var products = draft.Records.OfType<XElement>().Select(record => long.Parse(record.Element("id_product")!.Value, CultureInfo.InvariantCulture)).Distinct().ToList();
        if (products.Count == 0)
            return;
        var rows = (await Rows.ListAsync(client, PriceRow.Resource, PriceRow.Fields, "id_product", products, cancellationToken)).ToLookup(PriceRow.Product);
        var earlier = new List<XElement>();
        for (var place = 0; place < draft.Records.Length; place++)
        {
            if (draft.Records[place] is not { } record)
                continue;
            var twin = rows[long.Parse(record.Element("id_product")!.Value, CultureInfo.InvariantCulture)].FirstOrDefault(row => PriceElements.HasKeyOf(row, record));
            var isRepeated = earlier.Exists(other => PriceElements.Key.All(column => other.Element(column)?.Value == record.Element(column)?.Value));
            if (twin is null && !isRepeated)
            {
                earlier.Add(record);
                continue;
            }

            draft.Refuse(place, new SyncProblem(
                ProblemKind.Duplicate,
                PrestaShopCodes.DuplicateValue,
                twin is null ? "Another price of this batch is for the same product, customer, group, quantity, currency, country and period." : $"The price {twin.Id} of the shop is for the same product, customer, group, quantity, currency, country and period.")
            {
                Remedy = "Link the two, or change one of them.",
            });
        }
    }

    private static long Id(XElement record) => long.Parse(record.Element("id")!.Value, CultureInfo.InvariantCulture);
}
