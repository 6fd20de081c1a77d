namespace ErpSync;

/// <summary>A plan that is kept for a later review.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Name">Its name, unique in the pair.</param>
/// <param name="MadeAt">When it was made, in UTC.</param>
public sealed record StoredPlan(string Pair, string Name, DateTimeOffset MadeAt)
{
    /// <summary>How many entries it has.</summary>
    public long Entries { get; init; }

    /// <summary>How many of them would write to a system.</summary>
    public long Writes { get; init; }

    /// <summary>The plan itself, opaque to stores; empty in lists.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }
}
