namespace ErpSync;

/// <summary>One record that was read, or the reason why one record of an otherwise good answer could not be read.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public readonly record struct ReadResult<T>
    where T : class, IEntity
{
    private ReadResult(Remote<T>? record, SyncProblem? problem)
    {
        Record = record;
        Problem = problem;
    }

    /// <summary>The record; null when it could not be read.</summary>
    public Remote<T>? Record { get; }

    /// <summary>Why it could not be read, with the id as far as it is known; null when it was read.</summary>
    public SyncProblem? Problem { get; }

    /// <summary>A record that was read.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The result.</returns>
    public static ReadResult<T> Of(Remote<T> record) => new(record, null);

    /// <summary>A record that could not be read; the others go on.</summary>
    /// <param name="problem">Why.</param>
    /// <returns>The result.</returns>
    public static ReadResult<T> Bad(SyncProblem problem) => new(null, problem);
}
