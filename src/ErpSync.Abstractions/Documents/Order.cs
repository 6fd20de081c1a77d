namespace ErpSync;

/// <summary>An order of a customer. All amounts are in <see cref="Currency"/>; discounts have negative amounts.</summary>
public sealed record Order : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Order;

    /// <summary>The number that this system gave it, as it prints it. Given by the reader, not compared; a creator may use one that it is given, if its system lets it.</summary>
    public string? Number { get; init; }

    /// <summary>The reference that shop, ERP and customer know it by (the shop's order reference; the ERP's "customer reference"). Several orders of one split cart may share it.</summary>
    public string? Reference { get; init; }

    /// <summary>The buyer's own order number; null when there is none.</summary>
    public string? BuyerReference { get; init; }

    /// <summary>The shop of a multi-shop installation, by the name the connection gives it; null when there is one shop.</summary>
    public string? Shop { get; init; }

    /// <summary>The day of the order in the source's own time zone.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When it was placed, in UTC, to the second; null where only the day is known.</summary>
    public DateTimeOffset? PlacedAt { get; init; }

    /// <summary>The customer; null for a buyer without an account who is no record of the system.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The contact; null when there is none.</summary>
    public Ref? Contact { get; init; }

    /// <summary>The buyer's e-mail address, also of a guest; null when unknown.</summary>
    public string? Email { get; init; }

    /// <summary>The record of the billing address; null when there is none.</summary>
    public Ref? BillingAddress { get; init; }

    /// <summary>The record of the delivery address; null when there is none.</summary>
    public Ref? DeliveryAddress { get; init; }

    /// <summary>The billing address as it stood on the document; null when there was none.</summary>
    public PostalAddress? BillTo { get; init; }

    /// <summary>The delivery address as it stood on the document; null when there was none.</summary>
    public PostalAddress? DeliverTo { get; init; }

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

    /// <summary>The status as the system keeps it; null when it has none.</summary>
    public Ref? Status { get; init; }

    /// <summary>How far the order is, in ErpSync's words. Written, it is the life cycle: a draft is validated by writing <see cref="OrderStage.Confirmed"/>.</summary>
    public OrderStage? Stage { get; init; }

    /// <summary>True when it is paid in full; null when the system does not tell.</summary>
    public bool? IsPaid { get; init; }

    /// <summary>True when it is invoiced in full; null when the system does not tell.</summary>
    public bool? IsInvoiced { get; init; }

    /// <summary>How the buyer pays; null when unknown.</summary>
    public Ref? PaymentMethod { get; init; }

    /// <summary>The payment as the shop words it, for example <c>Payments by check</c>; null when unknown.</summary>
    public string? PaymentText { get; init; }

    /// <summary>The payment provider's number of the transaction; null when there is none.</summary>
    public string? TransactionId { get; init; }

    /// <summary>When it must be paid, as the system names it; null when it does not tell.</summary>
    public string? PaymentTerms { get; init; }

    /// <summary>Where the money arrives; null when unknown.</summary>
    public Ref? BankAccount { get; init; }

    /// <summary>Who delivers; null when unknown.</summary>
    public Ref? Carrier { get; init; }

    /// <summary>The way of delivery as the shop words it; null when unknown.</summary>
    public string? CarrierText { get; init; }

    /// <summary>Where the goods are taken from; null when the system decides.</summary>
    public Ref? Warehouse { get; init; }

    /// <summary>The day the goods are wanted; null when none is told.</summary>
    public DateOnly? DeliveryDate { get; init; }

    /// <summary>The ISO 639-1 code of the language; null when the system does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>What the customer wrote or may read; null when there is nothing.</summary>
    public string? CustomerNote { get; init; }

    /// <summary>What only the house may read; null when there is nothing.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>The messages about the order, oldest first.</summary>
    public ValueList<DocumentMessage> Messages { get; init; } = [];

    /// <summary>Whether it is a present; null when the system does not tell.</summary>
    public bool? IsGift { get; init; }

    /// <summary>The words that go with the present; null when there are none.</summary>
    public string? GiftMessage { get; init; }

    /// <summary>The deal it came from; null when there is none.</summary>
    public Ref? Deal { get; init; }

    /// <summary>Where it was placed, for example <c>checkout</c> or <c>Prestashop</c>; null when the system does not tell.</summary>
    public string? Origin { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>Whether the buyer saw prices with tax; null when the system does not tell. Given by the reader, not compared and not written.</summary>
    public bool? PricesIncludeTax { get; init; }

    /// <summary>What was paid so far; null when the system does not tell. Given by the reader, not compared and not written.</summary>
    public Money? Paid { get; init; }

    /// <summary>The tax totals by rate, as the system tells them; empty when it does not. Given by the reader, not compared and not written.</summary>
    public ValueList<TaxTotal> Taxes { get; init; } = [];

    /// <summary>How this system rounds; null when it does not tell. Given by the reader, not compared and not written.</summary>
    public RoundingRule? Rounding { get; init; }

    /// <summary>The token that its create carried, as far as the system keeps it. Given by the reader, not compared and not written.</summary>
    public string? Token { get; init; }
}
