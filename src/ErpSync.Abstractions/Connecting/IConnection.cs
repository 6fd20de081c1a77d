namespace ErpSync;

/// <summary>Capability: the connection's beginning of a run, where reference data (languages, currencies, taxes, time zone) is read once.</summary>
public interface IConnection
{
    /// <summary>Reads the reference data afresh. Called once before a run; requests made here count as reference requests.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What the engine must know of the installation.</returns>
    /// <exception cref="ConnectorException">The system cannot be used: unreachable, key refused, setting missing.</exception>
    Task<ConnectionFacts> OpenAsync(CancellationToken cancellationToken);
}
