using ErpSync.Http;
using ErpSync.PrestaShop.Categories;
using ErpSync.PrestaShop.Documents;
using ErpSync.PrestaShop.Images;
using ErpSync.PrestaShop.Parties;
using ErpSync.PrestaShop.Products;
using ErpSync.PrestaShop.Reference;
using ErpSync.PrestaShop.Sales;
using ErpSync.PrestaShop.Stock;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop;

/// <summary>Puts a connection together: one line per capability.</summary>
internal static class PrestaShopConnector
{
    /// <summary>The system's name for people.</summary>
    public const string System = "PrestaShop";

    // The addresses of before version 9 lead to the present screens in all versions.
    private static readonly Dictionary<EntityKind, string> Screens = new()
    {
        [EntityKind.Product] = "index.php?controller=AdminProducts&id_product={id}&updateproduct",
        [EntityKind.Category] = "index.php?controller=AdminCategories&id_category={id}&updatecategory",
        [EntityKind.Customer] = "index.php?controller=AdminCustomers&id_customer={id}&viewcustomer",
        [EntityKind.Address] = "index.php?controller=AdminAddresses&id_address={id}&updateaddress",
        [EntityKind.Order] = "index.php?controller=AdminOrders&id_order={id}&vieworder",
        [EntityKind.Supplier] = "index.php?controller=AdminSuppliers&id_supplier={id}&updatesupplier",
    };

    /// <summary>Makes the connection's capabilities.</summary>
    public static Connector Create(ConnectionClient http, PrestaShopOptions options)
    {
        var client = new PrestaShopClient(http, options);
        var session = new ShopSession(client);
        var kinds = new PrestaShopKinds(session, options);
        var categories = new CategoryReader(client, session);
        var categoryWriter = new CategoryWriter(client, session, categories);
        var words = new ProductWords(client, session);
        var products = new ProductReader(client, session, words);
        var productWriter = new ProductWriter(client, session, words);
        var variantOptions = new OptionWriter(client, session);
        var variants = new VariantReader(client, session, variantOptions);
        var variantWriter = new VariantWriter(client, session, variantOptions);
        var stock = new StockReader(client, session);
        var images = new ImageReader(client, session);
        var imageWriter = new ImageWriter(client, session, images);

        var connector = new Connector(http.Name, System);
        AddParties(connector, client, session);
        AddSales(connector, client, session);
        AddReference(connector, client, session);
        return connector
            .With<IConnection>(session)
            .With<IProbe>(new PrestaShopProbe(client, session))
            .With<IBackOffice>(new BackOffice(PrestaShopAddress.ShopRoot(options.BaseAddress)!, options.BackOffice, Screens))
            .With(client.Meter)
            .With<IKind<Category>>(kinds)
            .With<IReader<Category>>(categories)
            .With<IChangeReader<Category>>(categories)
            .With<ILister<Category>>(categories)
            .With<IFinder<Category>>(categories)
            .With<INewestId<Category>>(categories)
            .With<ICreator<Category>>(categoryWriter)
            .With<IUpdater<Category>>(categoryWriter)
            .With<IDeleter<Category>>(categoryWriter)
            .With<IKind<Product>>(kinds)
            .With<IReader<Product>>(products)
            .With<IChangeReader<Product>>(products)
            .With<ILister<Product>>(products)
            .With<IFinder<Product>>(products)
            .With<IKeyFinder<Product>>(products)
            .With<INewestId<Product>>(products)
            .With<ICreator<Product>>(productWriter)
            .With<IUpdater<Product>>(productWriter)
            .With<IDeleter<Product>>(productWriter)
            .With<IKind<ProductVariant>>(kinds)
            .With<IReader<ProductVariant>>(variants)
            .With<ILister<ProductVariant>>(variants)
            .With<IFinder<ProductVariant>>(variants)
            .With<IKeyFinder<ProductVariant>>(variants)
            .With<INewestId<ProductVariant>>(variants)
            .With<ICreator<ProductVariant>>(variantWriter)
            .With<IUpdater<ProductVariant>>(variantWriter)
            .With<IDeleter<ProductVariant>>(variantWriter)
            .With<IKind<StockLevel>>(kinds)
            .With<IReader<StockLevel>>(stock)
            .With<ILister<StockLevel>>(stock)
            .With<IFinder<StockLevel>>(stock)
            .With<IUpdater<StockLevel>>(new StockWriter(client, session, stock))
            .With<IKind<ProductImage>>(kinds)
            .With<IReader<ProductImage>>(images)
            .With<IChangeReader<ProductImage>>(images)
            .With<IOwnedFinder<ProductImage>>(images)
            .With<ILister<ProductImage>>(images)
            .With<IFinder<ProductImage>>(images)
            .With<ICreator<ProductImage>>(imageWriter)
            .With<IUpdater<ProductImage>>(imageWriter)
            .With<IDeleter<ProductImage>>(imageWriter)
            .WithCatalogParts(client, session);
    }

    private static void AddParties(Connector connector, PrestaShopClient client, ShopSession session)
    {
        var customers = new CustomerKind(client, session);
        var addresses = new AddressKind(client, session);
        connector
            .With<IKind<Customer>>(customers)
            .With<IReader<Customer>>(customers)
            .With<IChangeReader<Customer>>(customers)
            .With<ILister<Customer>>(customers)
            .With<IFinder<Customer>>(customers)
            .With<IKeyFinder<Customer>>(customers)
            .With<INewestId<Customer>>(customers)
            .With<ICreator<Customer>>(customers)
            .With<IUpdater<Customer>>(customers)
            .With<IDeleter<Customer>>(customers)
            .With<IKind<Address>>(addresses)
            .With<IReader<Address>>(addresses)
            .With<IChangeReader<Address>>(addresses)
            .With<ILister<Address>>(addresses)
            .With<IFinder<Address>>(addresses)
            .With<INewestId<Address>>(addresses)
            .With<ICreator<Address>>(addresses)
            .With<IUpdater<Address>>(addresses)
            .With<IDeleter<Address>>(addresses);
    }

    private static void AddSales(Connector connector, PrestaShopClient client, ShopSession session)
    {
        var orders = new OrderKind(client, session);
        var shipments = new ShipmentKind(client, session);
        var shipmentWriter = new ShipmentWriter(client, session);
        AddDated<Payment, PaymentKind>(connector, new PaymentKind(client, session));
        var invoices = new InvoiceKind(client, session);
        AddDated<Invoice, InvoiceKind>(connector, invoices);
        var slips = new CreditNoteKind(client, session);
        AddDated<CreditNote, CreditNoteKind>(connector, slips);
        AddDated<Order, OrderKind>(connector, orders);
        connector
            .With<IOwnedFinder<Invoice>>(invoices)
            .With<IOwnedFinder<CreditNote>>(slips)
            .With<IKeyFinder<Order>>(orders)
            .With<IUpdater<Order>>(new OrderWriter(client, session))
            .With<IOrderHistory>(new OrderHistory(client, session))
            .With<IPdfOpener<Invoice>>(new InvoicePdf(client, session))
            .With<IKind<Shipment>>(shipments)
            .With<IReader<Shipment>>(shipments)
            .With<ILister<Shipment>>(shipments)
            .With<IFinder<Shipment>>(shipments)
            .With<INewestId<Shipment>>(shipments)
            .With<ICreator<Shipment>>(shipmentWriter)
            .With<IUpdater<Shipment>>(shipmentWriter);
    }

    private static void AddDated<T, TKind>(Connector connector, TKind kind)
        where T : class, IEntity
        where TKind : DatedKind<T>, IKind<T> => connector
            .With<IKind<T>>(kind)
            .With<IReader<T>>(kind)
            .With<IChangeReader<T>>(kind)
            .With<ILister<T>>(kind)
            .With<IFinder<T>>(kind)
            .With<INewestId<T>>(kind);

    private static void AddReference(Connector connector, PrestaShopClient client, ShopSession session)
    {
        var reference = new ReferenceReaders(client, session);
        connector
            .With<IReader<OrderStatus>>(reference)
            .With<IReader<Carrier>>(reference)
            .With<IReader<PaymentMethod>>(reference)
            .With<IReader<Tax>>(reference)
            .With<IReader<Currency>>(reference)
            .With<IReader<Language>>(reference)
            .With<IReader<Country>>(reference)
            .With<IReader<CountryState>>(reference)
            .With<IReader<Storefront>>(reference)
            .With<IReader<CustomerGroup>>(reference);
    }
}
