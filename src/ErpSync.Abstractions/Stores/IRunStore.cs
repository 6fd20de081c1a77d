namespace ErpSync;

/// <summary>Keeps the history of runs.</summary>
public interface IRunStore
{
    /// <summary>Notes that a run begins.</summary>
    /// <param name="run">The run, without a number.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>The run's number.</returns>
    Task<long> BeginRunAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>Notes how a run ended.</summary>
    /// <param name="run">The run with its number.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when it is stored.</returns>
    Task EndRunAsync(RunRecord run, CancellationToken cancellationToken);

    /// <summary>Reads the latest runs.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The runs, latest first.</returns>
    Task<IReadOnlyList<RunRecord>> ReadRunsAsync(string pair, int count, CancellationToken cancellationToken);
}
