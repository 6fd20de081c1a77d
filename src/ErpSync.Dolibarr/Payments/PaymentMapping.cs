using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Between payments of an invoice and records: pure functions.</summary>
internal static class PaymentMapping
{
    public static Remote<Payment> Read(JsonElement json, JsonElement invoice, DolibarrSetup setup, DocumentDictionaries dictionaries)
    {
        var reference = json.Text("ref") ?? throw Unreadable("ref", "The payment has no number.");
        var amount = json.Text("amount") is { } text && JsonValues.TryNumber(text, out var number) ? number : throw Unreadable("amount", "The payment has no amount.");
        var head = new RowReader(invoice, EntityKind.Payment);
        var isNote = invoice.Text("type") == "2";
        var currency = setup.Currency ?? invoice.Currency("multicurrency_code") ?? throw Unreadable("amount", "The currency of the payment is not known.");
        var type = json.Text("type");
        var date = json.Text("date") is { Length: >= 10 } day && DateOnly.TryParseExact(day[..10], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var parsed) ? parsed : (DateOnly?)null;
        var pointer = new Ref(isNote ? EntityKind.CreditNote : EntityKind.Invoice, RemoteId.From(head.Id));
        return new Remote<Payment>(PaymentId.Of(head.Id, reference), new Payment
        {
            Number = reference,
            Invoice = isNote ? null : pointer,
            CreditNote = isNote ? pointer : null,
            Customer = head.Whole("socid") is { } party and > 0 ? new Ref(EntityKind.Customer, RemoteId.From(party)) : null,
            Date = date,
            Amount = Foreign(invoice, setup) is var (other, rate) ? new Money(Math.Round(Math.Abs(amount) * rate, other.Decimals, MidpointRounding.AwayFromZero), other) : new Money(Math.Abs(amount), currency),
            ConversionRate = Foreign(invoice, setup)?.Rate,
            IsRefund = isNote || amount < 0,
            Method = dictionaries.TypeOf(type) is { } method ? new Ref(EntityKind.PaymentMethod, RemoteId.From(method)) : null,
            MethodText = type,
            TransactionId = json.Text("num"),
            Stage = PaymentStage.Received,
            Token = PaymentToken.Parse(json.Text("ref_ext"))?.Token,
        })
        {
            Label = reference,
        };
    }

    public static Payment Normalise(Payment value, DolibarrSetup setup) => value with
    {
        TransactionId = Notes.Line(value.TransactionId, setup, 50),
        Amount = value.Amount is { } amount ? amount.Round(amount.Currency.Decimals) : null,
        IsRefund = value.IsRefund ?? value.CreditNote is not null,
        Stage = PaymentStage.Received,
    };

    /// <summary>The foreign currency of an invoice and its rate; null in the company's own.</summary>
    public static (CurrencyCode Currency, decimal Rate)? Foreign(JsonElement invoice, DolibarrSetup setup) =>
        invoice.Currency("multicurrency_code") is { } currency && setup.Currency is { } own && currency != own && invoice.Text("multicurrency_tx") is { } text && JsonValues.TryNumber(text, out var rate)
            ? (currency, rate) : null;

    private static ConnectorException Unreadable(string field, string message) => new(new SyncProblem(ProblemKind.Unreadable, "dolibarr.record-unreadable", message) { EntityKind = EntityKind.Payment, Field = field });
}
