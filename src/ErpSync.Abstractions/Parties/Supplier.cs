namespace ErpSync;

/// <summary>A company that is bought from.</summary>
public sealed record Supplier : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Supplier;

    /// <summary>The supplier number; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The e-mail address; null when there is none.</summary>
    public string? Email { get; init; }

    /// <summary>The telephone number; null when there is none.</summary>
    public string? Phone { get; init; }

    /// <summary>The address of the web site; null when there is none.</summary>
    public string? Website { get; init; }

    /// <summary>The VAT number; null when there is none.</summary>
    public string? VatNumber { get; init; }

    /// <summary>The postal address; null when there is none.</summary>
    public PostalAddress? Address { get; init; }

    /// <summary>The ISO 639-1 code of the language; null when the system does not tell.</summary>
    public string? Language { get; init; }

    /// <summary>The currency of its prices; null when the system does not tell.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>What customers read about it, HTML.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>Whether it is in use; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>A note for the house; null when there is none.</summary>
    public string? PrivateNote { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;
}
