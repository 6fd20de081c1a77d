namespace ErpSync.Vtiger;

/// <summary>A quote of vtiger: a kind of this connector, because no other system here has it. All amounts are in <see cref="Currency"/>.</summary>
public sealed record Quote : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => new("quote");

    /// <summary>The number that vtiger gave it; null before it is stored. Given by the reader, not written.</summary>
    public string? Number { get; init; }

    /// <summary>The subject; null only where vtiger has none.</summary>
    public string? Subject { get; init; }

    /// <summary>How far it is, as vtiger names it, for example <c>Accepted</c>; null takes vtiger's first.</summary>
    public string? Stage { get; init; }

    /// <summary>The customer; null when there is none.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The contact; null when there is none.</summary>
    public Ref? Contact { get; init; }

    /// <summary>The deal it belongs to; null when there is none.</summary>
    public Ref? Deal { get; init; }

    /// <summary>The last day it holds, in vtiger's zone; null when none is told.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>The billing address; null when there is none.</summary>
    public PostalAddress? BillTo { get; init; }

    /// <summary>The delivery address; null when there is none.</summary>
    public PostalAddress? DeliverTo { get; init; }

    /// <summary>What is offered and at what price; discounts have negative amounts. Their sum is the total.</summary>
    public ValueList<DocumentLine> Lines { get; init; } = [];

    /// <summary>The currency of every amount; null takes the base currency.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>How many units of <see cref="Currency"/> one unit of the base currency was worth; null when both are the same.</summary>
    public decimal? ConversionRate { get; init; }

    /// <summary>The total with tax, as vtiger tells it; null when it does not. Given by the reader, not written.</summary>
    public Money? TotalGross { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Note { get; init; }
}
