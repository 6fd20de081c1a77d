namespace ErpSync;

/// <summary>The one vocabulary of failure: what went wrong, so that the engine knows what may be done next.</summary>
public enum ProblemKind
{
    /// <summary>The system refused the record: a value breaks a rule. Repeating the same write fails again.</summary>
    Rejected,

    /// <summary>The system holds another record under the same unique value.</summary>
    Duplicate,

    /// <summary>The record does not exist in the system (any more).</summary>
    NotFound,

    /// <summary>The record is no longer what the decision was based on; it is decided again.</summary>
    Stale,

    /// <summary>The key is refused: unknown, inactive or malformed.</summary>
    Unauthorized,

    /// <summary>The key is known and lacks a right; the message names the resource.</summary>
    Denied,

    /// <summary>The system did not answer in time, broke the connection, is in maintenance or failed by itself. The only kind, beside <see cref="RateLimited"/>, that is retried.</summary>
    Unavailable,

    /// <summary>The system asks to slow down; see <see cref="SyncProblem.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The answer is not data: HTML, a truncated body, a wrong content type, a value that cannot be read.</summary>
    Unreadable,

    /// <summary>A write was sent and nobody knows whether it was carried out. It is looked for before anything is repeated.</summary>
    OutcomeUnknown,

    /// <summary>Settings of ErpSync or of the system prevent the work: wrong address, module off, missing tax rate.</summary>
    Misconfigured,

    /// <summary>The system cannot do what was asked.</summary>
    Unsupported,

    /// <summary>The record waits for another record that is not linked yet.</summary>
    WaitingForDependency,

    /// <summary>Several records fit and none may be chosen by guessing.</summary>
    Ambiguous,

    /// <summary>The work was stopped on purpose: paused, or held until a person confirms. Nothing is lost; it goes on when the stop is lifted.</summary>
    Held,
}
