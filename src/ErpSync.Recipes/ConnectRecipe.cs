using ErpSync;
using ErpSync.Dolibarr;
using ErpSync.PrestaShop;
using ErpSync.Recipes;
using ErpSync.Recipes.Connect;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the recipe of a hub with feeds.</summary>
public static class ConnectRecipe
{
    /// <summary>
    /// Adds a pair of a PrestaShop and a Dolibarr that works as a hub with feeds: products, suppliers and orders come from the shop, stock and shipping confirmations go to it, each by a feed with
    /// its own schedule, what must come first, and a life cycle (set-up, initialised, live). The connections are added by the host; <c>AddErpSyncFeeds()</c> of the hosting package runs the feeds.
    /// </summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="pair">The pair's name, unique in the host.</param>
    /// <param name="shop">The name of the PrestaShop connection.</param>
    /// <param name="hub">The name of the Dolibarr connection.</param>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ErpSyncConfigurationException">An option cannot work.</exception>
    public static IErpSyncBuilder UseConnectFeeds(this IErpSyncBuilder builder, string pair, string shop, string hub, Action<ConnectOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(pair);
        ArgumentException.ThrowIfNullOrEmpty(shop);
        ArgumentException.ThrowIfNullOrEmpty(hub);
        var options = new ConnectOptions();
        configure?.Invoke(options);
        options.Validate(pair);
        var statuses = new ConnectStatusBook(options.Statuses);
        var payments = new ConnectPayments(options);
        var open = new OpenOrders(pair, options.OrdersFromId is { } from ? RemoteId.From(from - 1) : null);
        if (options.OrdersFromId is { } first)
            builder.Services.Configure<PrestaShopOptions>(shop, o => o.OrdersFromId = first);
        builder.Services.Configure<DolibarrOptions>(hub, o => Configure(o, options));
        return builder
            .ConfigureConnector(shop, (provider, connector) =>
            {
                open.Use(connector, provider.GetRequiredService<ISyncStore>); // before anything is done to its orders
                connector.With<IConnection>(new BookedConnection(connector.Get<IConnection>(), connector, null, open));
                connector.Decorate(new ConnectShopOrders(connector, statuses, payments)).With<IReader<PaymentMethod>>(payments);
                return options.AllowNegativeStock ? connector : connector.Decorate(new ConnectSellable());
            })
            .ConfigureConnector(hub, (provider, connector) => connector.Decorate(new ConnectHubOrders()).Decorate(new ErpStock(open, provider.GetRequiredService<ISyncStore>, pair)))
            .AddPair(pair, shop, hub, builder => ConnectPair.Configure(builder, shop, hub, options, statuses, payments))
            .AddFeeds(pair, feeds =>
            {
                ConnectFeedSet.Configure(feeds, shop, hub, options);
                RecipeJson.Watch(feeds, options, RecipeJson.Default.ConnectOptions, options.PlanAfterChange);
            });
    }

    private static void Configure(DolibarrOptions hub, ConnectOptions options)
    {
        hub.StockQuantity = DolibarrStockQuantity.Sellable;
        hub.Entity = options.HubStore ?? hub.Entity;
        hub.WriteWarehouse = options.StockImportWarehouse ?? hub.WriteWarehouse;
        if (options.Warehouses.Count > 0)
            hub.Warehouses = [.. options.Warehouses];
    }
}
