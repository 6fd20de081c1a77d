using System.Text.Json;

namespace ErpSync.Dolibarr;

/// <summary>One file of a product, as the list of documents gives it.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Folder">The folder, which is the product's reference.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Date">Unix seconds of the file; null when unknown.</param>
/// <param name="Md5">The md5 of the content, from the index of files; null where there is none (version 18).</param>
/// <param name="Position">The place among the files; the last for files without one.</param>
/// <param name="IsCover">The mark of the picture that stands for the product (21 and later).</param>
internal sealed record DocumentRow(string Name, string Folder, long Size, string? Date, string? Md5, long Position, bool IsCover)
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".png"] = "image/png",
        [".gif"] = "image/gif",
        [".webp"] = "image/webp",
        [".bmp"] = "image/bmp",
        [".avif"] = "image/avif",
    };

    /// <summary>The media type by the name's ending; null for files that are no pictures.</summary>
    public string? MediaType => Types.GetValueOrDefault(Path.GetExtension(Name));

    /// <summary>What the content is told by: its md5, else size and date.</summary>
    public string Revision => Md5 ?? $"{Name}:{JsonValues.Invariant(Size)}:{Date}";

    /// <summary>The path for downloading.</summary>
    public string File => $"{Folder}/{Name}";

    /// <summary>The ending for a media type; null for types that are not known.</summary>
    public static string? Ending(string mediaType) => Types.FirstOrDefault(type => string.Equals(type.Value, mediaType, StringComparison.OrdinalIgnoreCase)).Key;

    public static DocumentRow? Read(JsonElement json) => (json.Text("name") ?? json.Text("relativename") ?? json.Text("filename")) is { } name
        ? new DocumentRow(
            name,
            json.Text("level1name") ?? json.Text("filepath")?.Split('/')[^1] ?? "",
            json.Whole("size") ?? 0,
            json.Text("date"),
            json.Text("label") is { Length: 32 } md5 ? md5 : null,
            json.Whole("position") is { } position and > 0 ? position : long.MaxValue,
            json.Text("cover") is { } cover && cover != "0")
        : null;

    /// <summary>The pictures in order: the marked cover first, then by place and name; the first stands for the product. Files without content are none.</summary>
    public static IReadOnlyList<DocumentRow> Pictures(IEnumerable<DocumentRow> documents) =>
    [
        .. documents
            .Where(document => document.MediaType is not null && document.Size > 0)
            .OrderByDescending(document => document.IsCover)
            .ThenBy(document => document.Position)
            .ThenBy(document => document.Name, StringComparer.OrdinalIgnoreCase),
    ];
}
