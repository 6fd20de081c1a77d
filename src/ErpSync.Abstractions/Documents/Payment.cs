namespace ErpSync;

/// <summary>Money received from a customer, or paid back. A payment of several invoices is one record for each.</summary>
public sealed record Payment : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Payment;

    /// <summary>The number that this system gave it, as it prints it. Given by the reader, not compared; a creator may use one that it is given, if its system lets it.</summary>
    public string? Number { get; init; }

    /// <summary>The order it pays; null when unknown.</summary>
    public Ref? Order { get; init; }

    /// <summary>The invoice it pays; null when unknown.</summary>
    public Ref? Invoice { get; init; }

    /// <summary>The credit note it pays back; null for money received.</summary>
    public Ref? CreditNote { get; init; }

    /// <summary>The customer; null when unknown.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The day in the source's own time zone.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>When it was paid, in UTC; null where only the day is known.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The amount; positive, also when it is paid back.</summary>
    public Money? Amount { get; init; }

    /// <summary>How many units of the amount's currency one unit of the base currency was worth; null when both are the same or the system does not tell.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>True for money paid back; null when the system does not tell.</summary>
    public bool? IsRefund { get; init; }

    /// <summary>How it was paid; null when unknown.</summary>
    public Ref? Method { get; init; }

    /// <summary>The way of payment as the system words it; null when unknown.</summary>
    public string? MethodText { get; init; }

    /// <summary>Where the money arrived; null when unknown.</summary>
    public Ref? BankAccount { get; init; }

    /// <summary>The payment provider's number, or the cheque's; null when there is none.</summary>
    public string? TransactionId { get; init; }

    /// <summary>How far it is; null when the system does not tell.</summary>
    public PaymentStage? Stage { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>The token that its create carried, as far as the system keeps it. Given by the reader, not compared and not written.</summary>
    public string? Token { get; init; }
}
