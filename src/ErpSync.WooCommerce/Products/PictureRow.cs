using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>A picture of a product: a file of the media library.</summary>
internal sealed record PictureRow(long Id, string Source, string Name, string Alt, string? ModifiedAt)
{
    /// <summary>The one picture of a variation; none for the placeholder.</summary>
    public static IReadOnlyList<PictureRow> ReadOne(JsonElement item) => item.Whole("id") is { } id and > 0 ? [Read(item, id)] : [];

    public static IReadOnlyList<PictureRow> ReadAll(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return [];
        var pictures = new List<PictureRow>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            // The shop shows a placeholder with the number 0 where there is no picture.
            if (item.Whole("id") is { } id and > 0 && !pictures.Exists(known => known.Id == id))
                pictures.Add(Read(item, id));
        }

        return pictures;
    }

    private static PictureRow Read(JsonElement item, long id) => new(id, item.Text("src") ?? "", item.Text("name") ?? "", Texts.Plain(item.Text("alt")), item.Text("date_modified_gmt"));
}
