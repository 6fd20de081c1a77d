namespace ErpSync;

/// <summary>What became of one write.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public abstract record WriteResult<T>
    where T : class, IEntity
{
    private WriteResult()
    {
    }

    /// <summary>The write was carried out.</summary>
    /// <param name="Id">The record's id.</param>
    /// <param name="Stored">What the system stored; null when the answer does not tell, and then the engine reads it back in bulk.</param>
    public sealed record Written(RemoteId Id, Remote<T>? Stored = null) : WriteResult<T>;

    /// <summary>The write was not carried out, or nobody knows (<see cref="ProblemKind.OutcomeUnknown"/>).</summary>
    /// <param name="Problem">Why.</param>
    public sealed record Failed(SyncProblem Problem) : WriteResult<T>;
}
