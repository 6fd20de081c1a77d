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
        var draft = WriteBatch<StockLevel>.Of(batch, client.Connection, revision => Element(revision, rows.GetValueOrDefault(revision.Current.Id), shop), revision => revision.Current.Id);
        var patch = new BulkPatch(client, StockRow.Resource)
        {
            CanPatch = shop.CanPatch,
            FindStoredAsync = (places, token) => StoredAsync(draft.Records, places, token),
        };
        var results = draft.Results(await patch.SendAsync(draft.Records, cancellationToken));

        // A quantity is a whole number, which the shop stores as it came or refuses: what was accepted needs no second look.
        return [.. results.Select((result, place) => result is WriteResult<StockLevel>.Written written && draft.Records[place] is { } record ? written with { Stored = Stored(rows[batch[place].Current.Id], record) } : result)];
    }

    private static Remote<StockLevel> Stored(WireRow row, XElement record)
    {
        var stored = new WireRow(row.Count);
        foreach (var field in row.Fields)
            stored.Set(field, row.Text(field));
        stored.Set("quantity", record.Element("quantity")!.Value);
        return StockMapping.Read(stored);
    }

    private static XElement? Element(Revision<StockLevel> revision, WireRow? row, ShopData shop)
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

        // Whole records of a shared row hide the combinations of the product in the back office (PrestaShop issue 38049).
        if (!shop.CanPatch && row.Whole("id_shop_group") is > 0)
        {
            throw new ConnectorException(new SyncProblem(
                ProblemKind.Unsupported, PrestaShopCodes.StockSharedNeedsPatch, "The stock is shared by a group of shops, and this version of PrestaShop cannot change a shared quantity without hiding the product's combinations.")
            {
                Field = nameof(StockLevel.Quantity),
                Remedy = "Update the shop to 8.0 or newer, or stop sharing stock in the group.",
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
