using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Tells the shop that an order was paid. WooCommerce knows one payment of the whole order, and moves the order on to processing with it.</summary>
internal sealed class PaymentWriter(WooSession session) : ICreator<Payment>
{
    public Task<IReadOnlyList<WriteResult<Payment>>> CreateAsync(IReadOnlyList<Creation<Payment>> batch, CancellationToken cancellationToken) =>
        Results.EachAsync<Payment, Creation<Payment>>(batch, static _ => null, CreateAsync, session.Client.Connection, cancellationToken);

    private async Task<WriteResult<Payment>> CreateAsync(Creation<Payment> creation, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        var value = creation.Value;
        if (value.IsRefund == true || value.CreditNote is not null)
            throw Refused(nameof(Payment.IsRefund), "WooCommerce pays money back with a refund only.", "Send the credit note: it becomes the refund.");
        var number = (value.Order is { IsForeign: false } pointer ? JsonValues.Number(pointer.Id) : null) ?? throw Refused(nameof(Payment.Order), "The payment names no order of the shop.", null);
        var path = $"orders/{JsonValues.Invariant(number)}";
        var order = await session.Client.FindAsync(path, cancellationToken) ?? throw new ConnectorException(new SyncProblem(ProblemKind.NotFound, WooCodes.NotFound, "The shop has no such order.") { EntityKind = Payment.Kind, Field = nameof(Payment.Order) });
        if (PaymentMapping.Read(order, run.Setup) is { } known)
        {
            return known.Value.Token == creation.Token
                ? new WriteResult<Payment>.Written(known.Id, known)
                : throw new ConnectorException(new SyncProblem(ProblemKind.Duplicate, WooCodes.Paid, "The order is paid already, and WooCommerce knows one payment per order.") { EntityKind = Payment.Kind, Field = nameof(Payment.Order) });
        }

        Check(value, order);
        OrderBodies.Allowed("processing", creation.MayMail, session.Options);
        var stored = await session.Client.PutAsync(path, Body(creation, run), cancellationToken);
        var record = PaymentMapping.Read(stored, run.Setup) ?? throw new ConnectorException(new SyncProblem(ProblemKind.OutcomeUnknown, WooCodes.NotStored, "The shop answered with an order that is not paid."));
        return new WriteResult<Payment>.Written(record.Id, record);
    }

    private static void Check(Payment value, JsonElement order)
    {
        var currency = OrderLineMapping.Currency(new RowReader(order, EntityKind.Order));
        var total = OrderLineMapping.Amount(order, "total", currency) ?? new Money(0, currency);
        if (value.Amount is not { } amount || amount.Currency != currency)
            throw Refused(nameof(Payment.Amount), $"The payment is not in the order's currency, {currency}.", null);
        if (amount.Amount < total.Amount)
            throw Refused(nameof(Payment.Amount), $"The payment is {JsonValues.Invariant(amount.Amount)} of {JsonValues.Invariant(total.Amount)} {currency}: WooCommerce knows an order as paid in full or not at all.", "It goes by itself when one payment covers the order; else mark the order as paid.");
    }

    private static JsonObject Body(Creation<Payment> creation, WooRun run)
    {
        var value = creation.Value;
        var body = new JsonObject { ["set_paid"] = true };
        if (ProductMapping.Trimmed(value.TransactionId) is { } transaction)
            body["transaction_id"] = transaction;
        if (value.Method is { IsForeign: false } method)
            body["payment_method"] = method.Id.Value;
        if (ProductMapping.Trimmed(value.MethodText) is { } text)
            body["payment_method_title"] = text;
        var meta = new JsonArray(new JsonObject { ["key"] = PaymentMapping.TokenKey, ["value"] = creation.Token });
        if (PaymentMapping.Normalise(value, run.Setup).PaidAt is { } paid)
            meta.Add((JsonNode)new JsonObject { ["key"] = PaymentMapping.PaidKey, ["value"] = paid.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });
        body["meta_data"] = meta;
        return body;
    }

    private static ConnectorException Refused(string field, string message, string? remedy) => new(new SyncProblem(ProblemKind.Rejected, WooCodes.Rejected, message) { EntityKind = Payment.Kind, Field = field, Remedy = remedy });
}
