namespace ErpSync;

/// <summary>A file that is kept with a record: a data sheet of a product, terms beside an order. Pictures of products are <see cref="ProductImage"/>, printed documents <see cref="IPdfOpener{T}"/>.</summary>
/// <param name="FileName">The name under which the system keeps it, without a folder; it tells the file from the others of the record.</param>
/// <param name="MediaType">For example <c>application/pdf</c>; <c>application/octet-stream</c> when it is not known.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Revision">What the content is told by (a checksum, else size and date); changes when the content does.</param>
public sealed record Attachment(string FileName, string MediaType, long Size, string Revision)
{
    /// <summary>When the file last changed, in UTC; null when the system does not tell. Not compared.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Fetches the bytes. Throws <see cref="ConnectorException"/> when the system does not give them.</summary>
    public required Func<CancellationToken, Task<byte[]>> OpenAsync { get; init; }

    /// <summary>True when name and revision are the same.</summary>
    /// <param name="other">The other file.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Attachment? other) => other is not null && string.Equals(FileName, other.FileName, StringComparison.Ordinal) && string.Equals(Revision, other.Revision, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FileName, Revision);
}
