using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Files of the media library: by id, downloaded from an address, uploaded.</summary>
internal static class MediaRecords
{
    /// <summary>What a picture is shown as: an existing file, or a new copy of a downloaded one.</summary>
    public static JsonObject Take(WooCommerceState state, JsonObject given)
    {
        var id = given.Whole("id");
        if (id > 0 && !state.Media.ContainsKey(id))
            throw new RestProblem(400, "woocommerce_product_invalid_image_id", $"#{id} is an invalid image ID.");
        if (id == 0)
        {
            var source = given.Text("src");
            if (!state.RemoteFiles.TryGetValue(source, out var bytes))
                throw Failed($"Error getting remote image {source}. Error: {(Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.IsLoopback ? "Not Found" : "A valid URL was not provided.")}");
            var type = Type(bytes) ?? throw Failed("Invalid image: Sorry, you are not allowed to upload this file type.");
            id = Add(state, bytes, type, Path.GetFileName(new Uri(source).AbsolutePath));
        }

        var row = state.Media[id].Row;
        if (given["name"] is not null)
            row["name"] = given.Text("name");
        if (given["alt"] is not null)
            row["alt"] = given.Text("alt");
        return (JsonObject)row.DeepClone();
    }

    /// <summary>Stores a file; the same name again makes a second one.</summary>
    public static long Add(WooCommerceState state, byte[] bytes, string mediaType, string name)
    {
        state.FilesTaken++;
        var id = state.NextPost();
        var stem = Path.GetFileNameWithoutExtension(name);
        var file = state.Media.Values.Any(media => media.Row.Text("src").EndsWith("/" + name, StringComparison.Ordinal)) ? $"{stem}-{id}{Path.GetExtension(name)}" : name;
        var address = new Uri(state.Root, $"wp-content/uploads/2026/11/{Uri.EscapeDataString(file)}").AbsoluteUri;
        var row = new JsonObject { ["id"] = id };
        state.Date(row, "date_created", state.Now);
        state.Date(row, "date_modified", state.Now);
        row["src"] = address;
        row["name"] = file;
        row["alt"] = "";
        row["srcset"] = "";
        row["sizes"] = "";
        row["thumbnail"] = address;
        state.Media[id] = (row, bytes, mediaType);
        return id;
    }

    public static (byte[] Bytes, string MediaType)? Find(WooCommerceState state, string path) =>
        state.Media.Values.FirstOrDefault(media => new Uri(media.Row.Text("src")).AbsolutePath == path) is { Row: not null } found ? (found.Bytes, found.MediaType) : null;

    public static string? Type(byte[] bytes) => bytes switch
    {
        [0x89, 0x50, ..] => "image/png",
        [0xFF, 0xD8, ..] => "image/jpeg",
        [0x47, 0x49, 0x46, ..] => "image/gif",
        [0x52, 0x49, 0x46, 0x46, ..] => "image/webp",
        _ => null,
    };

    private static RestProblem Failed(string message) => new(400, "woocommerce_product_image_upload_error", message);
}
