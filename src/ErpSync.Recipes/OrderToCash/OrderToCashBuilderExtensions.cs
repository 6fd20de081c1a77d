using ErpSync;
using ErpSync.Dolibarr;
using ErpSync.Recipes;
using ErpSync.Vtiger;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds order to cash to a host.</summary>
public static class OrderToCashBuilderExtensions
{
    /// <summary>
    /// Adds a pair that takes a shop's orders to the money: customer, contact, addresses and missing articles come along, the order becomes an order, an invoice and a payment in the ERP or
    /// CRM, shipments and their tracking numbers go back, credit slips and cancellations become credit notes. Both connections must have been added or be added later.
    /// </summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="pair">The pair's name.</param>
    /// <param name="shop">The name of the shop's connection.</param>
    /// <param name="erp">The name of the ERP's or CRM's connection.</param>
    /// <param name="configure">Sets the options; from when orders are taken over must be said.</param>
    /// <param name="more">Adds further kinds to the pair, for example the catalogue; null for none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ErpSyncConfigurationException">The options contradict each other; all mistakes in one message.</exception>
    public static IErpSyncBuilder UseOrderToCash(this IErpSyncBuilder builder, string pair, string shop, string erp, Action<OrderToCashOptions> configure, Action<PairBuilder>? more = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new OrderToCashOptions();
        configure(options);
        return builder.UseOrderToCash(pair, shop, erp, options, more, null);
    }

    internal static IErpSyncBuilder UseOrderToCash(this IErpSyncBuilder builder, string pair, string shop, string erp, OrderToCashOptions options, Action<PairBuilder>? more, Action<PairBuilder>? last, bool stockFromErp = false)
    {
        var errors = new List<string>();
        OptionRules.Check(options, pair, errors);
        if (errors.Count > 0)
            throw new ErpSyncConfigurationException(string.Join(" ", errors));
        var book = new StatusBook(options);
        var kinds = new OrderToCashPair(options, book, shop, erp);
        IReadOnlyCollection<EntityKind> synced = [];
        builder.AddPair(pair, shop, erp, p =>
        {
            more?.Invoke(p);
            kinds.AddTo(p);
            last?.Invoke(p);
            synced = [.. p.SyncedKinds];
        });
        if (options.Feeds)
            builder.AddFeeds(pair, feeds =>
            {
                kinds.AddTo(feeds, synced);
                RecipeJson.Watch(feeds, options, RecipeJson.Default.OrderToCashOptions, options.PlanAfterChange);
            });
        Configure(builder.Services, erp, options);
        builder.Services.AddTexts(typeof(OrderToCashOptions).Assembly);
        var open = new OpenOrders(pair, options.OrdersAfter is { Length: > 0 } after ? new RemoteId(after) : null);
        return builder
            .ConfigureConnector(shop, (provider, connector) =>
            {
                open.Use(connector, Store(provider)); // before anything is done to its orders
                return ShopSide.Decorate(connector, options, book, new CreditLinks(Store(provider), pair), open).With<IProbe>(new OrderToCashProbe(connector.Find<IProbe>(), connector, () => provider.GetRequiredKeyedService<Connector>(erp), options, book));
            })
            .ConfigureConnector(erp, (provider, connector) => ErpSide.Decorate(connector, options, new ServiceJournal(Store(provider), provider.GetRequiredService<TimeProvider>(), pair), stockFromErp ? new ErpStock(open, Store(provider), pair) : null));
    }

    private static Func<ISyncStore> Store(IServiceProvider provider) => provider.GetRequiredService<ISyncStore>;

    /// <summary>The options of the ERP's connection that belong to order to cash; what a host sets itself stays.</summary>
    private static void Configure(IServiceCollection services, string erp, OrderToCashOptions options)
    {
        services.PostConfigure<DolibarrOptions>(erp, o =>
        {
            o.ShippingService ??= options.Services.Shipping;
            o.WrappingService ??= options.Services.Wrapping;
            o.DiscountService ??= options.Services.Discount;
            if (options.ReferenceAsNumber)
                o.OrderNumbers = options.ReferenceAsCustomerReference ? DolibarrOrderNumbers.Reference : DolibarrOrderNumbers.Number;
        });
        services.PostConfigure<VtigerOptions>(erp, o =>
        {
            o.LineServices.Shipping = options.Services.Shipping ?? o.LineServices.Shipping;
            o.LineServices.Wrapping = options.Services.Wrapping ?? o.LineServices.Wrapping;
            o.LineServices.Discount = options.Services.Discount ?? o.LineServices.Discount;
        });
    }
}
