using System.Globalization;
using ErpSync;
using ErpSync.Dolibarr;
using ErpSync.PrestaShop;
using ErpSync.Recipes;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the CyberOffice recipe to a host.</summary>
public static class CyberOfficeBuilderExtensions
{
    /// <summary>Adds a pair of a PrestaShop and a Dolibarr that does what the CyberOffice kind of synchronisation does: the catalogue and the way from the order to the money, and what <see cref="CyberOfficeOptions.Reverse"/> lets back.</summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="pair">The pair's name.</param>
    /// <param name="shop">The name of the PrestaShop connection.</param>
    /// <param name="erp">The name of the Dolibarr connection.</param>
    /// <param name="configure">Sets the options; from when orders are taken over must be said.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ErpSyncConfigurationException">The options contradict each other; all mistakes in one message.</exception>
    public static IErpSyncBuilder UseCyberOffice(this IErpSyncBuilder builder, string pair, string shop, string erp, Action<CyberOfficeOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new CyberOfficeOptions();
        configure(options);
        (options.StatusBack, options.MailStatus, options.TrackingBack) = (options.Reverse.Status || options.StatusBack, options.Reverse.Mails || options.MailStatus, options.Reverse.Tracking);
        var errors = new List<string>(CyberOfficePair.Check(options, pair));
        if (options.Documents)
            OptionRules.Check(options, pair, errors);
        if (errors.Count > 0)
            throw new ErpSyncConfigurationException(string.Join(" ", errors));
        var kinds = new CyberOfficePair(options, shop, erp);
        if (options.Documents)
            builder.UseOrderToCash(pair, shop, erp, options, kinds.AddTo, kinds.AddStock, options.Stock && options.Reverse.Stock);
        else
            builder.AddPair(pair, shop, erp, p => Add(p, kinds));
        if (options.Feeds)
            builder.AddFeeds(pair, feeds =>
            {
                kinds.AddTo(feeds);
                RecipeJson.Watch(feeds, options, RecipeJson.Default.CyberOfficeOptions, options.PlanAfterChange);
            });
        builder.Services.PostConfigure<DolibarrOptions>(erp, o => Configure(o, options));
        if (!options.InvoiceLink)
            builder.ConfigureConnector(erp, (_, connector) => connector.With<IPdfOpener<Invoice>>(new ClosedPdfs()));
        return builder
            .ConfigureConnector(shop, (provider, connector) => Decorate(connector, options, () => (Address(provider.GetRequiredService<IOptionsMonitor<PrestaShopOptions>>().Get(shop).BaseAddress), Address(provider.GetRequiredService<IOptionsMonitor<DolibarrOptions>>().Get(erp).BaseAddress))));
    }

    private static void Add(PairBuilder pair, CyberOfficePair kinds)
    {
        kinds.AddTo(pair);
        kinds.AddStock(pair);
    }

    private static void Configure(DolibarrOptions dolibarr, CyberOfficeOptions options)
    {
        dolibarr.VariantsAs ??= options.Variants ? DolibarrVariantsAs.Variants : DolibarrVariantsAs.SeparateProducts;
        if (options.Stock && !dolibarr.StockPerWarehouse)
            dolibarr.StockQuantity = DolibarrStockQuantity.Sellable;
        foreach (var code in options.Features.Values.Append(options.LongDescriptionField).OfType<string>().Where(code => !dolibarr.CustomFields.Contains(code)))
            dolibarr.CustomFields.Add(code);
    }

    private static Connector Decorate(Connector shop, CyberOfficeOptions options, Func<(string Shop, string Erp)> schemes)
    {
        shop.Decorate(new ShopProducts(options, shop.Find<IKeyFinder<Product>>()));
        return shop.With<IProbe>(new CyberOfficeProbe(shop.Find<IProbe>(), shop.Name, schemes));
    }

    private static string Address(Uri? address) => address?.Scheme.ToLower(CultureInfo.InvariantCulture) ?? "";
}
