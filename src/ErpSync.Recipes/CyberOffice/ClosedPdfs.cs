namespace ErpSync.Recipes;

/// <summary>Shows no invoice to anybody: the link to invoices is switched off.</summary>
internal sealed class ClosedPdfs : IPdfOpener<Invoice>
{
    public Task<PdfFile?> OpenPdfAsync(RemoteId id, CancellationToken cancellationToken) => Task.FromResult<PdfFile?>(null);
}
