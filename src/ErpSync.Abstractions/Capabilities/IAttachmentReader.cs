namespace ErpSync;

/// <summary>Capability: lists the files that are kept with a record. They are not synchronised by themselves; a host carries or shows them.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IAttachmentReader<T>
    where T : class, IEntity
{
    /// <summary>Lists the files of one record, by name.</summary>
    /// <param name="owner">The record.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The files; none for a record without files.</returns>
    /// <exception cref="ConnectorException">The request failed; nothing may be concluded from what is missing.</exception>
    Task<IReadOnlyList<Attachment>> ListAttachmentsAsync(RemoteId owner, CancellationToken cancellationToken);
}
