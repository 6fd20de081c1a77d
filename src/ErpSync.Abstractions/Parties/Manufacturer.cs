namespace ErpSync;

/// <summary>Who makes a product, or its brand.</summary>
public sealed record Manufacturer : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Manufacturer;

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The short text, HTML.</summary>
    public LocalizedText Summary { get; init; } = LocalizedText.Empty;

    /// <summary>The long text, HTML.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>Whether customers see it; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;
}
