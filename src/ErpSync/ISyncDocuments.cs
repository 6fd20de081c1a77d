namespace ErpSync;

/// <summary>Documents for the people they belong to.</summary>
public interface ISyncDocuments
{
    /// <summary>
    /// Opens the PDF of an order's invoice, as the ERP holds it, for the customer who placed the order. The file passes through the host, so that nobody needs to reach the ERP. That the
    /// caller is this customer is for the host to know: the shop says who is logged in.
    /// </summary>
    /// <param name="pair">The pair.</param>
    /// <param name="orderId">The order's id at the connection that orders come from.</param>
    /// <param name="customerId">The customer's id there.</param>
    /// <param name="connection">The connection of the two ids; null for the one that orders come from.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The file, to be disposed of; null while there is none: the order is not in the ERP yet, has no invoice, or its invoice is a draft or cancelled.</returns>
    /// <exception cref="ErpSyncConfigurationException">There is no such pair or connection, or the pair carries no orders.</exception>
    /// <exception cref="ConnectorException">
    /// There is no such order of this customer (<see cref="ProblemKind.NotFound"/>, with the same words whether the order is somebody else's or does not exist), the ERP has no PDFs
    /// (<see cref="ProblemKind.Unsupported"/>), or a request failed.
    /// </exception>
    Task<PdfFile?> OpenInvoicePdfAsync(string pair, RemoteId orderId, RemoteId customerId, string? connection = null, CancellationToken cancellationToken = default);
}
