namespace ErpSync;

/// <summary>Capability: turns a raw webhook into verified signals. Signatures and secrets are compared in constant time.</summary>
public interface ISignalParser
{
    /// <summary>Verifies and reads a request. Does no I/O and never throws for what came over the wire.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The signals, or why the request was refused.</returns>
    SignalReading Parse(SignalRequest request);
}
