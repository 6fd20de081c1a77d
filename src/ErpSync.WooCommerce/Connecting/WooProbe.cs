using System.Text.Json.Nodes;

namespace ErpSync.WooCommerce;

/// <summary>Looks whether the shop can be used: address, key, rights, versions, settings, plugins.</summary>
internal sealed class WooProbe(WooSession session) : IProbe
{
    private const int FirstMajor = 8;
    private const int LastMajor = 11;
    private static readonly TimeSpan SlowRequest = TimeSpan.FromSeconds(2);

    /// <summary>Plugins that are known to change the answers of the API, by a part of their folder.</summary>
    private static readonly (string Part, string Effect)[] Plugins =
    [
        ("woocommerce-multilingual", "gives one product per language under one SKU: connect one language only"), ("sitepress", "gives one product per language under one SKU: connect one language only"),
        ("polylang", "gives one product per language under one SKU: connect one language only"), ("sequential-order-number", "gives orders numbers that differ from their ids"),
        ("wordfence", "may block PUT and DELETE or many requests: allow this machine"), ("better-wp-security", "may block the REST API: allow this machine"), ("disable-json-api", "may close the REST API"),
        ("wp-rocket", "must not cache /wp-json/"), ("w3-total-cache", "must not cache /wp-json/"), ("litespeed-cache", "must not cache /wp-json/"), ("dynamic-pricing", "may change prices on the way"), ("woocommerce-product-bundles", "adds types of products that are not carried"),
        ("woocommerce-subscriptions", "adds types of products and orders of renewals"), ("measurement-price-calculator", "sells fractions of pieces"), ("decimal-quantity", "sells fractions of pieces"), ("cost-of-goods", "keeps purchase prices in meta data"),
    ];

    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        WooRun run;
        try
        {
            run = await session.OpenAsync(cancellationToken);
        }
        catch (ConnectorException fault)
        {
            return [Finding.From(FindingSeverity.Error, fault.Problem with { Connection = session.Client.Connection })];
        }

        Versions(run.Setup, findings);
        Settings(run.Setup, findings);
        Security(findings);
        await RightsAsync(needs, findings, cancellationToken);
        return findings;
    }

    private void Versions(ShopSetup setup, List<Finding> findings)
    {
        if (setup.Version is null)
            Add(findings, FindingSeverity.Warning, WooCodes.Version, "The version of WooCommerce is not known: the key may not read the system status.", "Give the key to a shop manager or administrator.");
        else if (setup.Version.Major < FirstMajor)
            Add(findings, FindingSeverity.Error, WooCodes.Version, $"WooCommerce {setup.VersionText} is older than {FirstMajor}, the first version that is supported.", "Update WooCommerce.");
        else if (setup.Version.Major > LastMajor)
            Add(findings, FindingSeverity.Warning, WooCodes.Version, $"WooCommerce {setup.VersionText} is newer than {LastMajor}, the last version that was tried.", null);
        if (!setup.HasVariationsRoute)
            Add(findings, FindingSeverity.Information, "woocommerce.variations-per-product", "Before WooCommerce 10.3 variations are read product by product, a request each.", null);
    }

    private void Settings(ShopSetup setup, List<Finding> findings)
    {
        if (setup.HasTaxes && setup.TaxClasses is null)
            Add(findings, FindingSeverity.Warning, "woocommerce.taxes-unreadable", "Taxes are on and their rates may not be read: products are carried without taxes.", "Give the key to a shop manager or administrator.");
        if (setup.PricesIncludeTax)
            Add(findings, FindingSeverity.Information, "woocommerce.prices-with-tax", "Prices are entered with tax: prices without tax are reckoned by the rates at the shop's own address.", null);
        if (setup.PricesIncludeTax && setup.TaxClasses?.GetValueOrDefault("")?.Rates.Count is null or 0 && setup.HasTaxes)
            Add(findings, FindingSeverity.Warning, "woocommerce.tax-rate-missing", "The standard tax class has no rate at the shop's own address.", "Add one under WooCommerce, Settings, Tax.");
        Add(findings, FindingSeverity.Information, "woocommerce.shop", $"WooCommerce {setup.VersionText:version}, {setup.Currency:currency}, orders in {(setup.HasOrderTables == true ? "order tables" : setup.HasOrderTables == false ? "posts" : "an unknown storage"):storage}.", null);
        if (!setup.ManagesStock)
            Add(findings, FindingSeverity.Warning, "woocommerce.stock-unmanaged", "The shop manages no stock at all: quantities that are sent are passed over.", "Switch Enable stock management on under WooCommerce, Settings, Products, Inventory.");
        if (setup.Currency is { } currency && setup.Decimals != currency.Decimals)
            Add(findings, FindingSeverity.Warning, "woocommerce.decimals", $"The shop shows prices with {setup.Decimals:shown} decimals, and {currency} has {currency.Decimals:own}: orders are rounded to those of the shop.", "Set Number of decimals under WooCommerce, Settings, General.");
        foreach (var plugin in setup.Plugins)
        {
            if (Plugins.FirstOrDefault(known => plugin.Contains(known.Part, StringComparison.OrdinalIgnoreCase)) is { Part: not null } found)
                Add(findings, FindingSeverity.Warning, "woocommerce.plugin", $"The plugin {plugin} {found.Effect:effect}.", null);
        }
    }

    private void Security(List<Finding> findings)
    {
        var options = session.Options;
        if (options.BaseAddress!.Scheme != Uri.UriSchemeHttps && !options.BaseAddress.IsLoopback)
            Add(findings, FindingSeverity.Warning, "woocommerce.no-https", "The shop is asked over plain http: data travels readable, though the secret does not.", "Use https.");
        if (options.Authentication == WooCommerceAuthentication.Query)
            Add(findings, FindingSeverity.Warning, "woocommerce.keys-in-query", "Key and secret travel in the query and end up in the server's logs.", "Use Basic where the host passes the Authorization header on.");
    }

    // An empty batch changes nothing and is refused to a key that may not write.
    private async Task RightsAsync(IReadOnlyCollection<Need> needs, List<Finding> findings, CancellationToken cancellationToken)
    {
        var begun = session.Time.GetTimestamp();
        await TryAsync("products", () => session.Client.GetAsync("products?per_page=1&_fields=id", cancellationToken, Http.RequestPurpose.Reference), findings);
        Rate(session.Time.GetElapsedTime(begun), findings);
        if (needs.Any(need => need.Kind == EntityKind.Order || need.Kind == EntityKind.CreditNote))
            await TryAsync("orders", () => session.Client.GetAsync("orders?per_page=1&_fields=id", cancellationToken, Http.RequestPurpose.Reference), findings);
        if (needs.Any(need => need.Kind == EntityKind.Customer || need.Kind == EntityKind.Address))
            await TryAsync("customers", () => session.Client.GetAsync("customers?per_page=1&_fields=id", cancellationToken, Http.RequestPurpose.Reference), findings);
        if (needs.Any(need => need.Creates || need.Updates || need.Deletes))
            await TryAsync("writing", () => session.Client.PostAsync("products/batch", new JsonObject(), cancellationToken), findings);
    }

    // The time of one small request is what each of them costs before any work.
    private void Rate(TimeSpan taken, List<Finding> findings)
    {
        var text = taken.TotalSeconds.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
        if (taken >= SlowRequest)
            Add(findings, FindingSeverity.Warning, "woocommerce.slow-host", $"The host takes {text:seconds} s for a small request: large batches and pages may break off.", "Set BatchSize to 25 and PageSize to 50, or ask the host for more workers.");
        else
            Add(findings, FindingSeverity.Information, "woocommerce.rate", $"The host takes {text:seconds} s for a small request.", null);
    }

    private async Task TryAsync(string what, Func<Task> ask, List<Finding> findings)
    {
        try
        {
            await ask();
        }
        catch (ConnectorException fault)
        {
            findings.Add(Finding.From(FindingSeverity.Error, fault.Problem with { Connection = session.Client.Connection, Message = $"No right for {what}: {fault.Problem.Message}" }));
        }
    }

    private void Add(List<Finding> findings, FindingSeverity severity, string code, MessageText message, string? remedy) => findings.Add(new Finding(severity, code, message) { Connection = session.Client.Connection, Remedy = remedy });
}
