using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>Between invoices, credit notes and records: pure functions. Credit notes are invoices of type 2 with negative amounts; records have them positive.</summary>
internal static class InvoiceMapping
{
    public const string Element = "facture";

    public static Remote<Invoice> ReadInvoice(JsonElement json, DocumentContacts contacts, DolibarrSetup setup, TradeSetup trade, DolibarrOptions options, ServiceBook services, ExtraFieldBook fields, Func<long, EntityKind> productKind)
    {
        var head = DocumentHead.Read(json, EntityKind.Invoice, setup, 1);
        var row = head.Row;
        var paid = Paid(row);
        return Of(json, row, setup, new Invoice
        {
            Number = Number(row),
            Reference = Notes.Plain(row.Text("ref_client") ?? row.Text("ref_customer")),
            Order = Link(json),
            Customer = head.Pointer("socid", EntityKind.Customer),
            Date = DocumentDates.Read(row, "date", setup),
            DueDate = DocumentDates.Read(row, "date_lim_reglement", setup),
            BillTo = contacts.BillTo,
            DeliverTo = contacts.DeliverTo,
            Lines = LineMapping.Read(json, head.Currency, head.IsForeign, 1, services, productKind),
            Currency = head.Currency,
            ConversionRate = head.Rate,
            TotalNet = head.TotalNet,
            TotalTax = head.TotalTax,
            TotalGross = head.TotalGross,
            Stage = InvoiceStages.Read(row, paid),
            IsDeposit = row.Text("type") == "3",
            PaymentMethod = head.Pointer("mode_reglement_id", EntityKind.PaymentMethod),
            PaymentTerms = row.Text("cond_reglement_code"),
            BankAccount = head.Pointer("fk_account", EntityKind.BankAccount),
            CustomerNote = Notes.Read(row.Text("note_public")),
            PrivateNote = Notes.Read(row.Text("note_private")),
            Custom = fields.Read(json, Element, options.InvoiceFields, setup.OffsetAt),
            Paid = paid is { } amount && setup.Currency is { } own ? new Money(amount, own) : null,
            HasPdf = row.Text("last_main_doc") is not null,
            Rounding = OrderMapping.Rounding(trade),
            Token = row.Text("ref_ext"),
        });
    }

    public static Remote<CreditNote> ReadNote(JsonElement json, DocumentContacts contacts, DolibarrSetup setup, TradeSetup trade, DolibarrOptions options, ServiceBook services, ExtraFieldBook fields, Func<long, EntityKind> productKind)
    {
        var head = DocumentHead.Read(json, EntityKind.CreditNote, setup, -1);
        var row = head.Row;
        return Of(json, row, setup, new CreditNote
        {
            Number = Number(row),
            Reference = Notes.Plain(row.Text("ref_client") ?? row.Text("ref_customer")),
            Invoice = head.Pointer("fk_facture_source", EntityKind.Invoice),
            Order = Link(json),
            Customer = head.Pointer("socid", EntityKind.Customer),
            Date = DocumentDates.Read(row, "date", setup),
            BillTo = contacts.BillTo,
            Lines = LineMapping.Read(json, head.Currency, head.IsForeign, -1, services, productKind),
            Currency = head.Currency,
            ConversionRate = head.Rate,
            TotalNet = head.TotalNet,
            TotalTax = head.TotalTax,
            TotalGross = head.TotalGross,
            Stage = InvoiceStages.Read(row, null),
            CustomerNote = Notes.Read(row.Text("note_public")),
            PrivateNote = Notes.Read(row.Text("note_private")),
            Custom = fields.Read(json, Element, options.InvoiceFields, setup.OffsetAt),
            HasPdf = row.Text("last_main_doc") is not null,
            Rounding = OrderMapping.Rounding(trade),
            Token = row.Text("ref_ext"),
        });
    }

    /// <summary>What dates do not tell: linked contacts. A list tells no roles; see <see cref="RoleSweeper{T}"/>.</summary>
    public static string Stamp(JsonElement json) => Prints.Of(
        json.Text("date_modification"),
        json.Text("status") ?? json.Text("statut"),
        json.Text("paye"),
        string.Join(',', json.Get("contacts_ids").Items().Select(contact => contact.ValueKind == JsonValueKind.Object ? contact.Text("id") : contact.AsText()).Order(StringComparer.Ordinal)));

    public static Invoice Normalise(Invoice value, DolibarrSetup setup, TradeSetup trade, DolibarrOptions options, ExtraFieldBook fields)
    {
        var plan = DocumentPlan.TryMake([.. value.Lines], DocumentAmounts.Of(value), value.Currency, value.ConversionRate, setup, trade, options.RoundingLines);
        return value with
        {
            Reference = Notes.Line(value.Reference, setup),
            BillTo = ContactText.Normalise(value.BillTo, setup, withPhones: false),
            DeliverTo = ContactText.Normalise(value.DeliverTo, setup, withPhones: false),
            Lines = plan is null ? value.Lines : LineTexts.Normalise(plan.AsRead(setup.UnitDecimals), setup),
            Currency = value.Currency ?? setup.Currency,
            ConversionRate = Rate(value.Currency, value.ConversionRate, plan, setup),
            TotalNet = plan is null ? value.TotalNet : new Money(plan.Net, plan.Currency),
            TotalTax = plan is null ? value.TotalTax : new Money(plan.Tax, plan.Currency),
            TotalGross = plan is null ? value.TotalGross : new Money(plan.Gross, plan.Currency),
            Stage = InvoiceStages.Fold(value.Stage ?? InvoiceStage.Draft),
            IsDeposit = value.IsDeposit ?? false,
            CustomerNote = Notes.Normalise(value.CustomerNote, setup),
            PrivateNote = Notes.Normalise(value.PrivateNote, setup),
            Custom = fields.Normalise(value.Custom, Element, options.InvoiceFields, setup),
        };
    }

    public static CreditNote Normalise(CreditNote value, DolibarrSetup setup, TradeSetup trade, DolibarrOptions options, ExtraFieldBook fields)
    {
        var plan = DocumentPlan.TryMake([.. value.Lines], DocumentAmounts.Of(value), value.Currency, value.ConversionRate, setup, trade, options.RoundingLines);
        return value with
        {
            Reference = Notes.Line(value.Reference, setup),
            BillTo = ContactText.Normalise(value.BillTo, setup, withPhones: false),
            Lines = plan is null ? value.Lines : LineTexts.Normalise(plan.AsRead(setup.UnitDecimals), setup),
            Currency = value.Currency ?? setup.Currency,
            ConversionRate = Rate(value.Currency, value.ConversionRate, plan, setup),
            TotalNet = plan is null ? value.TotalNet : new Money(plan.Net, plan.Currency),
            TotalTax = plan is null ? value.TotalTax : new Money(plan.Tax, plan.Currency),
            TotalGross = plan is null ? value.TotalGross : new Money(plan.Gross, plan.Currency),
            Stage = InvoiceStages.Fold(value.Stage ?? InvoiceStage.Draft),
            CustomerNote = Notes.Normalise(value.CustomerNote, setup),
            PrivateNote = Notes.Normalise(value.PrivateNote, setup),
            Custom = fields.Normalise(value.Custom, Element, options.InvoiceFields, setup),
        };
    }

    /// <summary>What was paid, in the company's currency; null when the endpoint does not tell.</summary>
    public static decimal? Paid(RowReader row) => row.Number("totalpaid");

    private static decimal? Rate(CurrencyCode? currency, decimal? rate, DocumentPlan? plan, DolibarrSetup setup) =>
        currency is not { } code || setup.Currency is not { } own || code == own ? null : rate is { } told ? Math.Round(told, 8, MidpointRounding.AwayFromZero) : plan?.Rate;

    private static Remote<T> Of<T>(JsonElement json, RowReader row, DolibarrSetup setup, T value)
        where T : class, IEntity => new(RemoteId.From(row.Id), value)
        {
            ModifiedAt = row.Instant("date_modification", setup.ZoneOffset),
            Label = row.Text("ref"),
            Stamp = Stamp(json),
            Native = json,
        };

    private static string? Number(RowReader row) => row.Text("ref") is { } reference && !reference.StartsWith("(PROV", StringComparison.Ordinal) ? reference : null;

    private static Ref? Link(JsonElement json) => DocumentHead.Links(json, "commande") is [var order, ..] ? new Ref(EntityKind.Order, RemoteId.From(order)) : null;
}
