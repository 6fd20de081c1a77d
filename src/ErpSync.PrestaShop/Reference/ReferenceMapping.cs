using ErpSync.PrestaShop.Sales;

namespace ErpSync.PrestaShop.Reference;

/// <summary>Reference data: from rows to records.</summary>
internal static class ReferenceMapping
{
    /// <summary>A state of orders.</summary>
    public static OrderStatus Status(WireRow row, OrderStateTable table, ShopData shop) => new()
    {
        Code = row.Filled("module_name"),
        Name = Name(row, shop),
        Stage = table.StageOf(row.Id),
        IsPaid = row.Flag("paid"),
        AllowsInvoice = row.Flag("invoice"),
        IsShipped = row.Flag("shipped"),
        IsValid = row.Flag("logable"),
        MailsCustomer = row.Flag("send_email"),
        Active = row.Flag("deleted") is { } deleted ? !deleted : null,
    };

    /// <summary>A carrier.</summary>
    public static ErpSync.Carrier Carrier(WireRow row) => new()
    {
        Code = CarrierTable.Reference(row).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Name = row.Filled("name") ?? "",
        TrackingUrl = row.Filled("url"),
        Active = row.Flag("active"),
    };

    /// <summary>A tax rules group with what it comes to in the country of the connection.</summary>
    public static ErpSync.Tax Tax(WireRow row, ShopData shop) => new()
    {
        Name = row.Filled("name") ?? "",
        Rates = shop.Taxes.Of(row.Id),
        Country = shop.Taxes.Country.Length == 2 ? shop.Taxes.Country : null,
        Active = row.Flag("active"),
    };

    /// <summary>A currency.</summary>
    public static ErpSync.Currency Currency(WireRow row, ShopData shop)
    {
        var code = CurrencyCode.Parse(row.Filled("iso_code"));
        return new ErpSync.Currency { Code = code, Name = row.Filled("name") ?? code.Value, Rate = row.Number("conversion_rate"), IsBase = code == shop.Currency, Active = row.Flag("active") };
    }

    /// <summary>A language.</summary>
    public static ErpSync.Language Language(WireRow row, ShopData shop)
    {
        var code = shop.Languages.FirstOrDefault(language => language.Id == row.Id)?.Code ?? row.Filled("iso_code") ?? "";
        return new ErpSync.Language { Code = code, Name = row.Filled("name") ?? code, Locale = row.Filled("locale"), IsMain = code == shop.MainLanguage.Code, Active = row.Flag("active") };
    }

    /// <summary>A country.</summary>
    public static ErpSync.Country Country(WireRow row, ShopData shop) => new() { Code = row.Filled("iso_code")?.ToUpperInvariant() ?? "", Name = Name(row, shop), Active = row.Flag("active") };

    /// <summary>A state of a country.</summary>
    public static CountryState State(WireRow row, SalesReference reference) => new()
    {
        Code = row.Filled("iso_code")?.Split('-')[^1],
        Name = row.Filled("name") ?? "",
        Country = reference.Country(row.Whole("id_country") ?? 0),
        Active = row.Flag("active"),
    };

    /// <summary>A shop of the installation.</summary>
    public static Storefront Storefront(WireRow row) => new() { Name = row.Filled("name") ?? "", Group = row.Filled("id_shop_group"), Active = row.Flag("active") };

    /// <summary>A group of customers.</summary>
    public static CustomerGroup Group(WireRow row, ShopData shop) => new()
    {
        Name = Name(row, shop),
        DecidesPrices = true,
        DiscountPercent = row.Number("reduction") is > 0 and var percent ? percent : null,
    };

    private static string Name(WireRow row, ShopData shop) => Translations.Main(Translations.Read(row, "name", shop), shop) ?? row.Filled("name") ?? "";
}
