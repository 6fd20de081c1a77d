using System.Text.Json.Nodes;

namespace ErpSync.Dolibarr;

/// <summary>Between rows and records of categories: pure functions.</summary>
internal static class CategoryMapping
{
    public static Remote<Category> Read(CategoryRow row, string? path, DolibarrSetup setup) =>
        new(RemoteId.From(row.Id), new Category
        {
            Name = LocalizedText.Of(setup.Language, row.Label),
            Description = row.Description.Length == 0 ? LocalizedText.Empty : LocalizedText.Of(setup.Language, row.Description),
            Parent = row.ParentId is { } parent ? new Ref(EntityKind.Category, RemoteId.From(parent)) : null,
            Path = path,
        })
        {
            ModifiedAt = row.ModifiedAt,
            Label = row.Label,
            Stamp = row.Stamp,
            Native = row,
        };

    public static Category Normalise(Category value, DolibarrSetup setup) => value with
    {
        Name = value.Name.Only([setup.Language]).Select(text => TextRules.Label(text, setup)),
        Description = value.Description.Only([setup.Language]).Select(text => TextRules.Html(text, setup)),
        Active = null,
    };

    public static JsonObject ToCreate(Creation<Category> creation, DolibarrSetup setup) => new()
    {
        ["label"] = Label(creation.Value, setup),
        ["type"] = "product",
        ["description"] = TextRules.Html(creation.Value.Description.Best(setup.Language) ?? "", setup),
        ["fk_parent"] = Parent(creation.Value),
        ["ref_ext"] = creation.Token,
        ["caller"] = "erpsync",
    };

    public static JsonObject ToUpdate(Revision<Category> revision, DolibarrSetup setup)
    {
        var body = new JsonObject { ["caller"] = "erpsync" };
        foreach (var field in revision.Fields)
        {
            if (field == nameof(Category.Name))
                body["label"] = Label(revision.Wanted, setup);
            else if (field == nameof(Category.Description))
                body["description"] = TextRules.Html(revision.Wanted.Description.Best(setup.Language) ?? "", setup);
            else if (field == nameof(Category.Parent))
                body["fk_parent"] = Parent(revision.Wanted);
        }

        return body;
    }

    /// <summary>The texts that are sent, for explaining a refusal of the database.</summary>
    public static IEnumerable<string> Texts(Category value) => value.Name.Concat(value.Description).Select(text => text.Value);

    private static string Label(Category value, DolibarrSetup setup) => TextRules.Label(value.Name.Best(setup.Language) ?? "", setup);

    private static long Parent(Category value) => value.Parent is { } parent && long.TryParse(parent.Id.Value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0;
}
