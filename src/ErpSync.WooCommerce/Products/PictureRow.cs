using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>A picture of a product: a file of the media library.</summary>
internal sealed record PictureRow(long Id, string Source, string Name, string Alt, string? ModifiedAt)
{
    public static IReadOnlyList<PictureRow> ReadAll(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0)
            return [];
        var pictures = new List<PictureRow>(list.GetArrayLength());
        foreach (var item in list.EnumerateArray())
        {
            // The shop shows a placeholder with the number 0 where there is no picture.
            if (item.Whole("id") is { } id and > 0 && !pictures.Exists(known => known.Id == id))
                pictures.Add(new PictureRow(id, item.Text("src") ?? "", item.Text("name") ?? "", Texts.Plain(item.Text("alt")), item.Text("date_modified_gmt")));
        }

        return pictures;
    }
}
