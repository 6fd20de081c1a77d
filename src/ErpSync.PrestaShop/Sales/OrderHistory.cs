using ErpSync.Http;
using ErpSync.PrestaShop.Reference;

namespace ErpSync.PrestaShop.Sales;

/// <summary>Reads the history of an order's states: one request, and one for the states unless the run has them.</summary>
internal sealed class OrderHistory(PrestaShopClient client, ShopSession session) : IOrderHistory
{
    private const string Resource = "order_histories";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<OrderStateChange>> ReadAsync(RemoteId order, CancellationToken cancellationToken)
    {
        var shop = await session.ShopAsync(cancellationToken);
        var own = await Documents.OwnOrders.OfAsync(client, session.Memory, shop, cancellationToken);
        var rows = await Rows.ListAsync(client, Resource, "full", "id_order", Rows.Numbers([order]), cancellationToken);
        var kept = rows.Where(row => own?.Have(row) != false).ToList();
        if (kept.Count == 0)
            return [];
        var states = session.Memory.Sales?.OrderStates ?? new OrderStateTable(await client.ListAsync(new Query("order_states").Show("full"), RequestPurpose.Reference, cancellationToken), shop);
        return Map(kept, states, shop);
    }

    /// <summary>The entries of rows, the oldest first.</summary>
    public static IReadOnlyList<OrderStateChange> Map(IEnumerable<WireRow> rows, OrderStateTable states, ShopData shop) => [.. rows.OrderBy(row => row.Id).Select(row =>
    {
        var state = row.Whole("id_order_state") ?? 0;
        var known = states.Find(state);
        return new OrderStateChange(RemoteId.From(row.Id))
        {
            At = LocalTime.ToInstant(row.Text("date_add"), shop.Zone),
            State = state > 0 ? new Ref(EntityKind.OrderStatus, RemoteId.From(state)) : null,
            StateName = known is null ? null : ReferenceMapping.Status(known, states, shop).Name,
            Stage = states.StageOf(state),
            IsByEmployee = row.Text("id_employee") is null ? null : row.Whole("id_employee") is > 0,
        };
    })];
}
