using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>What reading invoices and credit notes has in common: one resource, told apart by type. Links to orders come with a list only where it is asked for them (21 and later).</summary>
internal abstract class BillReader<T>(TradeSession session) : RecordReader<T>(session, "invoices")
    where T : class, IEntity
{
    protected override string Query => "&loadlinkedobjects=1";

    protected override string ListProperties => "id,date_modification,status,statut,paye,contacts_ids";

    protected override bool HasExtraFields => Session.Options.InvoiceFields.Count > 0;

    protected override bool HasRolesToSweep(JsonElement row) => (row.Text("status") ?? row.Text("statut")) is "0" or "1" && row.Get("contacts_ids").Items().Any();

    protected override string? StampOf(JsonElement row) => InvoiceMapping.Stamp(row);

    /// <summary>The row with its links, which lists of versions before 21 do not show.</summary>
    protected static async Task<JsonElement> WholeAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken) =>
        row.Get("linkedObjectsIds").ValueKind is JsonValueKind.Null or JsonValueKind.Undefined && row.Whole("id") is { } id
            ? await run.Client.FindAsync($"invoices/{JsonValues.Invariant(id)}", cancellationToken) ?? row
            : row;
}

/// <summary>Reads invoices and deposits.</summary>
internal sealed class InvoiceReader(TradeSession session) : BillReader<Invoice>(session), IKind<Invoice>, IKeyFinder<Invoice>
{
    public KindProfile<Invoice> Profile
    {
        get
        {
            var (setup, trade, options) = (Session.Setup, Session.Trade, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Invoice.Reference), nameof(Invoice.Order), nameof(Invoice.Customer), nameof(Invoice.Date), nameof(Invoice.DueDate), nameof(Invoice.BillTo), nameof(Invoice.DeliverTo), nameof(Invoice.Lines), nameof(Invoice.Currency),
                nameof(Invoice.ConversionRate), nameof(Invoice.TotalNet), nameof(Invoice.TotalTax), nameof(Invoice.TotalGross), nameof(Invoice.Stage), nameof(Invoice.IsDeposit), nameof(Invoice.PaymentMethod), nameof(Invoice.PaymentTerms),
                nameof(Invoice.BankAccount), nameof(Invoice.CustomerNote), nameof(Invoice.PrivateNote), nameof(Invoice.Custom),
            };
            var written = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(Invoice.Reference), nameof(Invoice.DueDate), nameof(Invoice.Lines), nameof(Invoice.Stage), nameof(Invoice.PaymentMethod), nameof(Invoice.PaymentTerms), nameof(Invoice.BankAccount), nameof(Invoice.CustomerNote),
                nameof(Invoice.PrivateNote), nameof(Invoice.Custom), nameof(Invoice.BillTo), nameof(Invoice.DeliverTo),
            };
            if (options.InvoiceFields.Count == 0)
                read.Remove(nameof(Invoice.Custom));
            written.IntersectWith(read);
            return new KindProfile<Invoice> { ReadFields = read, WrittenFields = written, Normalise = value => InvoiceMapping.Normalise(value, setup, trade, options, Session.ExtraFields), DateTrust = DateTrust.Partial, WriteBatch = 20, Writers = 1, SharesWriter = true, WriteTimeout = options.AttemptTimeout };
        }
    }

    public string KeyName => "reference";

    protected override string Filter => "(t.type:!=:2)";

    public IAsyncEnumerable<ReadResult<Invoice>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => FindByColumnAsync("t.ref_client", keys, static invoice => invoice.Reference, cancellationToken);

    protected override bool IsOurs(JsonElement row) => row.Text("type") != "2";

    internal override async Task<Remote<Invoice>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken)
    {
        var whole = await WholeAsync(row, run, cancellationToken);
        return await MapAsync(whole, await DocumentContacts.ReadAsync(whole, "invoices", run, cancellationToken), run, await ProductKinds.OfAsync(whole, run, cancellationToken), cancellationToken);
    }

    internal static async Task<Remote<Invoice>> MapAsync(JsonElement row, DocumentContacts contacts, TradeRun run, Func<long, EntityKind> productKind, CancellationToken cancellationToken) => InvoiceMapping.ReadInvoice(
        row, contacts, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options, await run.Services.GetAsync(cancellationToken), run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown, productKind);
}

/// <summary>Reads credit notes.</summary>
internal sealed class CreditNoteReader(TradeSession session) : BillReader<CreditNote>(session), IKind<CreditNote>, IKeyFinder<CreditNote>
{
    public KindProfile<CreditNote> Profile
    {
        get
        {
            var (setup, trade, options) = (Session.Setup, Session.Trade, Session.Options);
            var read = new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(CreditNote.Reference), nameof(CreditNote.Invoice), nameof(CreditNote.Order), nameof(CreditNote.Customer), nameof(CreditNote.Date), nameof(CreditNote.BillTo), nameof(CreditNote.Lines), nameof(CreditNote.Currency),
                nameof(CreditNote.ConversionRate), nameof(CreditNote.TotalNet), nameof(CreditNote.TotalTax), nameof(CreditNote.TotalGross), nameof(CreditNote.Stage), nameof(CreditNote.CustomerNote), nameof(CreditNote.PrivateNote), nameof(CreditNote.Custom),
            };
            var written = new HashSet<string>(StringComparer.Ordinal) { nameof(CreditNote.Reference), nameof(CreditNote.Lines), nameof(CreditNote.Stage), nameof(CreditNote.CustomerNote), nameof(CreditNote.PrivateNote), nameof(CreditNote.Custom), nameof(CreditNote.BillTo) };
            if (options.InvoiceFields.Count == 0)
                read.Remove(nameof(CreditNote.Custom));
            written.IntersectWith(read);
            return new KindProfile<CreditNote> { ReadFields = read, WrittenFields = written, Normalise = value => InvoiceMapping.Normalise(value, setup, trade, options, Session.ExtraFields), DateTrust = DateTrust.Partial, WriteBatch = 20, Writers = 1, SharesWriter = true, WriteTimeout = options.AttemptTimeout };
        }
    }

    public string KeyName => "reference";

    protected override string Filter => "(t.type:=:2)";

    public IAsyncEnumerable<ReadResult<CreditNote>> FindByKeyAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) => FindByColumnAsync("t.ref_client", keys, static note => note.Reference, cancellationToken);

    protected override bool IsOurs(JsonElement row) => row.Text("type") == "2";

    internal override async Task<Remote<CreditNote>> MapAsync(JsonElement row, TradeRun run, CancellationToken cancellationToken)
    {
        var whole = await WholeAsync(row, run, cancellationToken);
        return await MapAsync(whole, await DocumentContacts.ReadAsync(whole, "invoices", run, cancellationToken), run, await ProductKinds.OfAsync(whole, run, cancellationToken), cancellationToken);
    }

    internal static async Task<Remote<CreditNote>> MapAsync(JsonElement row, DocumentContacts contacts, TradeRun run, Func<long, EntityKind> productKind, CancellationToken cancellationToken) => InvoiceMapping.ReadNote(
        row, contacts, run.Setup, await run.Trade.GetAsync(cancellationToken), run.Options, await run.Services.GetAsync(cancellationToken), run.ExtraFields.Loaded ?? ExtraFieldBook.Unknown, productKind);
}
