namespace ErpSync.Dolibarr;

/// <summary>What the settings of sales mean for a pair: stock that would be counted twice, rounding, currencies, bank accounts, PDF models, prices that cannot be written.</summary>
internal static class TradeFindings
{
    private static readonly (EntityKind Kind, string Constant, string Title)[] PdfModels =
        [(EntityKind.Invoice, "FACTURE_ADDON_PDF", "invoices"), (EntityKind.Order, "COMMANDE_ADDON_PDF", "sales orders"), (EntityKind.Shipment, "EXPEDITION_ADDON_PDF", "shipments")];

    public static async Task<IReadOnlyList<Finding>> FindAsync(DolibarrRun run, IReadOnlyCollection<Need> needs, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var sells = Writes(needs, EntityKind.Order) || Writes(needs, EntityKind.Invoice) || Writes(needs, EntityKind.Shipment);
        if (sells)
            findings.AddRange(Sales(await run.Trade.GetAsync(cancellationToken), run.Setup, Writes(needs, EntityKind.StockLevel)));
        if (sells && run.Options.StockQuantity == DolibarrStockQuantity.Sellable && needs.Any(need => need.Kind == EntityKind.StockLevel) && !Writes(needs, EntityKind.StockLevel)
            && await run.Trade.GetAsync(cancellationToken) is { MayRead: true, Moments: StockMoments.None })
        {
            findings.Add(new Finding(FindingSeverity.Warning, "dolibarr.stock-not-reserved", "Dolibarr moves no stock with a sale and reserves none: what an order has sold still counts as what can be sold.")
            {
                Remedy = "Choose in the setup of the module Stocks at which step a sale takes its goods off (with the shipment, best).",
            });
        }

        if (Writes(needs, EntityKind.Payment))
            findings.AddRange(await AccountsAsync(run, cancellationToken));
        foreach (var (kind, constant, title) in PdfModels.Where(model => needs.Any(need => need.Kind == model.Kind)))
        {
            if (run.Constants.MayRead && await run.Constants.GetAsync(constant, cancellationToken) is not { Length: > 0 })
                findings.Add(new Finding(FindingSeverity.Warning, "dolibarr.pdf-model-missing", $"No PDF model is chosen for {title} ({constant}): their PDF cannot be built.") { Remedy = "Choose one in the module's setup." });
        }

        if (needs.Any(need => need.Kind == EntityKind.Price))
            findings.AddRange(Prices(await run.Prices.GetAsync(cancellationToken), Writes(needs, EntityKind.Price)));
        return findings;
    }

    private static IEnumerable<Finding> Sales(TradeSettings settings, DolibarrSetup setup, bool writesStock)
    {
        if (settings.Moments != StockMoments.None && writesStock)
        {
            yield return new Finding(FindingSeverity.Warning, "dolibarr.stock-counted-twice", $"Dolibarr moves stock by itself with each sale ({settings.MomentNames}), and levels are written to it as well: a sale would count twice.")
            {
                Remedy = "Let stock flow from Dolibarr to the shop only, or switch the automatic movements off in the setup of the module Stocks.",
            };
        }

        if (!settings.MayRead)
            yield return new Finding(FindingSeverity.Information, "dolibarr.stock-moment-unknown", "At which step a sale moves stock may not be read with this key.") { Remedy = "List the user in API_LOGINS_ALLOWED_FOR_CONST_READ." };
        if (settings.MayRead && settings.TotalDecimals != 2)
            yield return new Finding(FindingSeverity.Information, "dolibarr.total-decimals", $"Totals keep {settings.TotalDecimals} decimals (MAIN_MAX_DECIMALS_TOT).");
        if (settings.RoundsTotals)
            yield return new Finding(FindingSeverity.Information, "dolibarr.rounds-totals", "Totals are rounded over the document and not per line (MAIN_ROUNDOFTOTAL_NOT_TOTALOFROUND).");
        if (setup.HasMultiCurrency == false)
            yield return new Finding(FindingSeverity.Information, "dolibarr.one-currency", $"The module Multi-currency is off: documents are taken in {setup.Currency} only.");
    }

    private static async Task<IEnumerable<Finding>> AccountsAsync(DolibarrRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await run.Client.ListAsync("bankaccounts?limit=2", cancellationToken, Http.RequestPurpose.Reference) is { Count: > 0 }
                ? []
                : [new Finding(FindingSeverity.Error, "dolibarr.bank-account-missing", "Dolibarr has no bank account that this key may see, so payments cannot be booked.") { Remedy = "Create one under Bank, Accounts." }];
        }
        catch (ConnectorException fault)
        {
            return [Finding.From(FindingSeverity.Error, fault.Problem)];
        }
    }

    private static IEnumerable<Finding> Prices(PriceModes modes, bool writes)
    {
        if (modes.HasCustomerPrices || modes.HasQuantityPrices)
        {
            yield return new Finding(FindingSeverity.Information, "dolibarr.special-prices", $"Prices {(modes.HasCustomerPrices ? "for single customers" : "by quantity")} are on: Dolibarr tells them per product, so a full read of prices takes a request per product.");
            if (writes)
                yield return new Finding(FindingSeverity.Warning, "dolibarr.price-not-writable", "Prices for single customers and by quantity can only be read: each one that comes from the other side is refused by name.") { Remedy = "Let them flow from Dolibarr only, or give customers price levels." };
        }

        if (modes.Levels.Count == 0 && writes)
            yield return new Finding(FindingSeverity.Warning, "dolibarr.price-not-writable", "Price levels are off (PRODUIT_MULTIPRICES): no prices of groups can be written.") { Remedy = "Switch price levels on in the setup of the module Products." };
    }

    private static bool Writes(IReadOnlyCollection<Need> needs, EntityKind kind) => needs.Any(need => need.Kind == kind && (need.Creates || need.Updates));
}
