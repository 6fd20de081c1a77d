using System.Xml.Linq;
using ErpSync.PrestaShop.Texts;

namespace ErpSync.PrestaShop.Companies;

/// <summary>Makers and suppliers.</summary>
internal static class CompanyKinds
{
    /// <summary>Makers.</summary>
    public static CompanyKind<Manufacturer> Manufacturers(ShopSession? session) => new()
    {
        Session = session,
        Resource = "manufacturers",
        Fields = "[id,active,name,date_upd,description,short_description]",
        Known = new HashSet<string>(StringComparer.Ordinal) { nameof(Manufacturer.Name), nameof(Manufacturer.Summary), nameof(Manufacturer.Description), nameof(Manufacturer.Active) },
        Read = static (row, shop) => new Manufacturer
        {
            Name = row.Filled("name"),
            Summary = Translations.Read(row, "short_description", shop),
            Description = Translations.Read(row, "description", shop),
            Active = row.Flag("active") ?? false,
        },
        Name = static maker => maker.Name,
        Normalised = static (maker, shop) => maker with
        {
            Name = TextRules.CompanyName(maker.Name),
            Summary = maker.Summary.Only(shop.Codes).Select(CleanHtml.From),
            Description = maker.Description.Only(shop.Codes).Select(CleanHtml.From),
            Active = maker.Active ?? true,
            Custom = TextMap.Empty,
        },
        Element = static (field, maker, present, shop, fill) => field switch
        {
            nameof(Manufacturer.Name) => XmlBody.Value("name", maker.Name),
            nameof(Manufacturer.Active) => XmlBody.Value("active", maker.Active ?? true),
            nameof(Manufacturer.Summary) => Text("short_description", maker.Summary, present, shop, fill),
            nameof(Manufacturer.Description) => Text("description", maker.Description, present, shop, fill),
            _ => null,
        },
    };

    /// <summary>Suppliers.</summary>
    public static CompanyKind<Supplier> Suppliers(ShopSession? session) => new()
    {
        Session = session,
        Resource = "suppliers",
        Fields = "[id,active,name,date_upd,description]",
        Known = new HashSet<string>(StringComparer.Ordinal) { nameof(Supplier.Name), nameof(Supplier.Description), nameof(Supplier.Active) },
        Read = static (row, shop) => new Supplier { Name = row.Filled("name"), Description = Translations.Read(row, "description", shop), Active = row.Flag("active") ?? false },
        Name = static supplier => supplier.Name,
        Normalised = static (supplier, shop) => supplier with
        {
            Name = TextRules.CompanyName(supplier.Name),
            Description = supplier.Description.Only(shop.Codes).Select(CleanHtml.From),
            Active = supplier.Active ?? true,
        },
        Element = static (field, supplier, present, shop, fill) => field switch
        {
            nameof(Supplier.Name) => XmlBody.Value("name", supplier.Name),
            nameof(Supplier.Active) => XmlBody.Value("active", supplier.Active ?? true),
            nameof(Supplier.Description) => Text("description", supplier.Description, present, shop, fill),
            _ => null,
        },
    };

    private static XElement Text(string column, LocalizedText text, WireRow? present, ShopData shop, bool fill) =>
        XmlBody.Translated(column, Translations.All(text, present, column, shop, fill ? Translations.Main(text, shop) : null));
}
