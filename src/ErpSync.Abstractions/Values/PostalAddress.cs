namespace ErpSync;

/// <summary>A postal address as it stood on a document or is kept inside another record. <see cref="ErpSync.Address"/> is the record of its own.</summary>
public sealed record PostalAddress
{
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

    /// <summary>The e-mail address; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The personal tax or identity number that some countries print; null when there is none.</summary>
    public string? Identification { get; init; }

    /// <summary>What the carrier should know, for example a door code; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>True when nothing is given.</summary>
    public bool IsEmpty => this == new PostalAddress();
}
