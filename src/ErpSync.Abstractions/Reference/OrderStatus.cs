namespace ErpSync;

/// <summary>A status that documents can have. Read to be mapped; never written.</summary>
public sealed record OrderStatus : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => EntityKind.OrderStatus;

    /// <summary>The system's own code, stable when names change; null when it has none.</summary>
    public string? Code { get; init; }

    /// <summary>The name as people see it in the connection's main language.</summary>
    public string Name { get; init; } = "";

    /// <summary>The kind of document it belongs to.</summary>
    public EntityKind Document { get; init; } = EntityKind.Order;

    /// <summary>What it means, as far as its flags tell: the proposal for a map. Null when nobody can tell.</summary>
    public OrderStage? Stage { get; init; }

    /// <summary>True when an order in it is paid; null when the system does not tell.</summary>
    public bool? IsPaid { get; init; }

    /// <summary>True when an order in it may be invoiced; null when the system does not tell.</summary>
    public bool? AllowsInvoice { get; init; }

    /// <summary>True when an order in it was sent; null when the system does not tell.</summary>
    public bool? IsShipped { get; init; }

    /// <summary>True when an order in it counts as valid; null when the system does not tell.</summary>
    public bool? IsValid { get; init; }

    /// <summary>True when entering it mails the customer unless told otherwise; null when the system does not tell.</summary>
    public bool? MailsCustomer { get; init; }

    /// <summary>Whether it can be used at present; null when the system does not tell.</summary>
    public bool? Active { get; init; }
}
