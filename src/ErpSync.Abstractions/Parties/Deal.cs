namespace ErpSync;

/// <summary>A sale that is hoped for, or was made.</summary>
public sealed record Deal : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.Deal;

    /// <summary>The name, for example <c>Shop order 12</c>.</summary>
    public string? Name { get; init; }

    /// <summary>The customer; null when there is none.</summary>
    public Ref? Customer { get; init; }

    /// <summary>The contact; null when there is none.</summary>
    public Ref? Contact { get; init; }

    /// <summary>What it is worth, without tax as far as the system tells; null when unknown.</summary>
    public Money? Amount { get; init; }

    /// <summary>How far it is, as the system names it, for example <c>Closed Won</c>; null when it does not tell.</summary>
    public string? Stage { get; init; }

    /// <summary>How likely it is in percent, 0 to 100; null when unknown.</summary>
    public decimal? Probability { get; init; }

    /// <summary>The day it is expected to close; null when unknown.</summary>
    public DateOnly? ClosingDate { get; init; }

    /// <summary>Where it came from; null when the system does not tell.</summary>
    public string? Origin { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Fields beyond those above that the connection was told to carry, by their key.</summary>
    public TextMap Custom { get; init; } = TextMap.Empty;
}
