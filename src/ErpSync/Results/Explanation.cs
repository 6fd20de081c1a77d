namespace ErpSync;

/// <summary>Why a record is as it is.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Connection">The connection whose id was given.</param>
/// <param name="Id">The record's id there.</param>
public sealed record Explanation(string Pair, EntityKind Kind, string Connection, RemoteId Id)
{
    /// <summary>The last known colour; null when nothing is known of the record.</summary>
    public LinkColour? Colour { get; init; }

    /// <summary>The id of its counterpart at the other connection; null when it is not linked.</summary>
    public RemoteId? CounterpartId { get; init; }

    /// <summary>What a person recognises it by; the id when nothing better is known.</summary>
    public string Label { get; init; } = "";

    /// <summary>What is known, the colour first, the latest writes last.</summary>
    public IReadOnlyList<ExplanationFact> Facts { get; init; } = [];

    /// <summary>The facts as sentences, in the configured language.</summary>
    public IReadOnlyList<string> Sentences => [.. Facts.Select(fact => fact.Text)];
}
