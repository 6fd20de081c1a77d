using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Creates payments, always of an explicit amount. The call that pays "the rest" is never used: with several currencies on it books the whole invoice once more. Payments cannot be changed
/// or taken back by the API.
/// </summary>
internal sealed class PaymentWriter(TradeSession session) : ICreator<Payment>
{
    public Task<IReadOnlyList<WriteResult<Payment>>> CreateAsync(IReadOnlyList<Creation<Payment>> batch, CancellationToken cancellationToken) => session.EachAsync<Payment, Creation<Payment>>(batch, static _ => null, CreateAsync, cancellationToken);

    private static async Task<WriteResult<Payment>> CreateAsync(Creation<Payment> creation, TradeRun run, CancellationToken cancellationToken)
    {
        var value = creation.Value;
        if (value.IsRefund == true || value.CreditNote is not null || value.Amount is { Amount: < 0 })
            throw Refused(ProblemKind.Rejected, DocumentCodes.RefundRefused, "Dolibarr's API books money paid back with the wrong sign, so nothing was sent.", nameof(Payment.IsRefund), "Write the credit note as paid (Stage Paid): its amount becomes available to the customer; or book the refund in Dolibarr's screen.");
        var invoice = value.Invoice is { IsForeign: false } pointer && Numbers.Of(pointer.Id) is { } id ? id : throw Refused(ProblemKind.WaitingForDependency, DocumentCodes.InvoiceMissing, "A payment is booked on an invoice, and its invoice is not linked yet.", nameof(Payment.Invoice), null);
        var amount = value.Amount is { Amount: > 0 } money ? money : throw Refused(ProblemKind.Rejected, DolibarrCodes.FieldMissing, "A payment without an amount cannot be booked.", nameof(Payment.Amount), null);
        // Where payments cannot be looked up by their token, the invoice is looked at first: a payment cannot be taken back.
        if (!PaymentReader.HasList(run.Setup) && await PaymentReader.OfTokenAsync(invoice, creation.Token, run, cancellationToken) is { } before)
            return Written(before, invoice, value, run, await run.Dictionaries.GetAsync(cancellationToken));
        var body = await BodyAsync(creation, invoice, amount, run, cancellationToken);
        await run.Client.PostAsync("invoices/paymentsdistributed", body, cancellationToken);
        JsonElement? stored = null;
        await Completing.Async<Payment>(invoice, async () => stored = await PaymentReader.OfTokenAsync(invoice, creation.Token, run, cancellationToken));
        return stored is { } payment ? Written(payment, invoice, value, run, await run.Dictionaries.GetAsync(cancellationToken)) : throw Refused(ProblemKind.OutcomeUnknown, DolibarrCodes.Incomplete, "The payment was booked, and is not found on its invoice.", nameof(Payment.Invoice), null);
    }

    private static async Task<JsonObject> BodyAsync(Creation<Payment> creation, long invoice, Money amount, TradeRun run, CancellationToken cancellationToken)
    {
        var value = creation.Value;
        var isForeign = run.Setup.Currency is { } own && amount.Currency != own;
        var (method, account) = (Numbers.Of(value.Method?.Id ?? new RemoteId("0")), Numbers.Of(value.BankAccount?.Id ?? new RemoteId("0")));
        if (method is null || account is null)
        {
            // What the payment does not tell, its invoice may.
            var row = await run.Client.FindAsync($"invoices/{JsonValues.Invariant(invoice)}", cancellationToken) ?? throw Parties.Gone(EntityKind.Invoice, RemoteId.From(invoice));
            method ??= row.Whole("mode_reglement_id") is { } kind and > 0 ? kind : null;
            account ??= row.Whole("fk_account") is { } bank and > 0 ? bank : run.Options.DefaultBankAccount;
        }

        var type = method ?? throw Refused(ProblemKind.Rejected, DocumentCodes.MethodMissing, "Dolibarr books no payment without its way of payment.", nameof(Payment.Method), "Map the ways of payment of the two systems.");
        var body = new JsonObject
        {
            ["arrayofamounts"] = new JsonObject
            {
                [JsonValues.Invariant(invoice)] = new JsonObject { ["amount"] = isForeign ? "" : JsonValues.Invariant(amount.Amount), ["multicurrency_amount"] = isForeign ? JsonValues.Invariant(amount.Amount) : "" },
            },
            ["datepaye"] = DocumentDates.Write(value.Date ?? DateOnly.FromDateTime((value.PaidAt ?? run.Run.Cursor.Time).UtcDateTime), run.Setup),
            ["paymentid"] = type,
            ["closepaidinvoices"] = "yes",
            ["accountid"] = account ?? throw Refused(ProblemKind.Misconfigured, DocumentCodes.AccountMissing, "Dolibarr books no payment without a bank account.", nameof(Payment.BankAccount), "Map the ways of payment to bank accounts, or set the option DefaultBankAccount."),
            ["num_payment"] = Notes.Line(value.TransactionId, run.Setup, 50) ?? "",
            ["comment"] = Notes.Line(value.Note, run.Setup) ?? "",
            ["ref_ext"] = PaymentToken.Of(creation.Token, invoice),
        };
        // A cheque is refused without the name of who wrote it.
        if ((await run.Dictionaries.GetAsync(cancellationToken)).TypeOf(type) == "CHQ")
            body["chqemetteur"] = await PayerAsync(value, invoice, run, cancellationToken);
        return body;
    }

    private static async Task<string> PayerAsync(Payment value, long invoice, TradeRun run, CancellationToken cancellationToken)
    {
        var party = value.Customer is { IsForeign: false } pointer ? Numbers.Of(pointer.Id) : (await run.Client.FindAsync($"invoices/{JsonValues.Invariant(invoice)}", cancellationToken))?.Whole("socid");
        return party is { } id && await run.Client.FindAsync($"thirdparties/{JsonValues.Invariant(id)}", cancellationToken) is { } row && row.Text("name") is { } name ? name : "?";
    }

    private static WriteResult<Payment>.Written Written(JsonElement payment, long invoice, Payment value, TradeRun run, DocumentDictionaries dictionaries)
    {
        var head = new JsonObject { ["id"] = invoice, ["socid"] = value.Customer is { } customer && Numbers.Of(customer.Id) is { } party ? party : 0, ["type"] = "0" };
        if (value.Amount is { } amount && run.Setup.Currency is { } own && amount.Currency != own || value.Customer is null)
        {
            // The rate and the customer are the invoice's: the engine reads the payment back.
            return new WriteResult<Payment>.Written(PaymentId.Of(invoice, payment.Text("ref") ?? ""));
        }

        using var document = JsonDocument.Parse(head.ToJsonString());
        var stored = PaymentMapping.Read(payment, document.RootElement, run.Setup, dictionaries);
        return new WriteResult<Payment>.Written(stored.Id, stored);
    }

    private static ConnectorException Refused(ProblemKind kind, string code, string message, string field, string? remedy) => new(new SyncProblem(kind, code, message) { EntityKind = Payment.Kind, Field = field, Remedy = remedy });
}
