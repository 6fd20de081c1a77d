namespace ErpSync;

/// <summary>A record at one side of a pair.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Side">The side.</param>
/// <param name="Id">The id there.</param>
public readonly record struct RecordKey(string Pair, EntityKind Kind, Side Side, RemoteId Id);
