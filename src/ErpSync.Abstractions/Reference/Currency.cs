namespace ErpSync;

/// <summary>A currency in use. Read to be mapped by its ISO 4217 code.</summary>
public sealed record Currency : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Currency;

    /// <summary>The ISO 4217 code.</summary>
    public required CurrencyCode Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>How many units one unit of the base currency is worth; null when the system does not tell.</summary>
    public decimal? Rate { get; init; }

    /// <summary>True for the base currency.</summary>
    public bool IsBase { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
