namespace ErpSync;

/// <summary>A state, province or canton of a country. Read to be mapped by the country's code and its own; addresses name it by <see cref="Address.State"/>.</summary>
public sealed record CountryState : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.CountryState;

    /// <summary>The code within its country, the second part of ISO 3166-2 where the system has that, for example <c>ON</c>; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>The country's ISO 3166-1 code in two capitals; null when the system does not tell.</summary>
    public string? Country { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
