namespace ErpSync;

/// <summary>Capability: counts the requests that a connection has sent since the process started.</summary>
public interface IRequestMeter
{
    /// <summary>The counts so far.</summary>
    RequestCounts Requests { get; }
}
