namespace ErpSync;

/// <summary>Capability: keeps files with a record and takes them away.</summary>
/// <typeparam name="T">The record's type.</typeparam>
public interface IAttachmentWriter<T>
    where T : class, IEntity
{
    /// <summary>Keeps a file with a record, replacing one of the same name; the same content is not sent again, so that it can be repeated after a lost answer.</summary>
    /// <param name="owner">The record.</param>
    /// <param name="fileName">The name, without a folder.</param>
    /// <param name="content">The bytes, not empty.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The name it is kept under, and whether anything was sent.</returns>
    /// <exception cref="ConnectorException">The record does not exist (<see cref="ProblemKind.NotFound"/>), the name or content cannot be kept (<see cref="ProblemKind.Rejected"/>), or a request failed.</exception>
    Task<AttachmentWrite> PutAttachmentAsync(RemoteId owner, string fileName, byte[] content, CancellationToken cancellationToken);

    /// <summary>Takes a file away; one that is gone already is done.</summary>
    /// <param name="owner">The record.</param>
    /// <param name="fileName">The name under which the system keeps it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>True when it was there.</returns>
    /// <exception cref="ConnectorException">A request failed.</exception>
    Task<bool> DeleteAttachmentAsync(RemoteId owner, string fileName, CancellationToken cancellationToken);
}
