using System.Xml.Linq;

namespace ErpSync.PrestaShop.Variants;

/// <summary>
/// Keeps the final price and weight of combinations when their product's is written: PrestaShop stores differences, so that a new product price would move all of them,
/// although nobody changed them.
/// </summary>
internal sealed class ImpactKeeper(PrestaShopClient client, ShopData shop)
{
    /// <summary>Writes the differences anew.</summary>
    /// <param name="shifts">What was written, by product.</param>
    /// <param name="cancellationToken">Cancels between requests.</param>
    /// <returns>The products whose combinations could not be kept.</returns>
    public async Task<IReadOnlyList<(long Product, SyncProblem Problem)>> KeepAsync(IReadOnlyDictionary<long, ProductShift> shifts, CancellationToken cancellationToken)
    {
        var faults = new Dictionary<long, SyncProblem>();
        try
        {
            var rows = await Rows.ListAsync(client, VariantRow.Resource, "[id,id_product,price,weight]", "id_product", shifts.Keys, cancellationToken);
            foreach (var batch in rows.Chunk(client.Options.WriteBatch))
            {
                var records = batch.Select(row => Kept(row, shifts[VariantRow.Product(row)])).ToList();
                var patch = new BulkPatch(client, VariantRow.Resource)
                {
                    CanPatch = shop.CanPatch,
                    FindStoredAsync = (places, token) => VariantStored.FindAsync(client, records, places, token),
                };
                var problems = await patch.SendAsync(records, cancellationToken);
                for (var index = 0; index < batch.Length; index++)
                {
                    if (problems[index] is { } problem)
                        faults.TryAdd(VariantRow.Product(batch[index]), Shifted(problem));
                }
            }
        }
        catch (ConnectorException fault)
        {
            foreach (var product in shifts.Keys)
                faults.TryAdd(product, Shifted(fault.Problem));
        }

        return [.. faults.Select(fault => (fault.Key, fault.Value))];
    }

    private static XElement Kept(WireRow row, ProductShift shift)
    {
        var record = XmlBody.Record("combination", row.Id);
        if (shift.After.Price != shift.Before.Price)
            record.Add(XmlBody.Value("price", (row.Number("price") ?? 0) - (shift.After.Price - shift.Before.Price)));
        if (shift.After.Weight != shift.Before.Weight)
            record.Add(XmlBody.Value("weight", (row.Number("weight") ?? 0) - (shift.After.Weight - shift.Before.Weight)));
        return record;
    }

    private static SyncProblem Shifted(SyncProblem cause) => cause with
    {
        Kind = ProblemKind.OutcomeUnknown,
        Code = PrestaShopCodes.VariantPricesShifted,
        Message = $"The product was written, but the differences of its combinations could not all be kept; their final prices may have moved with it. {cause.Message}",
        Remedy = "Compare the combinations of this product; the next run writes them again.",
    };
}
