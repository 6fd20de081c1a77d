namespace ErpSync.Testing;

/// <summary>What goes wrong in a request to an <see cref="InMemorySystem"/>.</summary>
public enum InMemoryFaultKind
{
    /// <summary>The system answers 503 and does nothing: <see cref="ProblemKind.Unavailable"/>.</summary>
    Unavailable,

    /// <summary>The system answers 429 and does nothing: <see cref="ProblemKind.RateLimited"/> with <see cref="InMemoryFault.RetryAfter"/>.</summary>
    RateLimited,

    /// <summary>The system refuses the record: <see cref="ProblemKind.Rejected"/>. Writes only.</summary>
    Rejected,

    /// <summary>A write times out and was not carried out: <see cref="ProblemKind.OutcomeUnknown"/>. Reads: <see cref="ProblemKind.Unavailable"/>.</summary>
    RequestLost,

    /// <summary>A write is carried out and its answer never arrives: <see cref="ProblemKind.OutcomeUnknown"/>. Reads: <see cref="ProblemKind.Unavailable"/>.</summary>
    ResponseLost,

    /// <summary>A write is carried out and answered 500: <see cref="ProblemKind.OutcomeUnknown"/>. Reads: <see cref="ProblemKind.Unavailable"/>.</summary>
    ErrorAfterCommit,

    /// <summary>The process dies before the request: <see cref="SimulatedCrashException"/>.</summary>
    CrashBeforeCommit,

    /// <summary>The process dies after the system did its work: <see cref="SimulatedCrashException"/>.</summary>
    CrashAfterCommit,

    /// <summary>One record of a read comes as <see cref="ReadResult{T}.Bad"/>: the first of the page, or the one that <see cref="InMemoryFault.Id"/> names.</summary>
    BadRecord,

    /// <summary>A read or listing delivers half of the page and breaks with <see cref="ProblemKind.Unavailable"/>.</summary>
    BreaksHalfway,

    /// <summary>A read or listing ends normally after half of the page, without the rest: a system that lies.</summary>
    EndsEarly,

    /// <summary>A read or listing ends normally with nothing from here on: a system that lies.</summary>
    Empty,
}
