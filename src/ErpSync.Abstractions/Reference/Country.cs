namespace ErpSync;

/// <summary>A country in use. Read to be mapped by its ISO 3166-1 code.</summary>
public sealed record Country : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Country;

    /// <summary>The ISO 3166-1 code in two capitals.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
