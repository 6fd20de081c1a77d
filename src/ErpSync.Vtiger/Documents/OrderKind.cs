using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Sales orders. Known by their subject, which is a prefix and the order's reference. The buyer's e-mail address is taken, to find the account of a guest, and not kept.</summary>
internal sealed class OrderKind(VtigerSession session, CustomerKind customers) : InventoryKind<Order>(session, Modules.SalesOrder), IKeyFinder<Order>
{
    private readonly OrderFollowers _followers = new(session);

    public override KindProfile<Order> Profile
    {
        get
        {
            var (setup, options) = (Session.Setup, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Order.Reference), nameof(Order.BuyerReference), nameof(Order.Customer), nameof(Order.Contact), nameof(Order.BillTo), nameof(Order.DeliverTo), nameof(Order.Lines), nameof(Order.Currency),
                nameof(Order.ConversionRate), nameof(Order.TotalNet), nameof(Order.TotalTax), nameof(Order.TotalGross), nameof(Order.Stage), nameof(Order.CarrierText), nameof(Order.DeliveryDate), nameof(Order.CustomerNote),
                nameof(Order.PaymentTerms), nameof(Order.Deal), nameof(Order.Email),
            };
            if (options.OrderDateField is not null)
                read.Add(nameof(Order.Date));
            if (Custom(Module).Count > 0)
                read.Add(nameof(Order.Custom));
            var written = read.Where(name => name is not (nameof(Order.TotalNet) or nameof(Order.TotalTax) or nameof(Order.TotalGross) or nameof(Order.Currency) or nameof(Order.ConversionRate) or nameof(Order.Email))).ToHashSet(StringComparer.Ordinal);
            return new KindProfile<Order>
            {
                ReadFields = read,
                WrittenFields = written,
                Normalise = value => Normalise(value, setup),
                DateTrust = DateTrust.Partial,
                RequiredKey = "reference",
                WriteTimeout = options.AttemptTimeout,
            };
        }
    }

    public string KeyName => "reference";

    protected override IEnumerable<string> OwnColumns => new[] { "salesorder_no", "sostatus", Session.Options.OrderDateField }.OfType<string>();

    public async IAsyncEnumerable<ReadResult<Order>> FindByKeyAsync(IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        await foreach (var result in FindAsync(run, Module, "subject", keys.Select(Subject), cancellationToken))
        {
            if (result.Record is not { } record || (record.Value.Reference is { } reference && keys.Contains(reference)))
                yield return result;
        }
    }

    protected override Remote<Order> Read(RowReader row, DocumentContent content, VtigerRun run)
    {
        var subject = row.Text("subject");
        var status = row.Text("sostatus");
        return new Remote<Order>(row.Id, new Order
        {
            Number = row.Text("salesorder_no"),
            Reference = subject?.StartsWith(Session.Options.OrderPrefix, StringComparison.Ordinal) == true ? Texts.Trimmed(subject[Session.Options.OrderPrefix.Length..]) : subject,
            BuyerReference = row.Text("vtiger_purchaseorder"),
            Date = Session.Options.OrderDateField is { } field ? row.Day(field) : null,
            Customer = IsStandIn(row) ? row.Ref("contact_id", EntityKind.Customer) : row.Ref("account_id", EntityKind.Customer),
            Contact = row.Ref("contact_id", EntityKind.Contact),
            BillTo = content.BillTo,
            DeliverTo = content.DeliverTo,
            Lines = content.Lines,
            Currency = content.Currency,
            ConversionRate = content.Rate,
            TotalNet = content.Net,
            TotalTax = content.Tax,
            TotalGross = content.Gross,
            Status = status is null ? null : new Ref(EntityKind.OrderStatus, new RemoteId(status)),
            Stage = Statuses.StageOf(status, Session.Options.OrderStatuses, OrderStage.Processing),
            CarrierText = row.Text("carrier"),
            DeliveryDate = row.Day("duedate"),
            CustomerNote = row.Text("description"),
            PaymentTerms = row.Text("terms_conditions"),
            Deal = row.Ref("potential_id", EntityKind.Deal),
            Custom = CustomOf(row, Module),
            Rounding = DocumentContent.Rounding,
            Token = ExternalKey(Module) is { } key ? row.Text(key) : null,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = subject,
        };
    }

    protected override async Task<WriteResult<Order>> CreateOneAsync(Creation<Order> creation, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var value = creation.Value;
        var body = Body(run, Module, value, null);
        body["subject"] = Subject(value.Reference ?? creation.Token);
        body["invoicestatus"] = "AutoCreated";
        await PutBuyerAsync(run, body, value, cancellationToken);
        if (value.Contact is null && body["contact_id"]?.ToString() is null or "" && body["account_id"]?.ToString() is { Length: > 0 } account && await customers.PersonOfAsync(run, account, cancellationToken) is { } person)
            body["contact_id"] = person;
        await PutCurrencyAsync(body, value.Currency, value.ConversionRate, run, cancellationToken);
        await LineBodies.PutAsync(body, value.Lines, [], run, isNew: true, cancellationToken);
        if (body["bill_street"]?.ToString() is null or "")
            PlaceFields.Billing.Write(body, value.BillTo ?? value.DeliverTo, Session.Country);
        await _followers.MakeDealAsync(run, value, body, cancellationToken);

        // The invoice is made before the order bears the status that it comes from: a crash in between leaves a difference that the next run sees.
        var stage = value.Stage ?? OrderStage.Pending;
        var status = Statuses.TextOf(stage, Session.Options.OrderStatuses, Fold(stage));
        var isLate = _followers.Invoices(stage);
        body["sostatus"] = isLate ? Statuses.TextOf(OrderStage.Pending, Session.Options.OrderStatuses, Fold(OrderStage.Pending)) : status;
        var stored = await InsertAsync(run, Module, body, creation.Token, cancellationToken);
        await DemandTotalAsync(stored, value.TotalGross, value.Lines.Count, cancellationToken);
        if (isLate && stored.Text("id") is { } id)
        {
            await _followers.InvoiceAsync(run, id, stage, InventoryRow.Of(stored), creation.Token, cancellationToken);
            var late = new JsonObject { ["id"] = id, ["sostatus"] = status };
            KeepRate(late, stored);
            stored = await ReviseAsync(run, Module, late, cancellationToken, keepsPrices: true);
        }

        return await StoredAsync(run, Module, stored, null, cancellationToken);
    }

    protected override async Task<WriteResult<Order>> UpdateOneAsync(Revision<Order> revision, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var (id, fields) = (revision.Current.Id, revision.Fields.ToHashSet(StringComparer.Ordinal));
        await ModuleOfAsync(run, id, cancellationToken);
        var body = Body(run, Module, revision.Wanted, fields);
        if (fields.Contains(nameof(Order.Reference)))
            body["subject"] = Subject(revision.Wanted.Reference ?? revision.Current.Value.Reference ?? id.Value);
        if (body.Count == 0 && !fields.Contains(nameof(Order.Lines)))
            return new WriteResult<Order>.Written(id);
        var present = await PresentAsync(revision.Current, cancellationToken);
        if (fields.Contains(nameof(Order.Customer)) && revision.Wanted.Customer is not null)
            await PutBuyerAsync(run, body, revision.Wanted, cancellationToken);
        if (fields.Contains(nameof(Order.Lines)))
        {
            await LineBodies.PutAsync(body, revision.Wanted.Lines, present.Lines, run, isNew: false, cancellationToken);
            body["currency_id"] = present.Header.Text("currency_id") ?? run.Setup.Base?.Id ?? "";
        }

        if (Session.Options.ReplaceInvoices && fields.Contains(nameof(Order.Lines)))
            await _followers.ReplaceAsync(run, id.Value, present, revision.Current.Value.Token, revision.Wanted.Lines, cancellationToken);
        if (fields.Contains(nameof(Order.Stage)) && revision.Wanted.Stage is { } stage && _followers.Follows(stage))
            await _followers.InvoiceAsync(run, id.Value, stage, present, revision.Current.Value.Token, cancellationToken, fields.Contains(nameof(Order.Lines)) ? revision.Wanted.Lines : null);
        body["id"] = id.Value;
        KeepRate(body, present.Header);
        return await StoredAsync(run, Module, await ReviseAsync(run, Module, body, cancellationToken, keepsPrices: !body.ContainsKey("LineItems")), id, cancellationToken);
    }

    /// <summary>What vtiger keeps of lines: no lines without an amount, rates of three decimals, no rates of 0 %.</summary>
    public static ValueList<DocumentLine> Kept(ValueList<DocumentLine> lines) => lines.Where(line => line.Kind != LineKind.Text)
        .Select(line => line with { Taxes = (line.Taxes ?? []).Where(rate => rate.Percent != 0).Select(rate => rate with { Percent = Math.Round(rate.Percent, 3, MidpointRounding.AwayFromZero) }).OrderBy(rate => rate.Compound).ToValueList() }).ToValueList();

    public static decimal? Rate(CurrencyCode? currency, decimal? rate, CrmSetup setup) =>
        currency is not { } code || code == setup.BaseCode ? null : Math.Round(rate ?? setup.CurrencyOf(code)?.Rate ?? 1, 3, MidpointRounding.AwayFromZero);

    protected override JsonObject Body(VtigerRun run, string module, Order value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Order.BuyerReference)))
            Put(body, "vtiger_purchaseorder", Texts.Trimmed(value.BuyerReference));
        if (Is(nameof(Order.Customer)) && (fields is null || value.Customer is not null))
            Put(body, "account_id", value.Customer?.Id.Value);
        if (Is(nameof(Order.Contact)))
            Put(body, "contact_id", value.Contact?.Id.Value);
        if (Is(nameof(Order.BillTo)))
            Street(body, PlaceFields.Billing, value.BillTo, fields is null);
        if (Is(nameof(Order.DeliverTo)))
            Street(body, PlaceFields.Shipping, value.DeliverTo, fields is null);
        if (Is(nameof(Order.Stage)) && fields is not null && value.Stage is { } stage)
            Put(body, "sostatus", Statuses.TextOf(stage, Session.Options.OrderStatuses, Fold(stage)));
        if (Is(nameof(Order.CarrierText)))
            Put(body, "carrier", Texts.Trimmed(value.CarrierText));
        if (Is(nameof(Order.DeliveryDate)))
            Put(body, "duedate", value.DeliveryDate is { } day ? JsonValues.Day(day) : null);
        if (Is(nameof(Order.CustomerNote)))
            Put(body, "description", Texts.Trimmed(value.CustomerNote));
        if (Is(nameof(Order.PaymentTerms)))
            Put(body, "terms_conditions", Texts.Trimmed(value.PaymentTerms));
        if (Is(nameof(Order.Deal)))
            Put(body, "potential_id", value.Deal?.Id.Value);
        if (Is(nameof(Order.Date)) && Session.Options.OrderDateField is { } field)
            Put(body, field, value.Date is { } date ? JsonValues.Day(date) : null);
        if (Is(nameof(Order.Custom)))
            PutCustom(body, module, value.Custom);
        return body;
    }

    private async Task PutBuyerAsync(VtigerRun run, JsonObject body, Order value, CancellationToken cancellationToken)
    {
        if (await customers.BuyerAsync(run, value, cancellationToken) is not { } buyer)
            return;
        body["account_id"] = buyer.Account ?? "";
        if (value.Contact is null && buyer.Contact is not null)
            body["contact_id"] = buyer.Contact;
    }

    private void Street(JsonObject body, PlaceFields fields, PostalAddress? address, bool isNew)
    {
        fields.Write(body, address, Session.Country);
        if (!isNew && body[fields.Street]!.ToString().Length == 0)
            body[fields.Street] = Session.Options.TextDefault ?? "";
    }

    // The account of those who have none, where the options name one.
    private bool IsStandIn(RowReader row) => Session.Options.Accounts == VtigerAccounts.Companies && row.Text("contact_id") is not null && Session.Options.Defaults.TryGetValue("SalesOrder.account_id", out var account) && row.Text("account_id") == account;

    private string Subject(string reference) => Session.Options.OrderPrefix + reference;

    private OrderStage Fold(OrderStage stage) => Statuses.Fold(stage, Session.Options.OrderStatuses);

    private Order Normalise(Order value, CrmSetup setup)
    {
        return value with
        {
            Reference = Texts.Stored(Texts.Stored(value.Reference is null ? null : Subject(value.Reference), Module, "subject")?[Session.Options.OrderPrefix.Length..]),
            Email = null,
            BuyerReference = Texts.Stored(value.BuyerReference, Module, "vtiger_purchaseorder"),
            BillTo = PlaceFields.Billing.Stored(value.BillTo, Module, Session.Country),
            DeliverTo = PlaceFields.Shipping.Stored(value.DeliverTo, Module, Session.Country),
            Lines = Kept(value.Lines),
            Currency = value.Currency ?? setup.BaseCode,
            ConversionRate = Rate(value.Currency, value.ConversionRate, setup),
            Stage = value.Stage is { } stage ? Fold(stage) : null,
            CarrierText = Texts.Stored(value.CarrierText),
            CustomerNote = Texts.Stored(value.CustomerNote),
            PaymentTerms = Texts.Stored(value.PaymentTerms),
            Custom = CustomStored(value.Custom, Module),
        };
    }
}
