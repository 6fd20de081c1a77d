namespace ErpSync;

/// <summary>A company or person that buys. Whether a person buys for a company is told by <see cref="IsCompany"/> and <see cref="Company"/>.</summary>
public sealed record Customer : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Customer;

    /// <summary>The customer number; null when it has none. Systems that number by themselves refuse one.</summary>
    public string? Code { get; init; }

    /// <summary>True for a company, false for a person; null when the system does not tell.</summary>
    public bool? IsCompany { get; init; }

    /// <summary>The company's name; null for a person.</summary>
    public string? Company { get; init; }

    /// <summary>The form of address, for example <c>Mrs.</c>; null when there is none.</summary>
    public string? Salutation { get; init; }

    /// <summary>First name; null when there is none.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name; null when there is none.</summary>
    public string? LastName { get; init; }

    /// <summary>The e-mail address as the system has it; compared without regard to case. Null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number; null when there is none. Compared by digits and a leading plus.</summary>
    public string? Phone { get; init; }

    /// <summary>The mobile number; as <see cref="Phone"/>.</summary>
    public string? Mobile { get; init; }

    /// <summary>The address of the web site; null when there is none.</summary>
    public string? Website { get; init; }

    /// <summary>The VAT number with its country prefix; null when there is none. Blanks and case do not count.</summary>
    public string? VatNumber { get; init; }

    /// <summary>Registration numbers by their usual name in lower case: <c>siren</c>, <c>siret</c>, <c>ape</c>, <c>rcs</c>, <c>dni</c>.</summary>
    public TextMap Registrations { get; init; } = TextMap.Empty;

    /// <summary>The ISO 639-1 code of the language; null when the system does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>The currency the customer is invoiced in; null means the connection's own.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>The groups that the customer is in.</summary>
    public RefSet Groups { get; init; } = RefSet.Empty;

    /// <summary>The group that decides the prices, or the price level; null when the system has none.</summary>
    public Ref? PriceGroup { get; init; }

    /// <summary>Whether the customer wants the newsletter; null when the system does not tell.</summary>
    public bool? Newsletter { get; init; }

    /// <summary>Whether the customer accepts offers of others; null when the system does not tell.</summary>
    public bool? PartnerOffers { get; init; }

    /// <summary>The day of birth; null when unknown.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>True for a buyer without an account, whose e-mail others may share; null when the system has no guests.</summary>
    public bool? IsGuest { get; init; }

    /// <summary>Whether the customer may buy; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>How much may be owed; null when there is no limit or the system does not tell.</summary>
    public Money? CreditLimit { get; init; }

    /// <summary>When an invoice must be paid, as the system names it, for example <c>30 days</c>; null when it does not tell.</summary>
    public string? PaymentTerms { get; init; }

    /// <summary>A note that the customer does not see; null when there is none.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>Where the customer came from, for example <c>Prestashop</c>; null when the system does not tell.</summary>
    public string? Origin { get; init; }

    /// <summary>The shop of a multi-shop installation, by the name the connection gives it; null when there is one shop.</summary>
    public string? Shop { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>When the customer registered, in UTC; null when the system does not tell. Given by the reader, not compared and not written.</summary>
    public DateTimeOffset? RegisteredAt { get; init; }

    /// <summary>True when the customer has ordered before; null when the system does not tell. Given by the reader, not compared and not written.</summary>
    public bool? HasOrdered { get; init; }
}
