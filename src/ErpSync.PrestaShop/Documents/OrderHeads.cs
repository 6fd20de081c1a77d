using ErpSync.Http;
using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Documents;

/// <summary>The orders that documents belong to, as far as documents need them.</summary>
internal static class OrderHeads
{
    private const string Columns =
        "id,id_customer,id_currency,id_lang,id_carrier,current_state,module,payment,reference,total_paid_tax_incl,total_paid,total_paid_real,conversion_rate,round_mode,round_type,carrier_tax_rate,id_address_invoice,id_address_delivery,delivery_date";

    /// <summary>By id; those that documents asked for before in this run are not asked for again.</summary>
    public static async Task<IReadOnlyDictionary<long, WireRow>> ByIdAsync(PrestaShopClient client, RunMemory memory, IEnumerable<long> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.Distinct().ToList();
        var found = wanted.Where(memory.OrderHeads.ContainsKey).ToDictionary(id => id, id => memory.OrderHeads[id]);
        foreach (var (id, row) in await Children.ByIdAsync(client, OrderMapping.Resource, $"[{Columns}]", wanted.Where(id => !found.ContainsKey(id)), cancellationToken))
            found[id] = memory.Note(row);
        return found;
    }

    /// <summary>By id with the key that opens invoices: a secret, for links only.</summary>
    public static Task<IReadOnlyDictionary<long, WireRow>> WithKeyAsync(PrestaShopClient client, IEnumerable<long> ids, CancellationToken cancellationToken) =>
        Children.ByIdAsync(client, OrderMapping.Resource, $"[{Columns},secure_key]", ids, cancellationToken);

    /// <summary>By reference; of several orders of one cart the oldest.</summary>
    public static async Task<IReadOnlyDictionary<string, WireRow>> ByReferenceAsync(PrestaShopClient client, RunMemory memory, IEnumerable<string> references, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, WireRow>(StringComparer.Ordinal);
        foreach (var filter in ReferenceFilters.Of(references.Distinct(StringComparer.Ordinal)))
        {
            foreach (var row in await client.ListAsync(new Query(OrderMapping.Resource).Show($"[{Columns}]").With("filter[reference]", filter), RequestPurpose.Data, cancellationToken))
                found.TryAdd(row.Filled("reference") ?? "", memory.Note(row));
        }

        return found;
    }

    /// <summary>What a document points at; null when the order is gone.</summary>
    public static Ref? Of(WireRow? order) => order is null ? null : new Ref(EntityKind.Order, RemoteId.From(order.Id));

    /// <summary>The customer of an order; null when there is none.</summary>
    public static Ref? Customer(WireRow? order) => order?.Whole("id_customer") is > 0 and var id ? new Ref(EntityKind.Customer, RemoteId.From(id)) : null;
}
