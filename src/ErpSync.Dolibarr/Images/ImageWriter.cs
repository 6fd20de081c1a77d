using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Writes the cover picture of a product under a name made of its content: sending it twice leaves one file, and a new picture is told apart by its name where
/// Dolibarr keeps no checksum. The cover written before goes; other pictures stay as they are.
/// </summary>
internal sealed class ImageWriter(DolibarrSession session) : ICreator<ProductImage>, IUpdater<ProductImage>, IDeleter<ProductImage>
{
    // Digits come first where only the name orders files (before 21).
    private const string FileName = "0-cover-";
    private readonly DolibarrClient _client = session.Client;
    private readonly ImageFiles _files = new(session.Client);

    public Task<IReadOnlyList<WriteResult<ProductImage>>> CreateAsync(IReadOnlyList<Creation<ProductImage>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<ProductImage, Creation<ProductImage>>(batch, static _ => null, (creation, token) => WriteAsync(creation.Value, token), _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<ProductImage>>> UpdateAsync(IReadOnlyList<Revision<ProductImage>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<ProductImage, Revision<ProductImage>>(batch, static revision => revision.Current.Id, UpdateAsync, _client.Connection, cancellationToken);

    public Task<IReadOnlyList<WriteResult<ProductImage>>> DeleteAsync(IReadOnlyList<Remote<ProductImage>> batch, CancellationToken cancellationToken) =>
        Writes.EachAsync<ProductImage, Remote<ProductImage>>(batch, static record => record.Id, DeleteAsync, _client.Connection, cancellationToken);

    private async Task<WriteResult<ProductImage>> UpdateAsync(Revision<ProductImage> revision, CancellationToken cancellationToken)
    {
        if (ImageFiles.ProductOf(revision.Current.Id) is not { } product || await _files.CoverAsync(product, cancellationToken) is not { } present)
            throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "There is no such picture in Dolibarr any more.");
        return revision.Fields.Contains(nameof(ProductImage.Content), StringComparer.Ordinal)
            ? await WriteAsync(revision.Wanted, cancellationToken)
            : new WriteResult<ProductImage>.Written(revision.Current.Id, present);
    }

    private async Task<WriteResult<ProductImage>> WriteAsync(ProductImage image, CancellationToken cancellationToken)
    {
        var run = await session.RunAsync(cancellationToken);
        if (!image.IsCover)
            throw Problem(ProblemKind.Unsupported, "dolibarr.cover-only", "Only the cover picture of a product is carried.");
        if (Numbers.Of(image.Owner.Id) is not { } product || await run.Rows.OneAsync(product, cancellationToken) is not { Reference: { } reference })
            throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "The product of this picture does not exist in Dolibarr.");
        var content = await image.Content.OpenAsync(cancellationToken);
        if (content.Length == 0)
            throw Problem(ProblemKind.Rejected, "dolibarr.file-empty", "The picture has no content.");

        var name = FileName + Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)) + Ending(image.Content);
        var documents = await _files.ListAsync(product, cancellationToken);
        await _client.PostAsync("documents/upload", Body(reference, name, content, run.Setup), cancellationToken);
        foreach (var old in documents.Where(document => document.Name.StartsWith(FileName, StringComparison.OrdinalIgnoreCase) && !string.Equals(document.Name, name, StringComparison.OrdinalIgnoreCase)))
            await RemoveAsync(old, cancellationToken);
        var stored = await _files.CoverAsync(product, cancellationToken);
        return new WriteResult<ProductImage>.Written(ImageFiles.CoverId(product), stored);
    }

    private async Task<WriteResult<ProductImage>> DeleteAsync(Remote<ProductImage> record, CancellationToken cancellationToken)
    {
        if (record.Native is DocumentRow cover)
            await RemoveAsync(cover, cancellationToken);
        else if (ImageFiles.ProductOf(record.Id) is { } product && DocumentRow.Cover(await _files.ListAsync(product, cancellationToken)) is { } present)
            await RemoveAsync(present, cancellationToken);
        return new WriteResult<ProductImage>.Written(record.Id);
    }

    private Task RemoveAsync(DocumentRow document, CancellationToken cancellationToken) =>
        _client.DeleteAsync($"documents?modulepart=product&original_file={Uri.EscapeDataString(document.File)}", cancellationToken);

    private static JsonObject Body(string reference, string name, byte[] content, DolibarrSetup setup)
    {
        var body = new JsonObject
        {
            ["filename"] = name,
            ["modulepart"] = "product",
            ["ref"] = reference,
            ["filecontent"] = Convert.ToBase64String(content),
            ["fileencoding"] = "base64",
            ["overwriteifexists"] = 1,
        };
        if (setup.Major is 0 or >= 21)
        {
            body["position"] = 1;
            body["cover"] = "1";
        }

        return body;
    }

    private static string Ending(ImageContent content) =>
        DocumentRow.Ending(content.MediaType) ?? (Path.GetExtension(content.FileName ?? "").ToLowerInvariant() is { Length: > 1 } ending ? ending : ".jpg");

    private static ConnectorException Problem(ProblemKind kind, string code, string message) => new(new SyncProblem(kind, code, message) { EntityKind = ProductImage.Kind });
}
