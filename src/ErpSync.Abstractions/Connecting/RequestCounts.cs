namespace ErpSync;

/// <summary>How many HTTP requests a connection has sent. Every attempt counts, retries included.</summary>
/// <param name="Data">Requests that read or wrote records: reads, finds, listings, writes, guard reads, read-backs.</param>
/// <param name="Reference">Login, probe, schema and reference data, read once a run and reported apart.</param>
/// <param name="Retries">How many of all these were repetitions.</param>
public readonly record struct RequestCounts(long Data, long Reference, long Retries)
{
    /// <summary>All requests.</summary>
    public long Total => Data + Reference;

    /// <summary>What was sent between two readings.</summary>
    /// <param name="later">The later reading.</param>
    /// <param name="earlier">The earlier reading.</param>
    /// <returns>The difference.</returns>
    public static RequestCounts operator -(RequestCounts later, RequestCounts earlier) =>
        new(later.Data - earlier.Data, later.Reference - earlier.Reference, later.Retries - earlier.Retries);

    /// <summary>The sum of two counts.</summary>
    /// <param name="one">One count.</param>
    /// <param name="other">The other.</param>
    /// <returns>The sum.</returns>
    public static RequestCounts operator +(RequestCounts one, RequestCounts other) =>
        new(one.Data + other.Data, one.Reference + other.Reference, one.Retries + other.Retries);
}
