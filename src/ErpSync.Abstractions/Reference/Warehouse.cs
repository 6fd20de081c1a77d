namespace ErpSync;

/// <summary>A place where stock lies. Read to be mapped.</summary>
public sealed record Warehouse : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Warehouse;

    /// <summary>The system's own code, stable when names change; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
