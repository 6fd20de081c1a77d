using Microsoft.AspNetCore.Http;

namespace ErpSync.Sandbox;

/// <summary>One fault and the requests that it meets.</summary>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>How many matching requests it meets before it is used up; 1 unless told.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How many matching requests pass before it begins; 0 unless told.</summary>
    public int Skip { get; init; }

    /// <summary>The method that it meets, in upper case; null meets every method.</summary>
    public string? Method { get; init; }

    /// <summary>A part of the path that it meets, compared without case; null meets every path.</summary>
    public string? PathContains { get; init; }

    /// <summary>The operation that it meets, where the stand-in names operations beside the address (vtiger: <c>create</c>, <c>revise</c> …); null meets every one.</summary>
    public string? Operation { get; init; }

    /// <summary>The delay of <see cref="FaultKind.Latency"/> and the Retry-After of <see cref="FaultKind.TooManyRequests"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The <see cref="FaultPlan.ClockSkew"/> that <see cref="FaultKind.ClockJump"/> sets; zero unless told, which puts the clock right.</summary>
    public TimeSpan Skew { get; init; }

    internal bool Meets(HttpRequest request, string operation) =>
        (Operation is null || Operation == operation)
        && (Method is null || string.Equals(Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (PathContains is null || (request.Path.Value ?? "").Contains(PathContains, StringComparison.OrdinalIgnoreCase));
}
