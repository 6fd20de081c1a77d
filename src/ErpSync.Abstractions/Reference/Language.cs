namespace ErpSync;

/// <summary>A language in use. Read to be mapped by its ISO 639-1 code.</summary>
public sealed record Language : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Language;

    /// <summary>The ISO 639-1 code.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>The locale, for example <c>fr-FR</c>; null when the system does not tell.</summary>
    public string? Locale { get; init; }

    /// <summary>True for the main language.</summary>
    public bool IsMain { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
