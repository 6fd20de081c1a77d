using System.Globalization;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Reads the setup. What may not be read (a plain user gets 403 for most of it) is left open; options stand above what is read.</summary>
internal sealed class SetupReader(DolibarrClient client, DolibarrOptions options, Constants constants)
{
    /// <exception cref="ConnectorException">The system is unreachable, refuses the key, or is too old.</exception>
    public async Task<(DolibarrSetup Setup, DateTimeOffset? ServerTime)> ReadAsync(CancellationToken cancellationToken)
    {
        var (root, date) = await client.GetWithDateAsync("status", RequestPurpose.Reference, cancellationToken);
        var status = root.Get("success");
        var version = status.Text("dolibarr_version") ?? "";
        var major = int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        if (major is > 0 and < DolibarrSetup.FirstVersion)
            throw TooOld(version);

        var (serverTime, offset) = Clock(status, date);
        var company = await AskAsync("setup/company", cancellationToken);
        var country = options.Country?.ToUpperInvariant() ?? company.Text("country_code");
        var language = options.Language ?? await constants.GetAsync("MAIN_LANG_DEFAULT", cancellationToken);
        var modules = await ModulesAsync(cancellationToken);
        var isVariantsOn = modules?.Contains("variants");
        // Children that exist stay variants when the module is switched off; a failure here must not turn them into products, so it is not swallowed.
        var hasVariants = isVariantsOn == true || await WorksAsync("products?variant_filter=3&ids_only=true&limit=1", cancellationToken);
        var currency = options.Currency ?? company.Text("currency_code") ?? await constants.GetAsync("MAIN_MONNAIE", cancellationToken);
        var setup = new DolibarrSetup
        {
            Version = version,
            Major = major,
            Locale = Locale(language, company.Text("default_lang")),
            OtherLocales = options.Multilang ? [.. options.Locales] : [],
            Currency = currency is { Length: 3 } ? CurrencyCode.Parse(currency) : null,
            CountryCode = country,
            Prices = await PricesAsync(cancellationToken),
            PriceLevel = options.PriceLevel,
            UnitDecimals = await constants.WholeAsync("MAIN_MAX_DECIMALS_UNIT", 5, 8, cancellationToken),
            Rates = await RatesAsync(company, country, cancellationToken),
            Warehouses = await WarehousesAsync(cancellationToken),
            Modules = modules,
            HasCategories = modules?.Contains("categorie") != false && await WorksAsync("categories?type=product&limit=1&properties=id", cancellationToken),
            HasVariants = hasVariants,
            VariantsAs = options.VariantsAs ?? (isVariantsOn ?? hasVariants ? DolibarrVariantsAs.Variants : DolibarrVariantsAs.SeparateProducts),
            ZoneOffset = offset,
            Zone = options.TimeZone is { } zone ? TimeZoneInfo.FindSystemTimeZoneById(zone) : null,
            CustomFields = [.. options.CustomFields],
            ExtraFields = options.CustomFields.Count > 0 ? ExtraFieldTypes.Read(await AskAsync("setup/extrafields?elementtype=product", cancellationToken), "product") : ExtraFieldTypes.None,
            Units = await UnitsAsync(cancellationToken),
            HasLots = modules?.Contains("productbatch") == true,
            HasMultiCurrency = modules?.Contains("multicurrency"),
        };
        return (setup, serverTime);
    }

    private static (DateTimeOffset? Time, TimeSpan? Offset) Clock(JsonElement status, DateTimeOffset? date)
    {
        if (!JsonValues.TrySeconds(status.Text("timestamp_now_utc") ?? "", out var now))
            return (date, null);
        return DateTime.TryParseExact(status.Text("date_tz"), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? (now, TimeSpan.FromMinutes(Math.Round((local - now.UtcDateTime).TotalMinutes)))
            : (now, null);
    }

    private static string Locale(string? wanted, string? company)
    {
        var locale = wanted is null or "" or "auto" ? company ?? "en_US" : wanted;
        return locale.Length == 2 ? $"{locale}_{(locale == "en" ? "US" : locale.ToUpperInvariant())}" : locale;
    }

    private async Task<PriceStore> PricesAsync(CancellationToken cancellationToken)
    {
        if (options.PriceMode is { } mode)
            return mode == DolibarrPriceMode.Levels ? PriceStore.Levels : PriceStore.Single;
        if (await constants.IsOnAsync("PRODUIT_MULTIPRICES", cancellationToken) || await constants.IsOnAsync("PRODUIT_CUSTOMER_PRICES_AND_MULTIPRICES", cancellationToken))
            return PriceStore.Levels;
        if (await constants.IsOnAsync("PRODUCT_PRICE_UNIQ", cancellationToken))
            return PriceStore.Single;
        return constants.MayRead ? PriceStore.None : PriceStore.Unknown;
    }

    private async Task<HashSet<string>?> ModulesAsync(CancellationToken cancellationToken)
    {
        var list = await AskAsync("setup/modules", cancellationToken);
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(name => name.AsText() ?? "")] : null;
    }

    private async Task<UnitBook> UnitsAsync(CancellationToken cancellationToken) => await constants.IsOnAsync("PRODUCT_USE_UNITS", cancellationToken)
        ? UnitBook.Read((await AskAsync("setup/dictionary/units?limit=500", cancellationToken)).Items())
        : UnitBook.None;

    private async Task<bool> WorksAsync(string list, CancellationToken cancellationToken)
    {
        try
        {
            await client.ListAsync(list, cancellationToken, RequestPurpose.Reference);
            return true;
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Misconfigured or ProblemKind.Unsupported or ProblemKind.Rejected)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<VatRate>?> RatesAsync(JsonElement company, string? country, CancellationToken cancellationToken)
    {
        var id = options.Country is null ? company.Whole("country_id") : null;
        if (id is null && country is not null)
            id = (await AskAsync($"setup/dictionary/countries/byCode/{country}", cancellationToken)).Whole("id");
        if (id is null)
            return null;
        var list = await AskAsync($"setup/dictionary/vat?limit=500&{SqlFilter.Query(SqlFilter.Is("t.fk_pays", id.Value))}", cancellationToken);
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(VatRate.Read).OfType<VatRate>()] : null;
    }

    private async Task<IReadOnlyList<Warehouse>> WarehousesAsync(CancellationToken cancellationToken)
    {
        var list = await AskAsync("warehouses?limit=1000&sortfield=t.rowid&sortorder=ASC", cancellationToken);
        return [.. list.Items().Select(Warehouse.Read).OfType<Warehouse>()];
    }

    /// <summary>Asks for something that may be missing or forbidden; undefined then.</summary>
    private async Task<JsonElement> AskAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetAsync(path, cancellationToken, RequestPurpose.Reference);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.NotFound or ProblemKind.Unsupported or ProblemKind.Misconfigured or ProblemKind.Rejected)
        {
            return default;
        }
    }

    private ConnectorException TooOld(string version) => new(new SyncProblem(ProblemKind.Unsupported, DolibarrCodes.VersionRefused, $"This is Dolibarr {version}; version {DolibarrSetup.FirstVersion} or later is needed.")
    {
        Connection = client.Connection,
        Remedy = "Update Dolibarr.",
    });
}
