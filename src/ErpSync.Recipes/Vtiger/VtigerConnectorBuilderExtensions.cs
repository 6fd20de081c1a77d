using ErpSync.PrestaShop;
using ErpSync.Vtiger;
using Microsoft.Extensions.DependencyInjection;

namespace ErpSync.Recipes;

/// <summary>Adds the recipe.</summary>
public static class VtigerConnectorBuilderExtensions
{
    /// <summary>The feed of new products.</summary>
    public const string ProductsFeed = "products";

    /// <summary>The feed of registrations; waits until <see cref="ExportCustomersFeed"/> was completed.</summary>
    public const string CustomersFeed = "customers";

    /// <summary>The feed of orders and their statuses; brings customers and products along.</summary>
    public const string OrdersFeed = "orders";

    /// <summary>The export of all products by hand; can be repeated.</summary>
    public const string ExportProductsFeed = "export-products";

    /// <summary>The export of all customers by hand, once.</summary>
    public const string ExportCustomersFeed = "export-customers";

    /// <summary>
    /// Carries registrations, products and orders of a shop to vtiger CRM as its shop connector did: a registration becomes a lead, the first order a contact with an account, an order a
    /// sales order, its statuses one invoice. Nothing comes back. Adds the pair, its feeds and what it changes about both connections; both must be added, too.
    /// </summary>
    /// <param name="builder">What <c>AddErpSync()</c> returned.</param>
    /// <param name="pair">The pair's name.</param>
    /// <param name="shop">The name of the shop's connection.</param>
    /// <param name="crm">The name of the connection to vtiger.</param>
    /// <param name="configure">Changes options; null for the classic preset.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">A name is empty or taken.</exception>
    public static IErpSyncBuilder UseVtigerConnector(this IErpSyncBuilder builder, string pair, string shop, string crm, Action<VtigerConnectorOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(shop);
        ArgumentException.ThrowIfNullOrEmpty(crm);
        var options = new VtigerConnectorOptions();
        configure?.Invoke(options);
        builder.Services.AddTexts(typeof(VtigerConnectorOptions).Assembly);
        builder.Services.PostConfigure<VtigerOptions>(crm, vtiger => Apply(options, vtiger));
        builder.Services.PostConfigure<PrestaShopOptions>(shop, prestaShop => prestaShop.TellHasOrdered = true);
        return builder
            .AddPair(pair, shop, crm, kinds => Kinds(kinds, options, shop, crm))
            .AddFeeds(pair, feeds =>
            {
                Feeds(feeds, options, crm);
                RecipeJson.Watch(feeds, options, RecipeJson.Default.VtigerConnectorOptions, options.PlanAfterChange);
            })
            .ConfigureConnector(shop, (_, connector) => connector.Decorate(new MadeCodes()).Decorate(new NumberedOrders(options.NumberOrdersById)))
            .ConfigureConnector(crm, (provider, connector) => Decorate(connector, options).With<IProbe>(new ShopAndCrmProbe(connector, () => provider.GetRequiredKeyedService<Connector>(shop))));
    }

    private static void Apply(VtigerConnectorOptions options, VtigerOptions vtiger)
    {
        vtiger.RegistrationsAsLeads = true;
        vtiger.Accounts = options.CreateAccounts ? VtigerAccounts.WithOrder : VtigerAccounts.Companies;
        vtiger.OrderPrefix = options.OrderPrefix;
        vtiger.DealPrefix = options.CreateDeals ? options.DealPrefix : null;
        vtiger.LeadSource = options.LeadSource;
        vtiger.CreateCurrencies = options.CreateCurrencies;
        vtiger.ReplaceInvoices = options.ReplaceInvoices;
        vtiger.InvoiceOrders.Clear();
        foreach (var (stage, status) in options.Invoices)
            vtiger.InvoiceOrders[stage] = status;
    }

    private static void Kinds(PairBuilder pair, VtigerConnectorOptions options, string shop, string crm)
    {
        pair
            .Sync<Product>(kind =>
            {
                kind.From(shop).MatchBy(x => x.Reference).OnFirstRun(Conflict.Keep(options.ProductEdits ? shop : crm)).OnDelete(options.ProductDeletions ? Deletion.Deactivate : Deletion.Ignore);
            })
            .Sync<Customer>(kind => kind.From(shop).OnFirstRun(Conflict.Keep(shop)).OnDelete(Deletion.Ignore))
            .Sync<Order>(kind =>
            {
                kind.From(shop).MatchBy(x => x.Reference).BringAlong().OnFirstRun(Conflict.Keep(shop)).OnDelete(options.OrderDeletions ? Deletion.Delete : Deletion.Ignore);
                if (options.OrdersAfter is { } last)
                    kind.StartAfter(shop, last);
            });
        if (options.StockChanges)
            pair.Sync<StockLevel>(kind => kind.From(shop).OnFirstRun(Conflict.Keep(shop)));
        if (options.AddressEdits)
            pair.Sync<Address>(kind => kind.From(shop).OnFirstRun(Conflict.Keep(shop)).OnDelete(Deletion.Ignore));
    }

    private static void Feeds(FeedSetBuilder feeds, VtigerConnectorOptions options, string crm)
    {
        feeds
            .Add(OrdersFeed, feed => feed.Kinds(EntityKind.Order).Into(crm).Every(options.OrderInterval).Ranked(0))
            .Add(CustomersFeed, feed => feed.Kinds(EntityKind.Customer).Into(crm).Every(options.CatalogueInterval).After(ExportCustomersFeed).Ranked(1))
            .Add(ProductsFeed, feed => feed.Kinds(EntityKind.Product).Into(crm).Every(options.CatalogueInterval).Ranked(2))
            .Add(ExportProductsFeed, feed => feed.Kinds(EntityKind.Product).Into(crm).Full())
            .Add(ExportCustomersFeed, feed => _ = options.ExportUpdatesKnown ? feed.Kinds(EntityKind.Customer).Into(crm).Once() : feed.Kinds(EntityKind.Customer).Into(crm).Once().LeavingKnown());
        if (options.AddressEdits)
            feeds.Add("addresses", feed => feed.Kinds(EntityKind.Address).Into(crm).Every(options.CatalogueInterval).Ranked(3));
        if (options.StockChanges)
            feeds.Add("stock", feed => feed.Kinds(EntityKind.StockLevel).Into(crm).Every(options.OrderInterval).Ranked(4));
    }

    private static Connector Decorate(Connector connector, VtigerConnectorOptions options)
    {
        if (!options.ProductEdits)
            connector.Decorate(new FixedProducts(options.ProductDeletions));
        return options.ChangedLines ? connector : connector.Decorate(new RemovedLinesOnly());
    }
}
