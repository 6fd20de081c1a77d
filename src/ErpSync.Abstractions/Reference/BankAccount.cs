namespace ErpSync;

/// <summary>Where money arrives. Read to be mapped.</summary>
public sealed record BankAccount : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.BankAccount;

    /// <summary>The system's own code, stable when names change; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its currency; null when the system does not tell.</summary>
    public CurrencyCode? Currency { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
