using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>The little that is remembered of each refund.</summary>
/// <param name="Order">The order's number.</param>
/// <param name="Id">The refund's number.</param>
/// <param name="MovedMoney">Whether the payment provider paid it back; else it was only booked.</param>
internal sealed record RefundLine(long Order, long Id, bool MovedMoney)
{
    /// <exception cref="ConnectorException">The row cannot be read.</exception>
    public static RefundLine Read(JsonItem<JsonElement> item, long order) =>
        item.Problem is { } problem ? throw new ConnectorException(problem) : new RefundLine(order, item.Value.Whole("id") ?? 0, item.Value.Flag("refunded_payment"));
}
