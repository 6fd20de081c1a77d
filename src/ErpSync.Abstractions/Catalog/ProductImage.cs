namespace ErpSync;

/// <summary>A picture of a product.</summary>
public sealed record ProductImage : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.ProductImage;

    /// <summary>The product.</summary>
    public required Ref Owner { get; init; }

    /// <summary>True for the picture that stands for the product in lists.</summary>
    public bool IsCover { get; init; }

    /// <summary>The place among the product's pictures, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The picture itself.</summary>
    public required ImageContent Content { get; init; }

    /// <summary>The words under the picture, plain text.</summary>
    public LocalizedText Legend { get; init; } = LocalizedText.Empty;

    /// <summary>The variants that it shows; empty when it stands for all.</summary>
    public RefSet Variants { get; init; } = RefSet.Empty;
}
