namespace ErpSync;

/// <summary>A postal address of a customer or supplier. Keyed by its owner and content, because an alias is free and a change in some systems makes a new record.</summary>
public sealed record Address : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Address;

    /// <summary>The customer or supplier; null only where a system lost it.</summary>
    public Ref? Owner { get; init; }

    /// <summary>What the owner calls it, for example <c>Home</c>; null when it has no name.</summary>
    public string? Alias { get; init; }

    /// <summary>The company at the address; null when there is none.</summary>
    public string? Company { get; init; }

    /// <summary>First name; null when there is none.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name; null when there is none.</summary>
    public string? LastName { get; init; }

    /// <summary>The first line: street and number; null when there is none.</summary>
    public string? Line1 { get; init; }

    /// <summary>The second line; null when there is none.</summary>
    public string? Line2 { get; init; }

    /// <summary>The post code; null when there is none.</summary>
    public string? Postcode { get; init; }

    /// <summary>The town; null when there is none.</summary>
    public string? City { get; init; }

    /// <summary>The state or province: its ISO 3166-2 code without the country, for example <c>QC</c>, else its name; null when there is none.</summary>
    public string? State { get; init; }

    /// <summary>The ISO 3166-1 code of the country in two capitals; null when unknown.</summary>
    public string? Country { get; init; }

    /// <summary>The telephone number; null when there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>The mobile number; null when there is none.</summary>
    public string? Mobile { get; init; }

    /// <summary>The VAT number; null when there is none.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The personal tax or identity number that some countries print; null when there is none.</summary>
    public string? Identification { get; init; }

    /// <summary>What the carrier should know, for example a door code; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>True when bills go there; null when the system does not tell.</summary>
    public bool? ForBilling { get; init; }

    /// <summary>True when goods go there; null when the system does not tell.</summary>
    public bool? ForDelivery { get; init; }

    /// <summary>False when the address is only kept for old documents; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>The address as a document keeps it.</summary>
    /// <returns>The copy, without owner, alias and use.</returns>
    public PostalAddress ToPostal() => new()
    {
        Company = Company,
        FirstName = FirstName,
        LastName = LastName,
        Line1 = Line1,
        Line2 = Line2,
        Postcode = Postcode,
        City = City,
        State = State,
        Country = Country,
        Phone = Phone,
        Mobile = Mobile,
        VatNumber = VatNumber,
        Identification = Identification,
        Note = Note,
    };
}
