namespace ErpSync;

/// <summary>A create that was about to be sent. It stays until the create is recorded, so that after a crash the record is looked for instead of created again.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Token">The token that the create carries; unique in the pair.</param>
/// <param name="Target">The side at which the record is created.</param>
/// <param name="SourceId">The id of the record at the other side.</param>
public sealed record Intent(string Pair, EntityKind Kind, string Token, Side Target, RemoteId SourceId)
{
    /// <summary>The natural key of the record under which it can be found again; null when it has none.</summary>
    public string? Key { get; init; }

    /// <summary>The highest id at the target before the create, where neither token nor key can be looked up; null otherwise.</summary>
    public RemoteId? NewestBefore { get; init; }

    /// <summary>The fingerprint of what was sent, as the target was expected to hold it; empty when unknown.</summary>
    public ReadOnlyMemory<byte> Expected { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
