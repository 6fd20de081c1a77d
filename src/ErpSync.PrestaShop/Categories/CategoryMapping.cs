using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Categories;

/// <summary>Categories: from rows to records, and what the shop makes of a record.</summary>
internal static class CategoryMapping
{
    /// <summary>The record in a row.</summary>
    public static Remote<Category> Read(WireRow row, CategoryTree tree, ShopData shop)
    {
        var parent = CategoryRow.Parent(row);
        var category = new Category
        {
            Name = Translations.Read(row, "name", shop),
            Description = Translations.Read(row, "description", shop),
            Parent = shop.IsRoot(parent) || tree.IsRoot(parent) ? null : new Ref(EntityKind.Category, RemoteId.From(parent)),
            Active = row.Flag("active") ?? false,
            Path = tree.Path(row.Id),
        };
        return new Remote<Category>(RemoteId.From(row.Id), category)
        {
            ModifiedAt = LocalTime.ToInstant(row.Text("date_upd"), shop.Zone),
            Label = category.Path ?? Translations.Main(category.Name, shop),
            Stamp = CategoryRow.StampOf(row),
            Native = row,
        };
    }

    /// <summary>What the shop would hold.</summary>
    public static Category Normalise(Category category, ShopData shop) => category with
    {
        Name = category.Name.Only(shop.Codes).Select(TextRules.Name),
        Description = category.Description.Only(shop.Codes).Select(CleanHtml.From),
        Active = category.Active ?? true,
    };
}
