using System.Xml.Linq;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Categories;

/// <summary>Categories: from records to the XML of writes. Throws a <see cref="ConnectorException"/> for a record that the shop cannot hold.</summary>
internal static class CategoryElements
{
    /// <summary>A new category, beneath Home unless told.</summary>
    public static XElement Create(Category category, ShopData shop, PrestaShopOptions options)
    {
        var wanted = CategoryMapping.Normalise(category, shop);
        var name = Name(wanted, shop);
        return new XElement(
            "category",
            XmlBody.Value("id_parent", Parent(wanted, shop)),
            XmlBody.Value("active", wanted.Active ?? true),
            XmlBody.Value("id_shop_default", shop.ShopId),
            XmlBody.Translated("name", Translations.All(wanted.Name, null, "name", shop, name)),
            XmlBody.Translated("link_rewrite", shop.Languages.Select(language =>
                new KeyValuePair<long, string>(language.Id, Slug.From(wanted.Name[language.Code] is { Length: > 0 } own ? own : name, "category")))),
            XmlBody.Translated("description", Translations.All(wanted.Description, null, "description", shop, options.FillMissingLanguages ? Translations.Main(wanted.Description, shop) : null)));
    }

    /// <summary>The changed fields of a category; null when none of them is one of the shop's.</summary>
    public static XElement? Update(Revision<Category> revision, WireRow present, CategoryTree tree, ShopData shop)
    {
        var wanted = CategoryMapping.Normalise(revision.Wanted, shop);
        var record = XmlBody.Record("category", present.Id);
        foreach (var field in revision.Fields)
        {
            switch (field)
            {
                case nameof(Category.Name):
                    record.Add(XmlBody.Translated("name", Translations.All(wanted.Name, present, "name", shop, Name(wanted, shop))));
                    break;
                case nameof(Category.Description):
                    record.Add(XmlBody.Translated("description", Translations.All(wanted.Description, present, "description", shop, null)));
                    break;
                case nameof(Category.Active):
                    record.Add(XmlBody.Value("active", wanted.Active ?? true));
                    break;
                case nameof(Category.Parent):
                    if (tree.IsWithin(Parent(wanted, shop), present.Id))
                        throw Refused(PrestaShopCodes.CategoryLoop, "A category cannot be moved beneath itself.", field);
                    record.Add(XmlBody.Value("id_parent", Parent(wanted, shop)));
                    break;
            }
        }

        return record.Elements().Skip(1).Any() ? record : null;
    }

    private static string Name(Category wanted, ShopData shop) =>
        Translations.Main(wanted.Name, shop) ?? throw Refused(PrestaShopCodes.NameMissing, "A category needs a name in a language of the shop.", nameof(Category.Name));

    private static long Parent(Category wanted, ShopData shop) => wanted.Parent is { } parent && Rows.Number(parent.Id) is > 0 and var id ? id : shop.HomeCategory;

    private static ConnectorException Refused(string code, string message, string field) => new(new SyncProblem(ProblemKind.Rejected, code, message) { Field = field });
}
