namespace ErpSync;

/// <summary>Which parked records to list; all conditions must hold.</summary>
/// <param name="Pair">The pair's name.</param>
public sealed record ParkedQuery(string Pair)
{
    /// <summary>Only this kind; null for all.</summary>
    public EntityKind? Kind { get; init; }

    /// <summary>Only records of this connection; null for both.</summary>
    public string? Connection { get; init; }

    /// <summary>Only this problem's code; null for all.</summary>
    public string? Code { get; init; }

    /// <summary>Only in this state; null for all.</summary>
    public ParkedState? State { get; init; }

    /// <summary>How many to leave out at the beginning; 0 for none.</summary>
    public int Skip { get; init; }

    /// <summary>How many at most, at least 1; 100 unless told.</summary>
    public int Count { get; init; } = 100;
}
