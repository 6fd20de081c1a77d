namespace ErpSync;

/// <summary>Capability: opens the PDF of a document, building it where the system builds on demand.</summary>
/// <typeparam name="T">The document's type.</typeparam>
public interface IPdfOpener<T>
    where T : class, IEntity
{
    /// <summary>Opens the PDF. Who may see it is for the caller to check.</summary>
    /// <param name="id">The document.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file, to be disposed of; null when the document has none (a draft, an order without invoice).</returns>
    /// <exception cref="ConnectorException">The request failed, or the document does not exist (<see cref="ProblemKind.NotFound"/>).</exception>
    Task<PdfFile?> OpenPdfAsync(RemoteId id, CancellationToken cancellationToken);
}
