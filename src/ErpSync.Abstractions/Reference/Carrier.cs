namespace ErpSync;

/// <summary>A way of shipping. Read to be mapped; its id is the one that survives edits.</summary>
public sealed record Carrier : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Carrier;

    /// <summary>The system's own code, stable when names change; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>The pattern of tracking addresses, with the number's place as the system marks it; null when there is none.</summary>
    public string? TrackingUrl { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
