namespace ErpSync.Testing;

/// <summary>A fault to play in requests of an <see cref="InMemorySystem"/>.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Call">In which calls: a whole name (<c>product.create</c>), a kind (<c>product</c>) or a verb (<c>create</c>); null for any call.</param>
public sealed record InMemoryFault(InMemoryFaultKind Kind, string? Call = null)
{
    /// <summary>How many fitting requests pass undisturbed first; 0 unless told.</summary>
    public int Skip { get; init; }

    /// <summary>How many fitting requests are disturbed then; 1 unless told, <see cref="int.MaxValue"/> for all.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Only requests that concern this record; null for any. For reads it names the bad record.</summary>
    public RemoteId? Id { get; init; }

    /// <summary>Only writes of records for which this is true, given the record to write; null for any. Ignored for reads.</summary>
    public Func<object, bool>? Where { get; init; }

    /// <summary>What a 429 asks to wait; 30 seconds unless told.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);
}
