namespace ErpSync;

/// <summary>One of the shops that an installation holds. Looked at to choose the one that a connection is for.</summary>
public sealed record Storefront : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Storefront;

    /// <summary>The name as people see it in the back office.</summary>
    public string Name { get; init; } = "";

    /// <summary>The system's id of the group of shops that it belongs to, which may share customers, orders and stock; null when it belongs to none.</summary>
    public string? Group { get; init; }

    /// <summary>Whether it sells at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
