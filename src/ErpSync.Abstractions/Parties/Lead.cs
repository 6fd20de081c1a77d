namespace ErpSync;

/// <summary>A person who has not bought yet. Becomes a customer or contact through <see cref="ILeadConverter"/>.</summary>
public sealed record Lead : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Lead;

    /// <summary>First name; null when there is none.</summary>
    public string? FirstName { get; init; }

    /// <summary>Family name; null when there is none.</summary>
    public string? LastName { get; init; }

    /// <summary>The company; null when there is none.</summary>
    public string? Company { get; init; }

    /// <summary>The e-mail address; compared without regard to case. Null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number; null when there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>The mobile number; null when there is none.</summary>
    public string? Mobile { get; init; }

    /// <summary>The address of the web site; null when there is none.</summary>
    public string? Website { get; init; }

    /// <summary>The postal address; null when there is none.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The ISO 639-1 code of the language; null when the system does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>Where the lead came from, for example <c>Prestashop</c>; null when the system does not tell.</summary>
    public string? Origin { get; init; }

    /// <summary>How far it is, as the system names it; null when it does not tell.</summary>
    public string? Status { get; init; }

    /// <summary>Whether the person wants the newsletter; null when the system does not tell.</summary>
    public bool? Newsletter { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;

    /// <summary>True when it was converted and is kept for history only; null when the system does not tell. Given by the reader, not compared and not written.</summary>
    public bool? IsConverted { get; init; }
}
