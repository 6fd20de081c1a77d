namespace ErpSync;

/// <summary>What a run did.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Run">The run's number.</param>
/// <param name="Kinds">What was done with each kind, in the order in which they ran.</param>
public sealed record SyncReport(string Pair, long Run, IReadOnlyList<KindReport> Kinds)
{
    /// <summary>The requests that each connection sent, by its name.</summary>
    public IReadOnlyDictionary<string, RequestCounts> Requests { get; init; } = new Dictionary<string, RequestCounts>(StringComparer.Ordinal);

    /// <summary>The first problems of single records, at most 100; all of them are parked in the store.</summary>
    public IReadOnlyList<SyncProblem> Problems { get; init; } = [];

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Records written at either side.</summary>
    public long Written => Kinds.Sum(kind => kind.Written);

    /// <summary>Writes that failed and records that could not be read.</summary>
    public long Failed => Kinds.Sum(kind => kind.Failed);

    /// <summary>True when every kind was worked through to its end; single records may still be parked.</summary>
    public bool IsComplete => Kinds.All(kind => kind.Problem is null);
}
