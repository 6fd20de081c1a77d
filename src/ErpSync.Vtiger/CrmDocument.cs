namespace ErpSync.Vtiger;

/// <summary>A document of vtiger: a file that was uploaded, or a link to one elsewhere. Links can be made; files are read where the server's <c>files_retrieve</c> works.</summary>
public sealed record CrmDocument : IEntity
{
    /// <inheritdoc/>
    public static EntityKind Kind => new("document");

    /// <summary>The title; null only where vtiger has none.</summary>
    public string? Title { get; init; }

    /// <summary>The name of the file, or the address of a link; null when there is neither.</summary>
    public string? FileName { get; init; }

    /// <summary>True for a link to a file elsewhere, false for a file in vtiger.</summary>
    public bool IsLink { get; init; }

    /// <summary>The media type of the file, for example <c>application/pdf</c>; null when unknown.</summary>
    public string? MediaType { get; init; }

    /// <summary>The size of the file in bytes; null when unknown.</summary>
    public long? Size { get; init; }

    /// <summary>What is known beside; null when there is nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The record that a new document is attached to; null for none. Not told by vtiger when it is read.</summary>
    public Ref? AttachTo { get; init; }

    /// <summary>Fetches the bytes of a file in vtiger. Null for links and for records that were not read. Throws <see cref="ConnectorException"/> where the server does not offer it (<see cref="ProblemKind.Unsupported"/>).</summary>
    public Func<CancellationToken, Task<byte[]>>? OpenAsync { get; init; }
}
