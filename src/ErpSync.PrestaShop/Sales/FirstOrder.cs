using System.Globalization;
using ErpSync.Http;

namespace ErpSync.PrestaShop.Sales;

/// <summary>The first order that is read, by <see cref="PrestaShopOptions.OrdersFromId"/> and <see cref="PrestaShopOptions.OrdersFrom"/>.</summary>
internal static class FirstOrder
{
    /// <summary>Its id; 0 when all orders are read. A day is looked up once in a run; when nothing was ordered since, the next order is the first.</summary>
    public static async ValueTask<long> IdAsync(PrestaShopClient client, ShopSession session, CancellationToken cancellationToken)
    {
        var id = client.Options.OrdersFromId ?? 0;
        if (client.Options.OrdersFrom is not { } day)
            return id;
        session.Memory.FirstOrder ??= await OfDayAsync(client, day, cancellationToken);
        return Math.Max(id, session.Memory.FirstOrder.Value);
    }

    /// <summary>The id of the first payment that was made since an order was placed.</summary>
    public static async Task<long> PaymentAsync(PrestaShopClient client, long order, CancellationToken cancellationToken)
    {
        var first = await client.ListAsync(new Query(OrderMapping.Resource).Show("[id,date_add]").After(order - 1).Sorted("[id_ASC]").Limit(1), RequestPurpose.Reference, cancellationToken);
        return first.Count > 0 && first[0].Filled("date_add") is { } placed ? await SinceAsync(client, "order_payments", placed, cancellationToken) : await NextAsync(client, "order_payments", cancellationToken);
    }

    private static Task<long> OfDayAsync(PrestaShopClient client, DateOnly day, CancellationToken cancellationToken) =>
        SinceAsync(client, OrderMapping.Resource, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " 00:00:00", cancellationToken);

    private static async Task<long> SinceAsync(PrestaShopClient client, string resource, string since, CancellationToken cancellationToken)
    {
        var query = new Query(resource).Show("[id]").With("filter[date_add]", $"[{since},2099-12-31 23:59:59]").With("date", "1").Sorted("[id_ASC]").Limit(1);
        var rows = await client.ListAsync(query, RequestPurpose.Reference, cancellationToken);
        return rows.Count > 0 ? rows[0].Id : await NextAsync(client, resource, cancellationToken);
    }

    private static async Task<long> NextAsync(PrestaShopClient client, string resource, CancellationToken cancellationToken)
    {
        var newest = await client.ListAsync(new Query(resource).Show("[id]").Sorted("[id_DESC]").Limit(1), RequestPurpose.Reference, cancellationToken);
        return newest.Count > 0 ? newest[0].Id + 1 : 0;
    }
}
