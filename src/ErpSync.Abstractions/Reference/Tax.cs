namespace ErpSync;

/// <summary>A set of taxes that sales can have: a tax rules group, a class, a row of the VAT dictionary. Read to be mapped and to find what is missing.</summary>
public sealed record Tax : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Tax;

    /// <summary>The system's own code, stable when names change; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>The taxes in order of application; empty for untaxed.</summary>
    public ValueList<TaxRate> Rates { get; init; } = [];

    /// <summary>The country it applies in, two capitals; null for all.</summary>
    public string? Country { get; init; }

    /// <summary>The state it applies in; null for all.</summary>
    public string? State { get; init; }

    /// <summary>The class of products it applies to, as <see cref="Product.TaxClass"/>; null when the system has no classes.</summary>
    public string? TaxClass { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
