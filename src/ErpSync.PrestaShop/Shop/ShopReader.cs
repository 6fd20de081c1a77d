using System.Globalization;
using ErpSync.Http;

namespace ErpSync.PrestaShop;

/// <summary>Reads the reference data of the shop: settings, languages, currency, taxes.</summary>
internal sealed class ShopReader(PrestaShopClient client)
{
    private static readonly string[] Names =
    [
        "PS_TIMEZONE", "PS_CURRENCY_DEFAULT", "PS_LANG_DEFAULT", "PS_COUNTRY_DEFAULT", "PS_WEIGHT_UNIT", "PS_DIMENSION_UNIT", "PS_SHOP_DEFAULT", "PS_SHOP_DOMAIN", "PS_SHOP_ENABLE",
        "PS_ROOT_CATEGORY", "PS_HOME_CATEGORY", "PS_TAX", "PS_STOCK_MANAGEMENT", "PS_ADVANCED_STOCK_MANAGEMENT",
        "PS_ROUND_TYPE", "PS_PRICE_ROUND_MODE", "PS_PRICE_DISPLAY_PRECISION", "PS_INVOICE", "PS_INVOICE_PREFIX", "PS_INVOICE_USE_YEAR", "PS_INVOICE_YEAR_POS", "PS_CREDIT_SLIP_PREFIX",
        "PS_OS_PAYMENT", "PS_OS_PREPARATION", "PS_OS_SHIPPING", "PS_OS_DELIVERED", "PS_OS_CANCELED", "PS_OS_REFUND", "PS_OS_ERROR",
    ];

    /// <summary>Reads everything afresh, in seven or eight requests.</summary>
    public async Task<ShopData> ReadAsync(CancellationToken cancellationToken)
    {
        var shops = await new ShopChoice(client).ShopsAsync(cancellationToken);
        var rows = await client.ListAsync(new Query("configurations").Show("full").With("filter[name]", $"[{string.Join('|', Names)}]"), RequestPurpose.Reference, cancellationToken);
        var version = VersionOf(client.Version);
        var settings = Settings(rows);
        var languages = ShopLanguage.Read(await FullAsync("languages", cancellationToken), Whole(settings, "PS_LANG_DEFAULT") ?? 1);
        var currencies = await FullAsync("currencies", cancellationToken);
        var shop = client.Shop ?? Whole(settings, "PS_SHOP_DEFAULT") ?? 1;
        var own = shops?.FirstOrDefault(row => row.Id == shop);
        return new ShopData
        {
            Version = version,
            Settings = settings,
            Languages = languages.Count > 0 ? languages : throw Missing("language"),
            Currency = Currency(currencies, Whole(settings, "PS_CURRENCY_DEFAULT")),
            Zone = Zone(settings.GetValueOrDefault("PS_TIMEZONE")),
            Currencies = ShopCurrency.Read(currencies),
            Length = LengthUnit.Named(settings.GetValueOrDefault("PS_DIMENSION_UNIT")),
            Weight = WeightUnit.Named(settings.GetValueOrDefault("PS_WEIGHT_UNIT")),
            Taxes = await TaxesAsync(settings, cancellationToken),
            RootCategory = Whole(settings, "PS_ROOT_CATEGORY") ?? 1,
            HomeCategory = own?.Whole("id_category") is { } home and > 0 ? home : Whole(settings, "PS_HOME_CATEGORY") ?? 2,
            ShopId = shop,
            ShopGroupId = own?.Whole("id_shop_group"),
            Shops = shops?.Count,
            InstanceId = Instance(settings, rows, shop),
        };
    }

    /// <summary>The version in a header; null for none and for the 0 of a refused key.</summary>
    internal static Version? VersionOf(string? header) => Version.TryParse(header, out var version) ? version : null;

    private Task<IReadOnlyList<WireRow>> FullAsync(string resource, CancellationToken cancellationToken) =>
        client.ListAsync(new Query(resource).Show("full"), RequestPurpose.Reference, cancellationToken);

    private async Task<TaxTable> TaxesAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var country = Whole(settings, "PS_COUNTRY_DEFAULT");
        var shown = $"the shop's default country (id {country})";
        if (client.Options.TaxCountry is { } code)
        {
            var rows = await client.ListAsync(new Query("countries").Show("[id,iso_code]").Where("iso_code", code.ToUpperInvariant()), RequestPurpose.Reference, cancellationToken);
            shown = code.ToUpperInvariant();
            country = rows.Count > 0 ? rows[0].Id : throw Problem(PrestaShopCodes.CountryUnknown, $"The shop has no country {shown}.", "Correct TaxCountry.");
        }

        if (country is not { } id)
            throw Missing("PS_COUNTRY_DEFAULT");
        var rules = await client.ListAsync(
            new Query("tax_rules").Show("full").Where("id_country", id.ToString(CultureInfo.InvariantCulture)), RequestPurpose.Reference, cancellationToken);
        return TaxTable.Read(rules, await FullAsync("taxes", cancellationToken), await FullAsync("tax_rule_groups", cancellationToken), shown);
    }

    // A setting of the shop goes before one of its group, that before the general one.
    private Dictionary<string, string> Settings(IEnumerable<WireRow> rows)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => row.Whole("id_shop") is not > 0 || row.Whole("id_shop") == client.Shop).OrderBy(row => row.Whole("id_shop") ?? 0).ThenBy(row => row.Whole("id_shop_group") ?? 0))
        {
            if (row.Filled("name") is { } name && row.Filled("value") is { } value)
                settings[name] = value;
        }

        return settings;
    }

    private CurrencyCode Currency(IReadOnlyList<WireRow> currencies, long? main)
    {
        var row = currencies.FirstOrDefault(row => row.Id == main) ?? throw Missing("PS_CURRENCY_DEFAULT");
        try
        {
            return CurrencyCode.Parse(row.Filled("iso_code"));
        }
        catch (FormatException)
        {
            throw Problem(PrestaShopCodes.SettingMissing, $"The currency {row.Id} has no ISO code.", "Correct the currency in the back office.");
        }
    }

    private TimeZoneInfo Zone(string? name)
    {
        if (name is null)
            throw Missing("PS_TIMEZONE");
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw Problem(PrestaShopCodes.TimeZoneUnknown, $"This machine does not know the shop's time zone '{name}'.", "Install the time zone data of the operating system.");
    }

    // The oldest setting dates the installation.
    private string Instance(Dictionary<string, string> settings, IEnumerable<WireRow> rows, long shop)
    {
        var address = PrestaShopAddress.ShopRoot(client.Options.BaseAddress);
        var installed = rows.Select(row => row.Filled("date_add")).Where(date => date is not null && !date.StartsWith("0000", StringComparison.Ordinal)).Min(StringComparer.Ordinal);
        return $"{address?.Authority}{address?.AbsolutePath}|{settings.GetValueOrDefault("PS_SHOP_DOMAIN")}|{installed}|{shop.ToString(CultureInfo.InvariantCulture)}";
    }

    private static long? Whole(IReadOnlyDictionary<string, string> settings, string name) =>
        settings.TryGetValue(name, out var value) && long.TryParse(value, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    private ConnectorException Missing(string what) => Problem(PrestaShopCodes.SettingMissing, $"The shop does not tell its {what}.", "Give the key the right to read configurations, languages and currencies.");

    private ConnectorException Problem(string code, string message, string remedy) => new(new SyncProblem(ProblemKind.Misconfigured, code, message) { Remedy = remedy, Connection = client.Connection });
}
