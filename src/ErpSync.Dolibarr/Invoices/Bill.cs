namespace ErpSync.Dolibarr;

/// <summary>An invoice or credit note as it is written: what the two have in common.</summary>
/// <param name="Kind">Which of the two.</param>
/// <param name="Type">Dolibarr's type: 0 invoice, 2 credit note, 3 deposit.</param>
/// <param name="Lines">The lines, positive in a credit note too.</param>
/// <param name="Told">The totals.</param>
internal sealed record Bill(EntityKind Kind, int Type, ValueList<DocumentLine> Lines, DocumentAmounts Told)
{
    public Ref? Customer { get; init; }

    public Ref? Order { get; init; }

    public Ref? Source { get; init; }

    public string? Reference { get; init; }

    public DateOnly? Date { get; init; }

    public DateOnly? DueDate { get; init; }

    public CurrencyCode? Currency { get; init; }

    public decimal? Rate { get; init; }

    public InvoiceStage Stage { get; init; }

    public Ref? PaymentMethod { get; init; }

    public string? PaymentTerms { get; init; }

    public Ref? BankAccount { get; init; }

    public PostalAddress? BillTo { get; init; }

    public PostalAddress? DeliverTo { get; init; }

    public string? CustomerNote { get; init; }

    public string? PrivateNote { get; init; }

    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>-1 for credit notes.</summary>
    public int Sign => Type == 2 ? -1 : 1;

    public static Bill Of(Invoice value) => new(EntityKind.Invoice, value.IsDeposit == true ? 3 : 0, value.Lines, DocumentAmounts.Of(value))
    {
        Customer = value.Customer,
        Order = value.Order,
        Reference = value.Reference,
        Date = value.Date,
        DueDate = value.DueDate,
        Currency = value.Currency,
        Rate = value.ConversionRate,
        Stage = InvoiceStages.Fold(value.Stage ?? InvoiceStage.Draft),
        PaymentMethod = value.PaymentMethod,
        PaymentTerms = value.PaymentTerms,
        BankAccount = value.BankAccount,
        BillTo = value.BillTo,
        DeliverTo = value.DeliverTo,
        CustomerNote = value.CustomerNote,
        PrivateNote = value.PrivateNote,
        Custom = value.Custom,
    };

    public static Bill Of(CreditNote value) => new(EntityKind.CreditNote, 2, value.Lines, DocumentAmounts.Of(value))
    {
        Customer = value.Customer,
        Order = value.Order,
        Source = value.Invoice,
        Reference = value.Reference,
        Date = value.Date,
        Currency = value.Currency,
        Rate = value.ConversionRate,
        Stage = InvoiceStages.Fold(value.Stage ?? InvoiceStage.Draft),
        BillTo = value.BillTo,
        CustomerNote = value.CustomerNote,
        PrivateNote = value.PrivateNote,
        Custom = value.Custom,
    };
}
