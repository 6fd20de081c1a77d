using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>
/// Invoices. Creating one lowers the stock, cancelling gives it back. Their lines are never changed: vtiger miscounts the stock when they are (98 became 97 where 95 was right).
/// </summary>
internal sealed class InvoiceKind(VtigerSession session) : InventoryKind<Invoice>(session, Modules.Invoice), IKeyFinder<Invoice>
{
    public override KindProfile<Invoice> Profile
    {
        get
        {
            var setup = Session.Setup;
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Invoice.Reference), nameof(Invoice.Order), nameof(Invoice.Customer), nameof(Invoice.Contact), nameof(Invoice.Date), nameof(Invoice.DueDate), nameof(Invoice.BillTo), nameof(Invoice.DeliverTo),
                nameof(Invoice.Lines), nameof(Invoice.Currency), nameof(Invoice.ConversionRate), nameof(Invoice.TotalNet), nameof(Invoice.TotalTax), nameof(Invoice.TotalGross), nameof(Invoice.Stage),
                nameof(Invoice.CustomerNote), nameof(Invoice.PaymentTerms),
            };
            if (Custom(Module).Count > 0)
                read.Add(nameof(Invoice.Custom));
            string[] computed = [nameof(Invoice.Lines), nameof(Invoice.Currency), nameof(Invoice.ConversionRate), nameof(Invoice.TotalNet), nameof(Invoice.TotalTax), nameof(Invoice.TotalGross)];
            return new KindProfile<Invoice>
            {
                ReadFields = read,
                WrittenFields = read.Except(computed, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal),
                Normalise = value => Normalise(value, setup),
                DateTrust = DateTrust.Partial,
                RequiredKey = "reference",
                WriteTimeout = Session.Options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "reference";

    protected override IEnumerable<string> OwnColumns => ["invoice_no", "invoicestatus", "invoicedate", "salesorder_id", "received", "balance"];

    public async IAsyncEnumerable<ReadResult<Invoice>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        await foreach (var result in FindAsync(run, Module, "subject", keys.Select(Subject), cancellationToken))
        {
            if (result.Record is not { } record || (record.Value.Reference is { } reference && keys.Contains(reference)))
                yield return result;
        }
    }

    protected override Remote<Invoice> Read(RowReader row, DocumentContent content, VtigerRun run)
    {
        var (subject, status, prefix) = (row.Text("subject"), row.Text("invoicestatus"), Session.Options.InvoicePrefix);
        return new Remote<Invoice>(row.Id, new Invoice
        {
            Number = row.Text("invoice_no"),
            Reference = subject?.StartsWith(prefix, StringComparison.Ordinal) == true ? Texts.Trimmed(subject[prefix.Length..]) : subject,
            Order = row.Ref("salesorder_id", EntityKind.Order),
            Customer = row.Ref("account_id", EntityKind.Customer),
            Contact = row.Ref("contact_id", EntityKind.Contact),
            Date = row.Day("invoicedate"),
            DueDate = row.Day("duedate"),
            BillTo = content.BillTo,
            DeliverTo = content.DeliverTo,
            Lines = content.Lines,
            Currency = content.Currency,
            ConversionRate = content.Rate,
            TotalNet = content.Net,
            TotalTax = content.Tax,
            TotalGross = content.Gross,
            Status = status is null ? null : new Ref(EntityKind.OrderStatus, new RemoteId(status)),
            Stage = Statuses.StageOf(status, Session.Options.InvoiceStatuses, InvoiceStage.Open),
            CustomerNote = row.Text("description"),
            PaymentTerms = row.Text("terms_conditions"),
            Custom = CustomOf(row, Module),
            Paid = row.Decimal("received") is { } received && content.Currency is { } currency ? new Money(received, currency) : null,
            HasPdf = false,
            Rounding = DocumentContent.Rounding,
            Token = ExternalKey(Module) is { } key ? row.Text(key) : null,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = subject,
        };
    }

    protected override async Task<WriteResult<Invoice>> CreateOneAsync(Creation<Invoice> creation, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var value = creation.Value;
        var body = Body(run, Module, value, null);
        body["subject"] = Subject(value.Reference ?? creation.Token);

        // Who was a lead when the order was placed is an account since.
        if (value.Customer is { } customer && Session.Promoted.TryGetValue(customer.Id.Value, out var buyer))
            (body["account_id"], body["contact_id"]) = (buyer.Account ?? "", buyer.Contact ?? "");
        await PutCurrencyAsync(body, value.Currency, value.ConversionRate, run, cancellationToken);
        await LineBodies.PutAsync(body, value.Lines, [], run, isNew: true, cancellationToken);
        var stored = await InsertAsync(run, Module, body, creation.Token, cancellationToken);
        await DemandTotalAsync(stored, value.TotalGross, value.Lines.Count, cancellationToken);
        return await StoredAsync(run, Module, stored, null, cancellationToken);
    }

    protected override async Task<WriteResult<Invoice>> UpdateOneAsync(Revision<Invoice> revision, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var (id, fields) = (revision.Current.Id, revision.Fields.ToHashSet(StringComparer.Ordinal));
        await ModuleOfAsync(run, id, cancellationToken);
        var body = Body(run, Module, revision.Wanted, fields);
        if (fields.Contains(nameof(Invoice.Reference)))
            body["subject"] = Subject(revision.Wanted.Reference ?? revision.Current.Value.Reference ?? id.Value);
        if (body.Count == 0)
            return new WriteResult<Invoice>.Written(id);
        body["id"] = id.Value;
        KeepRate(body, (await PresentAsync(revision.Current, cancellationToken)).Header);
        return await StoredAsync(run, Module, await ReviseAsync(run, Module, body, cancellationToken, keepsPrices: !body.ContainsKey("LineItems")), id, cancellationToken);
    }

    protected override JsonObject Body(VtigerRun run, string module, Invoice value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Invoice.Order)))
            Put(body, "salesorder_id", value.Order?.Id.Value);
        if (Is(nameof(Invoice.Customer)) && (fields is null || value.Customer is not null))
            Put(body, "account_id", value.Customer?.Id.Value);
        if (Is(nameof(Invoice.Contact)))
            Put(body, "contact_id", value.Contact?.Id.Value);
        if (Is(nameof(Invoice.Date)))
            Put(body, "invoicedate", value.Date is { } day ? JsonValues.Day(day) : null);
        if (Is(nameof(Invoice.DueDate)))
            Put(body, "duedate", value.DueDate is { } due ? JsonValues.Day(due) : null);
        foreach (var (name, places, address) in new[] { (nameof(Invoice.BillTo), PlaceFields.Billing, value.BillTo), (nameof(Invoice.DeliverTo), PlaceFields.Shipping, value.DeliverTo) })
        {
            if (!Is(name))
                continue;
            places.Write(body, address, Session.Country);
            if (fields is not null && body[places.Street]!.ToString().Length == 0)
                body[places.Street] = Session.Options.TextDefault ?? "";
        }

        if (Is(nameof(Invoice.Stage)) && (value.Stage ?? (fields is null ? InvoiceStage.Draft : null)) is { } stage)
            Put(body, "invoicestatus", Statuses.TextOf(stage, Session.Options.InvoiceStatuses, Statuses.Fold(stage, Session.Options.InvoiceStatuses)));
        if (Is(nameof(Invoice.CustomerNote)))
            Put(body, "description", Texts.Trimmed(value.CustomerNote));
        if (Is(nameof(Invoice.PaymentTerms)))
            Put(body, "terms_conditions", Texts.Trimmed(value.PaymentTerms));
        if (Is(nameof(Invoice.Custom)))
            PutCustom(body, module, value.Custom);
        return body;
    }

    private string Subject(string reference) => Session.Options.InvoicePrefix + reference;

    private Invoice Normalise(Invoice value, CrmSetup setup) => value with
    {
        Reference = Texts.Stored(Texts.Stored(value.Reference is null ? null : Subject(value.Reference), Module, "subject")?[Session.Options.InvoicePrefix.Length..]),
        BillTo = PlaceFields.Billing.Stored(value.BillTo, Module, Session.Country),
        DeliverTo = PlaceFields.Shipping.Stored(value.DeliverTo, Module, Session.Country),
        Lines = OrderKind.Kept(value.Lines),
        Currency = value.Currency ?? setup.BaseCode,
        ConversionRate = OrderKind.Rate(value.Currency, value.ConversionRate, setup),
        Stage = Statuses.Fold(value.Stage ?? InvoiceStage.Draft, Session.Options.InvoiceStatuses),
        CustomerNote = Texts.Stored(value.CustomerNote),
        PaymentTerms = Texts.Stored(value.PaymentTerms),
        Custom = CustomStored(value.Custom, Module),
    };
}
