using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>The files of one kind of records, over the API of documents. What is there already with the same content is not sent again.</summary>
/// <typeparam name="T">The record's type.</typeparam>
internal sealed class AttachmentFiles<T>(DolibarrSession session, FilePlace place) : IAttachmentReader<T>, IAttachmentWriter<T>
    where T : class, IEntity
{
    private readonly DolibarrClient _client = session.Client;

    public async Task<IReadOnlyList<Attachment>> ListAttachmentsAsync(RemoteId owner, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        return [.. (await RowsAsync(owner, cancellationToken)).Where(IsAttachment).OrderBy(file => file.Name, StringComparer.Ordinal).Select(Attachment)];
    }

    public async Task<AttachmentWrite> PutAttachmentAsync(RemoteId owner, string fileName, byte[] content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(content);
        // Broken or empty content would be stored as an empty file, and answered as a success.
        if (content.Length == 0)
            throw Problem(ProblemKind.Rejected, "dolibarr.file-empty", "The file has no content.", owner);
        if (FileText.Fault(fileName) is { } fault)
            throw Problem(ProblemKind.Rejected, "dolibarr.file-name", fault, owner);
        await session.RunAsync(cancellationToken);
        var reference = await ReferenceAsync(owner, cancellationToken);
        var present = (await RowsAsync(owner, cancellationToken)).FirstOrDefault(file => FileText.IsSame(file.Name, fileName));
        if (present is not null && await IsSameAsync(present, content, cancellationToken))
            return new AttachmentWrite(present.Name, false);
        var body = new JsonObject
        {
            ["filename"] = fileName,
            ["modulepart"] = place.Module,
            ["ref"] = reference,
            ["filecontent"] = Convert.ToBase64String(content),
            ["fileencoding"] = "base64",
            ["overwriteifexists"] = 1,
        };
        return new AttachmentWrite((await _client.PostAsync("documents/upload", body, cancellationToken)).AsText() ?? fileName, true);
    }

    public async Task<bool> DeleteAttachmentAsync(RemoteId owner, string fileName, CancellationToken cancellationToken)
    {
        await session.RunAsync(cancellationToken);
        return (await RowsAsync(owner, cancellationToken)).FirstOrDefault(file => file.Name == fileName && IsAttachment(file)) is { } file
            && await _client.DeleteAsync($"documents?modulepart={place.Folder}&original_file={Uri.EscapeDataString(file.File)}", cancellationToken);
    }

    // A picture of a product is a record of its own, and the printed form of a document is opened as its PDF.
    private bool IsAttachment(DocumentRow file) => place.HasPictures ? file.MediaType is null : !string.Equals(file.Name, file.Folder + ".pdf", StringComparison.Ordinal);

    private Attachment Attachment(DocumentRow file) => new(file.Name, FileText.TypeOf(file), file.Size, file.Revision)
    {
        ModifiedAt = JsonValues.TrySeconds(file.Date ?? "", out var at) ? at : null,
        OpenAsync = token => DownloadAsync(file, token),
    };

    private async Task<IReadOnlyList<DocumentRow>> RowsAsync(RemoteId owner, CancellationToken cancellationToken) => Numbers.Of(owner) is not { } id
        ? []
        : [.. (await _client.ListAsync($"documents?modulepart={place.Module}&id={JsonValues.Invariant(id)}", cancellationToken)).Select(DocumentRow.Read).OfType<DocumentRow>()];

    private async Task<string> ReferenceAsync(RemoteId owner, CancellationToken cancellationToken) =>
        Numbers.Of(owner) is { } id && (await _client.FindAsync($"{place.Resource}/{JsonValues.Invariant(id)}", cancellationToken))?.Text("ref") is { } reference
            ? reference
            : throw Problem(ProblemKind.NotFound, DolibarrCodes.NotFound, $"The {T.Kind.Name} of this file does not exist in Dolibarr.", owner);

    // Version 18 tells no checksum: a file of the same size is fetched and compared.
    private async Task<bool> IsSameAsync(DocumentRow file, byte[] content, CancellationToken cancellationToken)
    {
        if (file.Md5 is { } md5)
            return string.Equals(md5, Md5(content), StringComparison.OrdinalIgnoreCase);
        if (file.Size != content.Length)
            return false;
        var stored = await DownloadAsync(file, cancellationToken);
        return stored.AsSpan().SequenceEqual(content);
    }

    private Task<byte[]> DownloadAsync(DocumentRow file, CancellationToken cancellationToken) => FileContent.DownloadAsync(_client, place.Folder, file, T.Kind, cancellationToken);

    [SuppressMessage("Security", "CA5351", Justification = "Dolibarr's index of files tells contents by this checksum; nothing is secured with it.")]
    private static string Md5(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));

    private ConnectorException Problem(ProblemKind kind, string code, string message, RemoteId owner) => new(new SyncProblem(kind, code, message) { Connection = _client.Connection, EntityKind = T.Kind, Id = owner });
}
