using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Reads the shop's settings: a handful of requests, counted as reference requests.</summary>
internal sealed class SetupReader(WooClient client, WooCommerceOptions options)
{
    /// <exception cref="ConnectorException">The shop cannot be used.</exception>
    public async Task<(ShopSetup Setup, DateTimeOffset? Time)> ReadAsync(CancellationToken cancellationToken)
    {
        var (index, time) = await client.IndexAsync(cancellationToken);
        var general = await SettingsAsync("general", cancellationToken);
        var products = await SettingsAsync("products", cancellationToken);
        var tax = await SettingsAsync("tax", cancellationToken);
        var status = await MayReadAsync("system_status?_fields=environment,settings,active_plugins", cancellationToken);
        var rates = general is null ? null : await RatesAsync(cancellationToken);
        var environment = status?.Get("environment") ?? default;
        var place = (general?.GetValueOrDefault("woocommerce_default_country") ?? "").Split(':');
        var version = environment.Text("version") ?? "";
        var parsed = Version.TryParse(version.Split('-')[0], out var known) ? known : null;
        var setup = new ShopSetup
        {
            VersionText = version,
            Version = parsed,
            HasBrands = ShopSetup.SurelyHasBrands(parsed) || await MayReadAsync("products/brands?per_page=1&_fields=id", cancellationToken) is not null,
            Decimals = general?.GetValueOrDefault("woocommerce_price_num_decimals") is { } decimals && int.TryParse(decimals, CultureInfo.InvariantCulture, out var number) ? number : 2,
            Language = (options.Language ?? environment.Text("language")?.Split('_')[0] ?? "en").ToLowerInvariant(),
            Currency = (options.Currency ?? general?.GetValueOrDefault("woocommerce_currency")) is { Length: 3 } code ? CurrencyCode.Parse(code) : throw NoCurrency(),
            Zone = Zone(index),
            Country = place[0],
            State = place.Length > 1 ? place[1] : "",
            HasTaxes = general?.GetValueOrDefault("woocommerce_calc_taxes") == "yes",
            PricesIncludeTax = tax?.GetValueOrDefault("woocommerce_prices_include_tax") == "yes",
            RoundsAtSubtotal = tax?.GetValueOrDefault("woocommerce_tax_round_at_subtotal") == "yes",
            ManagesStock = products?.GetValueOrDefault("woocommerce_manage_stock") != "no",
            WeightUnit = products?.GetValueOrDefault("woocommerce_weight_unit") ?? "kg",
            DimensionUnit = products?.GetValueOrDefault("woocommerce_dimension_unit") ?? "cm",
            HasFulfillments = status?.Get("settings").Get("enabled_features").Items().Any(feature => feature.AsText() == "fulfillments") == true,
            HasOrderTables = status?.Get("settings").Get("HPOS_enabled") is { ValueKind: JsonValueKind.True or JsonValueKind.False } tables ? tables.GetBoolean() : null,
            Plugins = [.. (status?.Get("active_plugins") ?? default).Items().Select(plugin => plugin.Text("plugin")?.Split('/')[0]).OfType<string>()],
            SiteName = index.Text("name") ?? "",
            StoreId = environment.Text("store_id") ?? "",
            CustomFields = [.. options.CustomFields],
        };
        return (rates is null ? setup : WithRates(setup, rates), time);
    }

    /// <summary>Lays tax rates over a setup.</summary>
    internal static ShopSetup WithRates(ShopSetup setup, IReadOnlyList<JsonElement> rows)
    {
        var rates = rows.Select(row => (Id: row.Whole("id") ?? 0, Slug: row.Text("class") is null or "standard" ? "" : row.Text("class")!, Country: row.Text("country") ?? "", State: row.Text("state") ?? "",
            Rate: new TaxRate(JsonValues.TryNumber(row.Text("rate") ?? "", out var percent) ? percent : 0, row.Flag("compound")), Priority: (int)(row.Whole("priority") ?? 1), Name: row.Text("name") ?? "")).ToList();
        var slugs = rates.Select(rate => rate.Slug).Append("").Append("zero-rate").Distinct(StringComparer.Ordinal);
        var classes = slugs.Select(slug => new TaxClass(slug, !setup.HasTaxes ? [] : rates
            .Where(rate => rate.Slug == slug && (rate.Country.Length == 0 || rate.Country == setup.Country) && (rate.State.Length == 0 || rate.State == setup.State))
            .OrderBy(rate => rate.Priority).GroupBy(rate => rate.Priority).Select(group => group.First().Rate).ToValueList()));
        return setup with
        {
            TaxClasses = classes.ToFrozenDictionary(known => known.Slug, StringComparer.Ordinal),
            Rates = rates.Where(rate => rate.Id > 0).DistinctBy(rate => rate.Id).ToFrozenDictionary(rate => rate.Id, rate => (rate.Rate, rate.Priority, rate.Name)),
        };
    }

    private async Task<Dictionary<string, string>?> SettingsAsync(string group, CancellationToken cancellationToken)
    {
        if (await MayReadAsync($"settings/{group}?_fields=id,value", cancellationToken) is not { } rows)
            return null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in rows.Items())
        {
            if (row.Text("id") is { } id && row.Text("value") is { } value)
                values[id] = value;
        }

        return values;
    }

    private async Task<IReadOnlyList<JsonElement>?> RatesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListAsync("taxes?orderby=id&order=asc", cancellationToken, RequestPurpose.Reference);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Unsupported)
        {
            return null;
        }
    }

    private async Task<JsonElement?> MayReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetAsync(path, cancellationToken, RequestPurpose.Reference);
        }
        catch (ConnectorException fault) when (fault.Problem.Kind is ProblemKind.Denied or ProblemKind.Unsupported or ProblemKind.NotFound)
        {
            return null;
        }
    }

    private static TimeZoneInfo? Zone(JsonElement index)
    {
        if (index.Text("timezone_string") is { } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        if (!JsonValues.TryNumber(index.Text("gmt_offset") ?? "", out var hours))
            return null;
        var offset = TimeSpan.FromHours((double)hours);
        return offset == TimeSpan.Zero ? TimeZoneInfo.Utc : TimeZoneInfo.CreateCustomTimeZone($"UTC{hours:+0.##;-0.##}", offset, null, null);
    }

    private static ConnectorException NoCurrency() => new(new SyncProblem(ProblemKind.Misconfigured, WooCodes.Currency, "The shop's currency cannot be read with this key.")
    {
        Remedy = "Give the key to a shop manager or administrator, or set the option Currency.",
    });
}
