namespace ErpSync.Sandbox;

/// <summary>One request that a stand-in received.</summary>
/// <param name="Method">The HTTP method in upper case.</param>
/// <param name="Path">The path without the query, for example <c>/api/products</c>.</param>
/// <param name="Query">The raw query string, with its question mark; empty when there is none.</param>
/// <param name="At">When it arrived, by the clock of the simulated system, in UTC.</param>
public sealed record SandboxRequest(string Method, string Path, string Query, DateTimeOffset At)
{
    /// <summary>The status that was answered; 0 while the answer is under way or when the connection was dropped before an answer.</summary>
    public int Status { get; set; }

    /// <summary>The operation, where the stand-in names operations beside the address (vtiger: <c>create</c>, <c>query</c> …); empty for others.</summary>
    public string Operation { get; init; } = "";

    /// <summary>True when the request could have changed the system: any method but GET, HEAD and OPTIONS.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS");
}
