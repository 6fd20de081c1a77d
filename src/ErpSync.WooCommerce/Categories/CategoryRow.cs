using System.Text.Json;

namespace ErpSync.WooCommerce;

/// <summary>A category or brand.</summary>
internal sealed record CategoryRow(long Id, string Name, string Slug, long Parent, string Description)
{
    public string Print => "t1:" + Prints.Of($"{Name}\n{Parent}\n{Description}");

    public static CategoryRow Parse(ref Utf8JsonReader item)
    {
        using var document = JsonDocument.ParseValue(ref item);
        return Read(document.RootElement);
    }

    public static CategoryRow Read(JsonElement json)
    {
        var row = new RowReader(json, EntityKind.Category);
        return new CategoryRow(row.Id, Texts.Plain(row.Text("name")), row.Text("slug") ?? "", json.Whole("parent") ?? 0, row.Text("description") ?? "");
    }
}
