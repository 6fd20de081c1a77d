using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>What a failed write says about the records in it.</summary>
internal static class WriteFaults
{
    /// <summary>True when the shop worked on the records and stopped at one of them; false when it was not reached, refused the key or lost the connection.</summary>
    public static bool IsAboutRecord(SyncProblem problem) =>
        problem.Kind is ProblemKind.Rejected or ProblemKind.Duplicate or ProblemKind.NotFound
        || problem.Code == PrestaShopCodes.PhpWarning
        || (problem.Code == HttpProblemCodes.ServerError && problem.HttpStatus == 500);

    /// <summary>True when it is certain that nothing at all was stored.</summary>
    public static bool IsUntouched(SyncProblem problem) =>
        problem.Kind is ProblemKind.Unauthorized or ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported or ProblemKind.RateLimited or ProblemKind.Unavailable;

    /// <summary>True when a single record was refused before it was stored.</summary>
    public static bool IsRefusal(SyncProblem problem) => problem.Kind is ProblemKind.Rejected or ProblemKind.Duplicate or ProblemKind.NotFound;

    /// <summary>The problem of a record that was looked for after a failure and had not been stored.</summary>
    public static SyncProblem NotStored(SyncProblem problem) => problem.Kind != ProblemKind.OutcomeUnknown ? problem : problem.Code switch
    {
        PrestaShopCodes.PhpWarning => problem with { Kind = ProblemKind.Rejected, Message = problem.Message + " The record was looked for and had not been stored." },
        HttpProblemCodes.ServerError => problem with { Kind = ProblemKind.Unavailable, Message = problem.Message + " The record was looked for and had not been stored." },
        _ => problem,
    };

    /// <summary>The problem with the record it belongs to.</summary>
    public static SyncProblem For<T>(SyncProblem problem, RemoteId? id)
        where T : class, IEntity => problem with { EntityKind = T.Kind, Id = id ?? problem.Id };
}
