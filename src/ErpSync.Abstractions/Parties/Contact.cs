namespace ErpSync;

/// <summary>A person at a customer, or standing alone.</summary>
public sealed record Contact : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Contact;

    /// <summary>The customer; null for a contact who stands alone.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The form of address; null when there is none.</summary>
    public string? Salutation { get; init; }

    /// <summary>First name; null when there is none.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name; null when there is none.</summary>
    public string? LastName { get; init; }

    /// <summary>What the person does there; null when unknown.</summary>
    public string? Position { get; init; }

    /// <summary>The e-mail address; compared without regard to case. Null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number; null when there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>The mobile number; null when there is none.</summary>
    public string? Mobile { get; init; }

    /// <summary>The postal address; null when there is none.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The second postal address of systems that keep two; null when there is none.</summary>
    public PostalAddress? OtherAddress { get; init; }

    /// <summary>What the person is asked for, for example <c>BILLING</c> or <c>SHIPPING</c>, as the system names it.</summary>
    public TextSet Roles { get; init; } = TextSet.Empty;

    /// <summary>The ISO 639-1 code of the language; null when the system does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the person wants the newsletter; null when the system does not tell.</summary>
    public bool? Newsletter { get; init; }

    /// <summary>The day of birth; null when unknown.</summary>
    public DateOnly? Birthday { get; init; }

    /// <summary>Whether the contact is in use; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>A note that the person does not see; null when there is none.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>Where the contact came from; null when the system does not tell.</summary>
    public string? Origin { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;
}
