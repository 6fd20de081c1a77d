using ErpSync;
using ErpSync.Dolibarr;
using ErpSync.Recipes;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the recipe for shops that come from WPshop to a host.</summary>
public static class WpShopBuilderExtensions
{
    /// <summary>
    /// Adds a pair of a shop and a Dolibarr as WPshop's users know it: what is new on either side is created and linked on the other, an edit goes over or shows orange, the ERP leads,
    /// and a mass run (<see cref="WpShopMassRun"/>) shows what it will create and overwrite before somebody confirms it. Both connections must have been added or be added later.
    /// </summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="pair">The pair's name.</param>
    /// <param name="shop">The name of the shop's connection.</param>
    /// <param name="erp">The name of the ERP's connection.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ErpSyncConfigurationException">The options contradict each other; all mistakes in one message.</exception>
    public static IErpSyncBuilder UseWpShop(this IErpSyncBuilder builder, string pair, string shop, string erp, Action<WpShopOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = new WpShopOptions();
        configure?.Invoke(options);
        options.Sales.PaymentsBack &= options.Sales.Payments;
        options.Check(pair);
        if (options.Stock)
            builder.Services.PostConfigure<DolibarrOptions>(erp, dolibarr => dolibarr.StockQuantity = DolibarrStockQuantity.Sellable);
        builder.Services.TryAddSingleton<WpShopMassRun>();
        var kinds = new WpShopPair(options, shop, erp);
        if (options.Orders)
        {
            (options.Sales.Products, options.Sales.Customers, options.Sales.TrackingBack) = (false, false, options.Shipments);
            builder.UseOrderToCash(pair, shop, erp, options.Sales, kinds.AddTo, kinds.AddStock, options.Stock);
        }
        else
        {
            builder.AddPair(pair, shop, erp, both =>
            {
                kinds.AddTo(both);
                kinds.AddStock(both);
            });
        }

        return builder.AddFeeds(pair, feeds =>
        {
            kinds.AddTo(feeds);
            RecipeJson.Watch(feeds, options, RecipeJson.Default.WpShopOptions, options.Sales.PlanAfterChange);
        });
    }
}
