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
}
