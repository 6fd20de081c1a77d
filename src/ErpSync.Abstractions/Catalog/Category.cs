namespace ErpSync;

/// <summary>A node of the category tree of products. Roots that exist for technical reasons (PrestaShop's root and Home) are not records.</summary>
public sealed record Category : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Category;

    /// <summary>The name, plain text.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Empty;

    /// <summary>The description, HTML.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>The category above; null at the top of the tree.</summary>
    public Ref? Parent { get; init; }

    /// <summary>Whether customers see it; null when the system has no such switch.</summary>
    public bool? Active { get; init; }

    /// <summary>
    /// The names from the top down to this category in the connection's main language, joined by <c> / </c>. Given by the reader for matching and messages;
    /// not compared and not written.
    /// </summary>
    public string? Path { get; init; }
}
