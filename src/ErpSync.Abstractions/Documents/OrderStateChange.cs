namespace ErpSync;

/// <summary>One entry of an order's history: the order went into a state, or was put into the same one again.</summary>
/// <param name="Id">The entry's own id, unique within the connection.</param>
public sealed record OrderStateChange(RemoteId Id)
{
    /// <summary>When it happened, in UTC to the system's precision; null when the system tells no date.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>The state, an <see cref="OrderStatus"/> of the same system, which need not exist any more; null when the entry names none.</summary>
    public Ref? State { get; init; }

    /// <summary>The state's name of today in the connection's main language; null when the state is gone.</summary>
    public string? StateName { get; init; }

    /// <summary>What the state means by its flags of today; null when the state is gone or nobody can tell.</summary>
    public OrderStage? Stage { get; init; }

    /// <summary>True when an employee set it, false when it was the system itself, the customer or a program; null when the system does not tell.</summary>
    public bool? IsByEmployee { get; init; }
}
