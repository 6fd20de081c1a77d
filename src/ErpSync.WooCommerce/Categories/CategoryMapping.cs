using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Between rows and records of categories: pure functions.</summary>
internal static class CategoryMapping
{
    public static Remote<Category> Read(CategoryRow row, string? path, ShopSetup setup, long defaultCategory) => new(RemoteId.From(row.Id), new Category
    {
        Name = row.Name.Length == 0 ? LocalizedText.Empty : LocalizedText.Of(setup.Language, row.Name),
        Description = row.Description.Length == 0 ? LocalizedText.Empty : LocalizedText.Of(setup.Language, row.Description),
        Parent = row.Parent > 0 && row.Parent != defaultCategory ? new Ref(EntityKind.Category, RemoteId.From(row.Parent)) : null,
        Path = path,
    })
    {
        Label = row.Name,
        Stamp = row.Print,
        Native = row,
    };

    public static Category Normalise(Category value, ShopSetup setup) => value with
    {
        Name = value.Name.Only([setup.Language]).Select(text => text.Trim()),
        Description = value.Description.Only([setup.Language]).Select(Texts.Html),
        Active = null,
    };

    public static JsonObject Body(Category value, IReadOnlyCollection<string>? fields, ShopSetup setup)
    {
        var body = new JsonObject();
        if (fields?.Contains(nameof(Category.Name)) != false)
            body["name"] = Texts.Encode(value.Name.Best(setup.Language) ?? "");
        if (fields?.Contains(nameof(Category.Description)) != false)
            body["description"] = Texts.Html(value.Description.Best(setup.Language) ?? "");
        if (fields?.Contains(nameof(Category.Parent)) != false)
            body["parent"] = value.Parent is { IsForeign: false } parent ? JsonValues.Number(parent.Id) ?? 0 : 0;
        return body;
    }
}
