using System.Globalization;
using System.Xml.Linq;

namespace ErpSync.PrestaShop.Stock;

/// <summary>Writes quantities, many rows in one request.</summary>
internal sealed class StockWriter(PrestaShopClient client, ShopSession session, StockReader reader) : IUpdater<StockLevel>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<WriteResult<StockLevel>>> UpdateAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var rows = await RowsAsync(batch, cancellationToken);
        var draft = WriteBatch<StockLevel>.Of(batch, client.Connection, revision => Element(revision, rows.GetValueOrDefault(revision.Current.Id)), revision => revision.Current.Id);
        var patch = new BulkPatch(client, StockRow.Resource)
        {
            CanPatch = shop.CanPatch,
            FindStoredAsync = (places, token) => StoredAsync(draft.Records, places, token),
        };
        return draft.Results(await patch.SendAsync(draft.Records, cancellationToken));
    }

    private static XElement? Element(Revision<StockLevel> revision, WireRow? row)
    {
        if (row is null)
        {
            throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, PrestaShopCodes.StockRowMissing, $"There is no stock of {revision.Current.Id} in this shop (any more).")
            {
                Remedy = "The stock of a product with combinations is theirs; its own is only the sum.",
            });
        }

        if (row.Flag("depends_on_stock") == true)
        {
            throw new ConnectorException(new SyncProblem(
                ProblemKind.Rejected, PrestaShopCodes.StockManagedElsewhere, "The quantity of this product follows PrestaShop's warehouses (advanced stock management), so that a written one would be lost.")
            {
                Field = nameof(StockLevel.Quantity),
                Remedy = "Let the product's quantities be entered by hand in the back office.",
            });
        }

        return revision.Fields.Contains(nameof(StockLevel.Quantity))
            ? new XElement("stock_available", XmlBody.Value("id", row.Id), XmlBody.Value("quantity", StockMapping.Normalise(revision.Wanted).Quantity))
            : null;
    }

    private async Task<IReadOnlyDictionary<RemoteId, WireRow>> RowsAsync(IReadOnlyList<Revision<StockLevel>> batch, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<RemoteId, WireRow>();
        foreach (var revision in batch)
        {
            if (revision.Current.Native is WireRow row)
                rows[revision.Current.Id] = row;
        }

        var missing = batch.Select(revision => revision.Current.Id).Where(id => !rows.ContainsKey(id)).Distinct().ToList();
        if (missing.Count == 0)
            return rows;
        await foreach (var result in reader.FindAsync(missing, cancellationToken))
        {
            if (result.Record is { Native: WireRow row } record)
                rows[record.Id] = row;
        }

        return rows;
    }

    private async Task<IReadOnlySet<int>> StoredAsync(IReadOnlyList<XElement?> records, IReadOnlyList<int> places, CancellationToken cancellationToken)
    {
        var ids = places.Select(place => Number(records[place]!, "id"));
        var quantities = (await Rows.ListAsync(client, StockRow.Resource, "[id,quantity]", "id", ids, cancellationToken)).ToDictionary(row => row.Id, row => row.Whole("quantity"));
        return places.Where(place => quantities.TryGetValue(Number(records[place]!, "id"), out var quantity) && quantity == Number(records[place]!, "quantity")).ToHashSet();
    }

    private static long Number(XElement record, string field) => long.Parse(record.Element(field)!.Value, CultureInfo.InvariantCulture);
}
