namespace ErpSync;

/// <summary>A credit note or refund. Quantities and amounts are positive where they are in the customer's favour, whatever sign the system uses.</summary>
public sealed record CreditNote : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.CreditNote;

    /// <summary>The number that this system gave it, as it prints it. Given by the reader, not compared; a creator may use one that it is given, if its system lets it.</summary>
    public string? Number { get; init; }

    /// <summary>The reference that both systems know it by; null when there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>The invoice it corrects; null when it stands alone or the system has no invoices.</summary>
    public Ref? Invoice { get; init; }

    /// <summary>The order it concerns; null when unknown.</summary>
    public Ref? Order { get; init; }

    /// <summary>The customer.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The day in the source's own time zone.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The billing address as it stood on the document; null when there was none.</summary>
    public PostalAddress? BillTo { get; init; }

    /// <summary>What is sold or credited and at what price: goods, shipping, wrapping, discounts and fees. Their sum is the total.</summary>
    public ValueList<DocumentLine> Lines { get; init; } = [];

    /// <summary>The currency of every amount; null only when the system does not tell.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>How many units of <see cref="Currency"/> one unit of the connection's base currency was worth; null when both are the same or the system does not tell.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>The total without tax, as the system tells it; null when it does not.</summary>
    public Money? TotalNet { get; init; }

    /// <summary>The sum of all taxes, as the system tells it; null when it does not.</summary>
    public Money? TotalTax { get; init; }

    /// <summary>The total with tax, as the system tells it.</summary>
    public Money? TotalGross { get; init; }

    /// <summary>How far it is. Written, it is the life cycle: <see cref="InvoiceStage.Paid"/> means paid back or used up.</summary>
    public InvoiceStage? Stage { get; init; }

    /// <summary>Why; null when nobody said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the goods go back on stock; null when the system does not tell.</summary>
    public bool? Restocks { get; init; }

    /// <summary>What the customer wrote or may read; null when there is nothing.</summary>
    public string? CustomerNote { get; init; }

    /// <summary>What only the house may read; null when there is nothing.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>True when a PDF can be opened (<see cref="IPdfOpener{T}"/>); null when the system does not tell. Given by the reader, not compared and not written.</summary>
    public bool? HasPdf { get; init; }

    /// <summary>A link that opens the PDF without a login: a secret of the customer, never shown in messages. Null when there is none. Given by the reader, not compared and not written.</summary>
    public string? PdfLink { get; init; }

    /// <summary>How this system rounds; null when it does not tell. Given by the reader, not compared and not written.</summary>
    public RoundingRule? Rounding { get; init; }

    /// <summary>The token that its create carried, as far as the system keeps it. Given by the reader, not compared and not written.</summary>
    public string? Token { get; init; }
}
