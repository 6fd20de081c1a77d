using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;

namespace ErpSync.Sandbox.Dolibarr;

/// <summary>Writes documents.</summary>
internal sealed class DocumentJson
{
    private const string Root = "/srv/dolibarr/documents/";

    private readonly ObjectTemplate<DolibarrDocument> _template;

    public DocumentJson(DolibarrState state)
    {
        string Folder(DolibarrDocument d) => DocumentOwner.Of(state, d)?.Folder ?? "";
        _template = new ObjectTemplate<DolibarrDocument>(state.Is18 ? DocumentTemplates.Of18 : DocumentTemplates.Of23, new Dictionary<string, Action<Utf8JsonWriter, DolibarrDocument>>(StringComparer.Ordinal)
        {
            ["name"] = (w, d) => w.WriteText(state.Is18 || !IsIndexed(d) ? d.Name : null),
            ["path"] = (w, d) => w.WriteStringValue(Root + Folder(d)),
            ["level1name"] = (w, d) => w.WriteText(DocumentOwner.Of(state, d)?.Reference),
            ["relativename"] = (w, d) => w.WriteStringValue(d.Name),
            ["fullname"] = (w, d) => w.WriteStringValue(Root + Folder(d) + "/" + d.Name),
            ["date"] = (w, d) => w.WriteNumberValue(d.Modified.ToUnixTimeSeconds()),
            ["date_c"] = (w, d) => w.WriteNumberValue(d.Created.ToUnixTimeSeconds()),
            ["date_m"] = (w, d) => w.WriteNumberValue(d.Modified.ToUnixTimeSeconds()),
            ["size"] = (w, d) => w.WriteNumberValue(d.Content.Length),
            ["id"] = (w, d) => w.WriteStringValue(Numbers.Text(d.Id)),
            ["ref"] = (w, d) => w.WriteStringValue(Numbers.Text(d.Id)),
            ["label"] = (w, d) => w.WriteStringValue(Md5(d.Content.Span)),
            ["filename"] = (w, d) => w.WriteStringValue(d.Name),
            ["filepath"] = (w, d) => w.WriteStringValue(Folder(d)),
            ["fullpath_orig"] = (w, d) => w.WriteStringValue(d.Name),
            ["position"] = (w, d) => w.WriteStringValue(Numbers.Text(d.Position)),
            ["cover"] = (w, d) => w.WriteText(d.Cover ? "1" : null),
            ["gen_or_uploaded"] = (w, d) => w.WriteStringValue(d.IsGenerated ? "generated" : "api"),
            ["src_object_type"] = (w, d) => w.WriteStringValue(d.Element),
            ["src_object_id"] = (w, d) => w.WriteStringValue(Numbers.Text(d.ProductId)),
            ["content-type"] = (w, d) => w.WriteStringValue(TypeOf(d.Name)),
        });
        FileNames = ["name", "path", "level1name", "relativename", "fullname", "date", "size", "type", "content-type"];
    }

    private HashSet<string> FileNames { get; }

    public void Write(Utf8JsonWriter writer, DolibarrDocument document) => _template.Write(writer, document, IsIndexed(document) ? null : FileNames);

    /// <summary>A program renamed on upload is not in the index of files: only what the file system tells is shown.</summary>
    public static bool IsIndexed(DolibarrDocument document) => !document.Name.EndsWith(".noexe", StringComparison.Ordinal);

    public static string TypeOf(string name) => Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".gif" => "image/gif",
        ".webp" => "image/webp",
        ".pdf" => "application/pdf",
        ".txt" => "text/plain",
        _ => "application/octet-stream",
    };

    [SuppressMessage("Security", "CA5351", Justification = "The simulated server's index of files keeps this hash.")]
    private static string Md5(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(MD5.HashData(content));
}
