namespace ErpSync;

/// <summary>Capability: looks whether the system can be used for what a pair wants, before anything is read or written.</summary>
public interface IProbe
{
    /// <summary>Probes the system. Unreachable systems and refused keys are findings, not exceptions.</summary>
    /// <param name="needs">What the pair wants of this connection.</param>
    /// <param name="cancellationToken">Cancels the probe.</param>
    /// <returns>The findings; empty when all is well.</returns>
    Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken);
}
