namespace ErpSync;

/// <summary>
/// What a run would do, as a value: to list, filter, save, review and apply exactly as shown. Made by <see cref="ISyncEngine.MakePlanAsync"/>; never changed.
/// </summary>
public sealed class SyncPlan
{
    /// <summary>The version of the saved form that this version writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    internal SyncPlan(string pair, string first, string second, DateTimeOffset madeAt, ReadOnlyMemory<byte> salt, IReadOnlyList<PlanEntry> entries)
    {
        Pair = pair;
        First = first;
        Second = second;
        MadeAt = madeAt;
        Salt = salt;
        Entries = entries;
    }

    /// <summary>The pair's name.</summary>
    public string Pair { get; }

    /// <summary>The name of the pair's first connection.</summary>
    public string First { get; }

    /// <summary>The name of the pair's second connection.</summary>
    public string Second { get; }

    /// <summary>When it was made, in UTC.</summary>
    public DateTimeOffset MadeAt { get; }

    /// <summary>The entries, kind by kind in the order of their dependencies.</summary>
    public IReadOnlyList<PlanEntry> Entries { get; }

    /// <summary>How many entries there are of each kind and action, in the order of the entries.</summary>
    public IReadOnlyList<PlanCount> Counts => [.. Entries.CountBy(entry => (entry.Kind, entry.Action)).Select(count => new PlanCount(count.Key.Kind, count.Key.Action, count.Value))];

    /// <summary>How many entries write to a system.</summary>
    public long Writes => Entries.LongCount(entry => entry.IsWrite);

    /// <summary>How many requests applying it takes at most, roughly, by connection: guard reads, a write for each record, read-backs.</summary>
    public IReadOnlyDictionary<string, long> EstimatedRequests { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The digests of the options that kinds were planned with, by kind; empty where nobody asks for them.</summary>
    internal IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The random key of the entries' bases. No secret: it only keeps the bases of two plans from being compared.</summary>
    internal ReadOnlyMemory<byte> Salt { get; }

    /// <summary>The plan with some of its entries. What is left out stays undone when the rest is applied; entries of the brake always stay, because only a confirmation lifts it.</summary>
    /// <param name="wanted">True for the entries that stay.</param>
    /// <returns>Another plan; this one is not changed.</returns>
    public SyncPlan Only(Func<PlanEntry, bool> wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return new SyncPlan(Pair, First, Second, MadeAt, Salt, [.. Entries.Where(entry => entry.Action == PlanAction.Brake || wanted(entry))]) { EstimatedRequests = EstimatedRequests, Options = Options };
    }

    internal SyncPlan With(IReadOnlyDictionary<string, string> options) => new(Pair, First, Second, MadeAt, Salt, Entries) { EstimatedRequests = EstimatedRequests, Options = options };

    /// <summary>Writes the plan as JSON: an array of one header and the entries. It holds labels and values of records: treat it like the data itself.</summary>
    /// <param name="stream">Where to; left open.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A task that ends when all is written.</returns>
    public Task SaveAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return PlanFile.WriteAsync(this, stream, cancellationToken);
    }

    /// <summary>Reads a plan that was saved, entry by entry.</summary>
    /// <param name="stream">Where from; left open.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="PlanFormatException">It is not JSON, not a plan, cut off, or of a newer version.</exception>
    public static Task<SyncPlan> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return PlanFile.ReadAsync(stream, cancellationToken);
    }
}
