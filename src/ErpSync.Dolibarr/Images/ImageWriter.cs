using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>
/// Writes pictures of products under names made of their content: sending one twice leaves one file, one that is there already is not sent again, and a new picture is told apart by its name
/// where Dolibarr keeps no checksum. A cover written before goes when another takes its place; pictures that people put there stay as they are.
/// </summary>
internal sealed class ImageWriter(DolibarrSession session) : ICreator<ProductImage>, IUpdater<ProductImage>, IDeleter<ProductImage>
{
    // Digits come first where only the name orders files (before 21).
    private const string CoverName = "0-cover-";
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
        if (await _files.RecordAsync(revision.Current.Id, cancellationToken) is not { } present)
            throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "There is no such picture in Dolibarr any more.");
        if (!revision.Fields.Contains(nameof(ProductImage.Content), StringComparer.Ordinal))
            return new WriteResult<ProductImage>.Written(revision.Current.Id, present);
        var wanted = revision.Wanted with { IsCover = present.Value.IsCover, Position = present.Value.Position, Owner = present.Value.Owner };
        return await WriteAsync(wanted, cancellationToken, wanted.IsCover ? null : present.Native as DocumentRow);
    }

    private async Task<WriteResult<ProductImage>> WriteAsync(ProductImage image, CancellationToken cancellationToken, DocumentRow? replaced = null)
    {
        var run = await session.RunAsync(cancellationToken);
        if (image.Owner.Kind != EntityKind.Product || Numbers.Of(image.Owner.Id) is not { } product || await run.Rows.OneAsync(product, cancellationToken) is not { Reference: { } reference })
            throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, "The product of this picture does not exist in Dolibarr.");
        var content = await image.Content.OpenAsync(cancellationToken);
        if (content.Length == 0)
            throw Problem(ProblemKind.Rejected, "dolibarr.file-empty", "The picture has no content.");

        var place = image.IsCover ? 0 : Math.Max(1, image.Position);
        var name = Name(place) + Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 6)) + Ending(image.Content);
        var documents = await _files.ListAsync(product, cancellationToken);
        var isThere = documents.FirstOrDefault(document => string.Equals(document.Name, name, StringComparison.OrdinalIgnoreCase) && document.Size == content.Length);
        if (isThere is null || isThere.IsCover != image.IsCover)
            await _client.PostAsync("documents/upload", Body(reference, name, content, place, run.Setup), cancellationToken);
        foreach (var old in documents.Where(document => IsReplaced(document, image, replaced) && !string.Equals(document.Name, name, StringComparison.OrdinalIgnoreCase)))
            await RemoveAsync(old, cancellationToken);
        var stored = (await _files.RecordsAsync(product, cancellationToken)).FirstOrDefault(record => string.Equals((record.Native as DocumentRow)?.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw Problem(ProblemKind.OutcomeUnknown, "dolibarr.file-missing", "Dolibarr took the picture and does not list it.");
        return new WriteResult<ProductImage>.Written(stored.Id, stored);
    }

    private static bool IsReplaced(DocumentRow document, ProductImage image, DocumentRow? replaced) =>
        image.IsCover ? document.Name.StartsWith(CoverName, StringComparison.OrdinalIgnoreCase) : replaced is not null && string.Equals(document.Name, replaced.Name, StringComparison.Ordinal);

    private async Task<WriteResult<ProductImage>> DeleteAsync(Remote<ProductImage> record, CancellationToken cancellationToken)
    {
        if ((record.Native ?? (await _files.RecordAsync(record.Id, cancellationToken))?.Native) is DocumentRow picture)
            await RemoveAsync(picture, cancellationToken);
        return new WriteResult<ProductImage>.Written(record.Id);
    }

    private static string Name(int place) => place == 0 ? CoverName : $"{place.ToString("00", System.Globalization.CultureInfo.InvariantCulture)}-";

    private Task RemoveAsync(DocumentRow document, CancellationToken cancellationToken) =>
        _client.DeleteAsync($"documents?modulepart=product&original_file={Uri.EscapeDataString(document.File)}", cancellationToken);

    private static JsonObject Body(string reference, string name, byte[] content, int place, DolibarrSetup setup)
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
            body["position"] = place + 1;
            body["cover"] = place == 0 ? "1" : "0";
        }

        return body;
    }

    private static string Ending(ImageContent content) =>
        DocumentRow.Ending(content.MediaType) ?? (Path.GetExtension(content.FileName ?? "").ToLowerInvariant() is { Length: > 1 } ending ? ending : ".jpg");

    private static ConnectorException Problem(ProblemKind kind, string code, string message) => new(new SyncProblem(kind, code, message) { EntityKind = ProductImage.Kind });
}
