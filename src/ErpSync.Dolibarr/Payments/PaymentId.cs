namespace ErpSync.Dolibarr;

/// <summary>Ids of payments: the invoice and the payment's number, <c>12:PAY2611-0001</c>, because versions before 23 tell payments by their invoice only, and one payment may be of several.</summary>
internal static class PaymentId
{
    public static RemoteId Of(long invoice, string reference) => new($"{JsonValues.Invariant(invoice)}:{reference}");

    public static (long Invoice, string Reference)? Parse(RemoteId id)
    {
        var colon = id.Value.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Numbers.Of(new RemoteId(id.Value[..colon])) is { } invoice ? (invoice, id.Value[(colon + 1)..]) : null;
    }
}
