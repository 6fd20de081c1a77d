namespace ErpSync;

/// <summary>The bytes of a picture, fetched when they are asked for. Compares by <see cref="Revision"/> alone, because systems re-encode what they are sent.</summary>
/// <param name="Revision">What the system itself tells the content by (a checksum, an id with a date); changes when the content does.</param>
/// <param name="MediaType">For example <c>image/jpeg</c>; empty when the system does not tell.</param>
/// <param name="FileName">The name under which the system keeps the picture, without a folder; null when it has none.</param>
public sealed record ImageContent(string Revision, string MediaType, string? FileName)
{
    /// <summary>Where anyone can fetch the picture without a login; null when there is no such address. Not compared.</summary>
    public Uri? Address { get; init; }

    /// <summary>Fetches the original bytes. Throws <see cref="ConnectorException"/> when the system does not give them.</summary>
    public required Func<CancellationToken, Task<byte[]>> OpenAsync { get; init; }

    /// <summary>True when the other content has the same revision.</summary>
    /// <param name="other">The other content.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ImageContent? other) => other is not null && string.Equals(Revision, other.Revision, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Revision);

    /// <summary>The revision.</summary>
    /// <returns>The revision.</returns>
    public override string ToString() => Revision;
}
