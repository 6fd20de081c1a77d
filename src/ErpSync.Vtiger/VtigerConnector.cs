using ErpSync.Http;

namespace ErpSync.Vtiger;

/// <summary>Puts a connector together: one line per capability.</summary>
internal static class VtigerConnector
{
    // Screens name the module and the number behind the x of a record's id.
    private static readonly Dictionary<EntityKind, string> Screens = new()
    {
        [EntityKind.Product] = Screen("Products"),
        [EntityKind.Customer] = Screen("Accounts"),
        [EntityKind.Contact] = Screen("Contacts"),
        [EntityKind.Lead] = Screen("Leads"),
        [EntityKind.Deal] = Screen("Potentials"),
        [EntityKind.Order] = Screen("SalesOrder"),
        [EntityKind.Invoice] = Screen("Invoice"),
        [EntityKind.Supplier] = Screen("Vendors"),
    };

    private static string Screen(string module) => $"index.php?module={module}&view=Detail&record={{id}}";

    public static Connector Create(string name, VtigerOptions options, ConnectionClient transport, TimeProvider time)
    {
        var session = new VtigerSession(transport, options, time);
        var converter = new LeadConverter(session);
        var customers = new CustomerKind(session, converter);
        var connector = new Connector(name, "vtiger CRM")
            .With<IConnection>(new VtigerConnection(session))
            .With<IRequestMeter>(transport.Meter)
            .With<IProbe>(new VtigerProbe(session))
            .With<IBackOffice>(new BackOffice(VtigerAddress.Root(options.BaseAddress!), VtigerAddress.Root(options.BaseAddress!), Screens, static id => id.Value[(id.Value.IndexOf('x', StringComparison.Ordinal) + 1)..]))
            .With<ILeadConverter>(converter);
        AddParties(connector, session, customers);
        AddCatalogue(connector, session);
        AddDocuments(connector, session, customers);
        AddReference(connector, session);
        return connector;
    }

    private static void AddParties(Connector connector, VtigerSession session, CustomerKind customers)
    {
        var addresses = new AddressKind(session);
        Written(connector, new LeadKind(session), session, Modules.Leads, hasNewest: true).With<IKeyFinder<Lead>>(new LeadKind(session));
        Written(connector, customers, session, Modules.Accounts, hasNewest: true).With<IKeyFinder<Customer>>(customers);
        Written(connector, new ContactKind(session), session, Modules.Contacts, hasNewest: true).With<IKeyFinder<Contact>>(new ContactKind(session));
        Written(connector, new SupplierKind(session), session, Modules.Vendors, hasNewest: false).With<IKeyFinder<Supplier>>(new SupplierKind(session));
        Written(connector, new DealKind(session), session, Modules.Potentials, hasNewest: false).With<IKeyFinder<Deal>>(new DealKind(session));
        connector
            .With<IKind<Address>>(addresses)
            .With<IReader<Address>>(addresses)
            .With<IChangeReader<Address>>(addresses)
            .With<ILister<Address>>(addresses)
            .With<IFinder<Address>>(addresses)
            .With<ICreator<Address>>(addresses)
            .With<IUpdater<Address>>(addresses)
            .With<IDeleter<Address>>(addresses);
    }

    private static void AddCatalogue(Connector connector, VtigerSession session)
    {
        var products = new ProductKind(session);
        var stock = new StockKind(session);
        Written(connector, products, session, Modules.Products, hasNewest: true).With<IKeyFinder<Product>>(products);
        Written(connector, new PriceBookKind(session), session, Modules.PriceBooks, hasNewest: true);
        connector
            .With<IKind<StockLevel>>(stock)
            .With<IReader<StockLevel>>(stock)
            .With<ILister<StockLevel>>(stock)
            .With<IFinder<StockLevel>>(stock)
            .With<IUpdater<StockLevel>>(stock);
    }

    private static void AddDocuments(Connector connector, VtigerSession session, CustomerKind customers)
    {
        var orders = new OrderKind(session, customers);
        var invoices = new InvoiceKind(session);
        var quotes = new QuoteKind(session);
        var purchases = new PurchaseOrderKind(session);
        Written(connector, orders, session, Modules.SalesOrder, hasNewest: false).With<IKeyFinder<Order>>(orders).With<ISweeper<Order>>(orders);
        Written(connector, invoices, session, Modules.Invoice, hasNewest: false).With<IKeyFinder<Invoice>>(invoices).With<ISweeper<Invoice>>(invoices);
        Written(connector, quotes, session, Modules.Quotes, hasNewest: true).With<ISweeper<Quote>>(quotes);
        Read(connector, purchases).With<ISweeper<PurchaseOrder>>(purchases);
        Written(connector, new DocumentKind(session), session, Modules.Documents, hasNewest: true);
    }

    private static void AddReference(Connector connector, VtigerSession session)
    {
        var reference = new ReferenceReaders(session);
        connector
            .With<IReader<Currency>>(reference)
            .With<IReader<Tax>>(reference)
            .With<IReader<OrderStatus>>(reference)
            .With<IReader<Carrier>>(reference);
    }

    private static Connector Read<T>(Connector connector, ModuleKind<T> kind)
        where T : class, IEntity => connector
        .With<IKind<T>>(kind)
        .With<IReader<T>>(kind)
        .With<IChangeReader<T>>(kind)
        .With<ILister<T>>(kind)
        .With<IFinder<T>>(kind);

    /// <summary>A kind with a field for tokens is found by them; without, kinds that need not have a natural key are found among the newest records.</summary>
    private static Connector Written<T>(Connector connector, WritingKind<T> kind, VtigerSession session, string module, bool hasNewest)
        where T : class, IEntity
    {
        Read(connector, kind).With<ICreator<T>>(kind).With<IUpdater<T>>(kind).With<IDeleter<T>>(kind);
        if (session.Options.ExternalKeys.ContainsKey(module))
            connector.With<ITokenFinder<T>>(kind);
        else if (hasNewest)
            connector.With<INewestId<T>>(kind);
        return connector;
    }
}
