using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>An attribute of a product with its options, or the option that a variation chose.</summary>
/// <param name="Id">The number of a global attribute; 0 for one of the product's own.</param>
/// <param name="Name">The name, plain.</param>
/// <param name="Options">The options, plain; one for a variation, none for "any".</param>
internal sealed record AttributeRow(long Id, string Name, IReadOnlyList<string> Options)
{
    public bool IsVariation { get; init; }

    public bool IsVisible { get; init; } = true;

    public long Position { get; init; }

    public static IReadOnlyList<AttributeRow> ReadAll(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(Read)] : [];

    public JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["position"] = Position,
            ["visible"] = IsVisible,
            ["variation"] = IsVariation,
            ["options"] = new JsonArray([.. Options.Select(option => (JsonNode)JsonValue.Create(option)!)]),
        };
        if (Id > 0)
            json["id"] = Id;
        else
            json["name"] = Name;
        return json;
    }

    private static AttributeRow Read(JsonElement json) =>
        new(json.Whole("id") ?? 0, Texts.Plain(json.Text("name")), json.Text("option") is { } option ? [Texts.Plain(option)] : [.. json.Get("options").Items().Select(item => Texts.Plain(item.AsText())).Where(text => text.Length > 0)])
        {
            IsVariation = json.Flag("variation"),
            IsVisible = json.Flag("visible"),
            Position = json.Whole("position") ?? 0,
        };
}
