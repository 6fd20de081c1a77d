namespace ErpSync.Dolibarr;

/// <summary>Looks whether a Dolibarr can be used for what a pair wants: version, modules, rights, warehouses, tax rates, currency, price mode.</summary>
internal sealed class DolibarrProbe(DolibarrSession session) : IProbe
{
    public async Task<IReadOnlyList<Finding>> ProbeAsync(IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(needs);
        try
        {
            var run = await session.OpenAsync(cancellationToken);
            List<Finding> findings = [.. Version(run.Setup), .. Modules(run.Setup, needs), .. Money(run.Setup, needs), .. Stock(run, needs), .. Clock(run.Setup)];
            findings.AddRange(await new RightsCheck(session.Client).FindAsync(needs, cancellationToken));
            findings.AddRange(await TradeFindings.FindAsync(run, needs, cancellationToken));
            findings.AddRange(session.NotCarried.Select(entry => new Finding(FindingSeverity.Information, "dolibarr.not-carried", $"{entry.Value} {entry.Key} were refused since this process began: they cannot be written through the API.")));
            return [.. findings.Select(finding => finding with { Connection = session.Client.Connection })];
        }
        catch (ConnectorException fault)
        {
            return [Finding.From(FindingSeverity.Error, fault.Problem) with { Connection = session.Client.Connection }];
        }
    }

    private IEnumerable<Finding> Version(DolibarrSetup setup)
    {
        if (setup.Major == 0)
            yield return new Finding(FindingSeverity.Warning, "dolibarr.version-unknown", $"The version '{setup.Version}' is not known; the newest behaviour is assumed.");
        else if (setup.Major > DolibarrSetup.LastVersion)
            yield return new Finding(FindingSeverity.Warning, "dolibarr.version-untested", $"Dolibarr {setup.Version} is newer than what was tried ({DolibarrSetup.LastVersion}).");
        if (session.Options.BaseAddress is { Scheme: "http", IsLoopback: false })
            yield return new Finding(FindingSeverity.Warning, "dolibarr.plain-http", "The key travels readable over plain http.") { Remedy = "Use https." };
    }

    private IEnumerable<Finding> Modules(DolibarrSetup setup, IReadOnlyCollection<Need> needs)
    {
        if (setup.Modules is not { } modules)
        {
            yield return new Finding(FindingSeverity.Information, "dolibarr.setup-unreadable", "The list of modules may not be read with this key; they are judged by what answers.");
            yield break;
        }

        foreach (var (kind, module, title) in new[]
        {
            (EntityKind.Product, "product", "Products"), (EntityKind.Category, "categorie", "Tags / Categories"), (EntityKind.StockLevel, "stock", "Stocks"),
            (EntityKind.Order, "commande", "Sales Orders"), (EntityKind.Invoice, "facture", "Invoices"), (EntityKind.Shipment, "expedition", "Shipments"), (EntityKind.Payment, "banque", "Banks and Cash"),
        })
        {
            if (Wants(needs, kind) && !modules.Contains(module) && !(module == "product" && modules.Contains("service")))
                yield return new Finding(FindingSeverity.Error, DolibarrCodes.ModuleOff, $"The module {title} is off.") { Remedy = "Switch it on under Home, Setup, Modules." };
        }

        if (Wants(needs, EntityKind.Order) && !modules.Contains("service") && (session.Options is { ShippingService: not null } or { DiscountService: not null } or { WrappingService: not null } or { FeeService: not null }))
            yield return new Finding(FindingSeverity.Error, DolibarrCodes.ModuleOff, "The module Services is off, and lines of shipping and the like are booked on services.") { Remedy = "Switch it on under Home, Setup, Modules." };
        if (Wants(needs, EntityKind.ProductVariant) && !modules.Contains("variants"))
        {
            yield return setup.VariantsAs == DolibarrVariantsAs.Variants
                ? new Finding(FindingSeverity.Error, DolibarrCodes.ModuleOff, "The module Product variants is off, but VariantsAs asks for it.") { Remedy = "Switch it on, or set VariantsAs to SeparateProducts." }
                : new Finding(FindingSeverity.Information, "dolibarr.variants-separate", "The module Product variants is off: variants are created as separate products.");
        }
    }

    private static IEnumerable<Finding> Money(DolibarrSetup setup, IReadOnlyCollection<Need> needs)
    {
        var writes = needs.Any(need => (need.Kind == EntityKind.Product || need.Kind == EntityKind.ProductVariant) && (need.Creates || need.Updates));
        if (setup.Currency is null)
            yield return new Finding(FindingSeverity.Error, "dolibarr.currency-unknown", "The company's currency may not be read with this key.") { Remedy = "Set the option Currency." };
        if (writes && setup.Prices == PriceStore.None)
            yield return new Finding(FindingSeverity.Error, DolibarrCodes.PriceMode, "Neither PRODUCT_PRICE_UNIQ nor PRODUIT_MULTIPRICES is set: prices written by the API would not be kept.") { Remedy = "Set PRODUCT_PRICE_UNIQ to 1 (Home, Setup, Other setup)." };
        if (writes && setup.Prices == PriceStore.Unknown)
            yield return new Finding(FindingSeverity.Warning, DolibarrCodes.PriceMode, "The price mode may not be read with this key; prices are not written.") { Remedy = "Set the option PriceMode." };
        if (writes && setup.Rates is null)
            yield return new Finding(FindingSeverity.Warning, "dolibarr.tax-rates-unreadable", "The VAT dictionary of the company's country cannot be read; tax rates are sent unchecked.") { Remedy = "Set the option Country, or check the rates by hand (versions before 21 have no such list)." };
        else if (writes && setup.Rates is { Count: 0 })
            yield return new Finding(FindingSeverity.Error, DolibarrCodes.TaxRateUnknown, $"The VAT dictionary of {setup.CountryCode} is empty.") { Remedy = "Add the rates under Home, Setup, Dictionaries, VAT rates." };
        if (setup.UnitDecimals < 4)
            yield return new Finding(FindingSeverity.Information, "dolibarr.decimals", $"Unit prices keep {setup.UnitDecimals} decimals (MAIN_MAX_DECIMALS_UNIT).");
    }

    private static IEnumerable<Finding> Stock(DolibarrRun run, IReadOnlyCollection<Need> needs)
    {
        if (!Wants(needs, EntityKind.StockLevel))
            return [];
        try
        {
            StockWarehouses.Summed(run.Setup, run.Options);
            if (run.Options.StockPerWarehouse)
                StockWarehouses.Each(run.Setup, run.Options);
            else if (needs.Any(need => need.Kind == EntityKind.StockLevel && need.Updates))
                StockWarehouses.ToWrite(run.Setup, run.Options);
            return [];
        }
        catch (ConnectorException fault)
        {
            return [Finding.From(FindingSeverity.Error, fault.Problem)];
        }
    }

    private static IEnumerable<Finding> Clock(DolibarrSetup setup)
    {
        if (setup.Zone is null && setup.ZoneOffset is null)
            yield return new Finding(FindingSeverity.Warning, "dolibarr.time-zone-unknown", "This version does not tell its time zone; changes of the last half day are read again each time.") { Remedy = "Set the option TimeZone to the database's time zone, for example Europe/Paris." };
    }

    private static bool Wants(IReadOnlyCollection<Need> needs, EntityKind kind) => needs.Any(need => need.Kind == kind);
}
