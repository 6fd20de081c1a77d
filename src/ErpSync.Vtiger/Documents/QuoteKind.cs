using System.Text.Json.Nodes;

namespace ErpSync.Vtiger;

/// <summary>Quotes. They never move the stock.</summary>
internal sealed class QuoteKind(VtigerSession session) : InventoryKind<Quote>(session, Modules.Quotes)
{
    private const string FirstStage = "Created";

    private static readonly HashSet<string> Written = [nameof(Quote.Subject), nameof(Quote.Stage), nameof(Quote.Customer), nameof(Quote.Contact), nameof(Quote.Deal), nameof(Quote.ValidUntil), nameof(Quote.BillTo), nameof(Quote.DeliverTo), nameof(Quote.Lines), nameof(Quote.Note)];

    public override KindProfile<Quote> Profile => new() { WrittenFields = Written, Normalise = value => Normalise(value, Session.Setup), DateTrust = DateTrust.Partial, WriteTimeout = Session.Options.AttemptTimeout };

    protected override IEnumerable<string> OwnColumns => ["quote_no", "quotestage", "validtill"];

    protected override Remote<Quote> Read(RowReader row, DocumentContent content, VtigerRun run) => new(row.Id, new Quote
    {
        Number = row.Text("quote_no"),
        Subject = row.Text("subject"),
        Stage = row.Text("quotestage"),
        Customer = row.Ref("account_id", EntityKind.Customer),
        Contact = row.Ref("contact_id", EntityKind.Contact),
        Deal = row.Ref("potential_id", EntityKind.Deal),
        ValidUntil = row.Day("validtill"),
        BillTo = content.BillTo,
        DeliverTo = content.DeliverTo,
        Lines = content.Lines,
        Currency = content.Currency,
        ConversionRate = content.Rate,
        TotalGross = content.Gross,
        Note = row.Text("description"),
    })
    {
        ModifiedAt = row.ModifiedAt,
        Label = row.Text("subject"),
    };

    protected override async Task PrepareAsync(VtigerRun run, string module, JsonObject body, Creation<Quote> creation, CancellationToken cancellationToken)
    {
        await PutCurrencyAsync(body, creation.Value.Currency, creation.Value.ConversionRate, run, cancellationToken);
        await LineBodies.PutAsync(body, creation.Value.Lines, [], run, isNew: true, cancellationToken);
    }

    protected override async Task<WriteResult<Quote>> UpdateOneAsync(Revision<Quote> revision, CancellationToken cancellationToken)
    {
        var run = await Session.RunAsync(cancellationToken);
        var (id, fields) = (revision.Current.Id, revision.Fields.ToHashSet(StringComparer.Ordinal));
        await ModuleOfAsync(run, id, cancellationToken);
        var body = Body(run, Module, revision.Wanted, fields);
        if (body.Count == 0 && !fields.Contains(nameof(Quote.Lines)))
            return new WriteResult<Quote>.Written(id);
        var present = await PresentAsync(revision.Current, cancellationToken);
        if (fields.Contains(nameof(Quote.Lines)))
        {
            await LineBodies.PutAsync(body, revision.Wanted.Lines, present.Lines, run, isNew: false, cancellationToken);
            body["currency_id"] = present.Header.Text("currency_id") ?? run.Setup.Base?.Id ?? "";
        }

        body["id"] = id.Value;
        KeepRate(body, present.Header);
        return await StoredAsync(run, Module, await ReviseAsync(run, Module, body, cancellationToken, keepsPrices: !body.ContainsKey("LineItems")), id, cancellationToken);
    }

    protected override JsonObject Body(VtigerRun run, string module, Quote value, IReadOnlySet<string>? fields)
    {
        var body = new JsonObject();
        bool Is(string name) => fields?.Contains(name) != false;
        if (Is(nameof(Quote.Subject)))
            Put(body, "subject", Texts.Trimmed(value.Subject));
        if (Is(nameof(Quote.Stage)))
            Put(body, "quotestage", Texts.Trimmed(value.Stage) ?? FirstStage);
        if (Is(nameof(Quote.Customer)))
            Put(body, "account_id", value.Customer?.Id.Value);
        if (Is(nameof(Quote.Contact)))
            Put(body, "contact_id", value.Contact?.Id.Value);
        if (Is(nameof(Quote.Deal)))
            Put(body, "potential_id", value.Deal?.Id.Value);
        if (Is(nameof(Quote.ValidUntil)))
            Put(body, "validtill", value.ValidUntil is { } day ? JsonValues.Day(day) : null);
        if (Is(nameof(Quote.BillTo)))
            Street(body, PlaceFields.Billing, value.BillTo);
        if (Is(nameof(Quote.DeliverTo)))
            Street(body, PlaceFields.Shipping, value.DeliverTo);
        if (Is(nameof(Quote.Note)))
            Put(body, "description", Texts.Trimmed(value.Note));
        return body;
    }

    // Both streets are mandatory.
    private void Street(JsonObject body, PlaceFields fields, PostalAddress? address)
    {
        fields.Write(body, address, Session.Country);
        if (body[fields.Street]!.ToString().Length == 0)
            body[fields.Street] = Session.Options.TextDefault ?? "";
    }

    private Quote Normalise(Quote value, CrmSetup setup) => value with
    {
        Subject = Texts.Stored(value.Subject, Module, "subject"),
        Stage = Texts.Trimmed(value.Stage) ?? FirstStage,
        BillTo = PlaceFields.Billing.Stored(value.BillTo, Module, Session.Country),
        DeliverTo = PlaceFields.Shipping.Stored(value.DeliverTo, Module, Session.Country),
        Lines = OrderKind.Kept(value.Lines),
        Currency = value.Currency ?? setup.BaseCode,
        ConversionRate = OrderKind.Rate(value.Currency, value.ConversionRate, setup),
        Note = Texts.Stored(value.Note),
    };
}
