namespace ErpSync;

/// <summary>Capability: tells through which states an order went. For showing; nothing of it is synchronised or written.</summary>
public interface IOrderHistory
{
    /// <summary>Reads the history of an order.</summary>
    /// <param name="order">The order's id in this system.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The entries in the order in which the system stored them, the oldest first; empty when there are none, which is also the answer for an order that does not exist (any more).</returns>
    /// <exception cref="ConnectorException">The request failed or is not allowed.</exception>
    Task<IReadOnlyList<OrderStateChange>> ReadAsync(RemoteId order, CancellationToken cancellationToken);
}
