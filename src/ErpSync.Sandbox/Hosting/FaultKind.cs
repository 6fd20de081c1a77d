namespace ErpSync.Sandbox;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>The answer comes late, by the fault's delay.</summary>
    Latency,

    /// <summary>429 with a Retry-After header; nothing was done.</summary>
    TooManyRequests,

    /// <summary>500 before anything was done.</summary>
    ErrorBeforeCommit,

    /// <summary>500 although the request was carried out.</summary>
    ErrorAfterCommit,

    /// <summary>The connection breaks before anything was done.</summary>
    DropBeforeCommit,

    /// <summary>The connection breaks although the request was carried out.</summary>
    DropAfterCommit,

    /// <summary>The request is carried out and its answer ends in the middle.</summary>
    TruncatedBody,

    /// <summary>The request is carried out and a PHP warning in HTML stands before its answer.</summary>
    PhpWarning,

    /// <summary>503 with an HTML page, as a front end shows it during maintenance; nothing was done.</summary>
    MaintenancePage,

    /// <summary>From this request on the server's clock is ahead of its true time by the fault's skew, or behind it; the request itself is carried out and answered.</summary>
    ClockJump,
}
