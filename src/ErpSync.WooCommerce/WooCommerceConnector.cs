using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Puts a connector together: one line per capability.</summary>
internal static class WooCommerceConnector
{
    private static readonly Dictionary<EntityKind, string> Screens = new()
    {
        [EntityKind.Product] = "wp-admin/post.php?action=edit&post={id}",
        [EntityKind.Category] = "wp-admin/term.php?taxonomy=product_cat&tag_ID={id}",
        [EntityKind.Customer] = "wp-admin/user-edit.php?user_id={id}",
        [EntityKind.Order] = "wp-admin/post.php?action=edit&post={id}",
    };

    public static Connector Create(string name, WooCommerceOptions options, ConnectionClient transport, TimeProvider time)
    {
        var session = new WooSession(new WooClient(transport), options, time);
        var connector = new Connector(name, "WooCommerce")
            .With<IConnection>(new WooConnection(session))
            .With<IRequestMeter>(transport.Meter);
        connector.With<IBackOffice>(new BackOffice(WooCommerceAddress.Root(options.BaseAddress!), WooCommerceAddress.Root(options.BaseAddress!), Screens));
        connector.With<IProbe>(new WooProbe(session)).With<IWebhookKeeper>(new WebhookKeeper(session)).With<ISignalParser>(new SignalParser(name, options));
        AddCatalogue(connector, session);
        AddParties(connector, session);
        AddDocuments(connector, session);
        AddReference(connector, session);
        return connector;
    }

    private static void AddParties(Connector connector, WooSession session)
    {
        var customers = new CustomerReader(session);
        var customerWriter = new CustomerWriter(session);
        var addresses = new AddressKinds(session);
        var brands = new BrandKind(session);
        connector
            .With<IKind<Customer>>(customers)
            .With<IReader<Customer>>(customers)
            .With<ILister<Customer>>(customers)
            .With<IFinder<Customer>>(customers)
            .With<IKeyFinder<Customer>>(customers)
            .With<ITokenFinder<Customer>>(customers)
            .With<ICreator<Customer>>(customerWriter)
            .With<IUpdater<Customer>>(customerWriter)
            .With<IDeleter<Customer>>(customerWriter)
            .With<IKind<Address>>(addresses)
            .With<IReader<Address>>(addresses)
            .With<ILister<Address>>(addresses)
            .With<IFinder<Address>>(addresses)
            .With<ICreator<Address>>(addresses)
            .With<IUpdater<Address>>(addresses)
            .With<IDeleter<Address>>(addresses)
            .With<IKind<Manufacturer>>(brands)
            .With<IReader<Manufacturer>>(brands)
            .With<ILister<Manufacturer>>(brands)
            .With<IFinder<Manufacturer>>(brands)
            .With<INewestId<Manufacturer>>(brands)
            .With<ICreator<Manufacturer>>(brands)
            .With<IUpdater<Manufacturer>>(brands)
            .With<IDeleter<Manufacturer>>(brands);
    }

    private static void AddDocuments(Connector connector, WooSession session)
    {
        var orders = new OrderReader(session);
        var orderWriter = new OrderWriter(session);
        var refunds = new RefundKinds(session);
        var payments = new PaymentReader(session, refunds);
        var shipments = new ShipmentReader(session);
        var shipmentWriter = new ShipmentWriter(session);
        connector
            .With<IKind<Order>>(orders)
            .With<IReader<Order>>(orders)
            .With<IChangeReader<Order>>(orders)
            .With<ILister<Order>>(orders)
            .With<IFinder<Order>>(orders)
            .With<ITokenFinder<Order>>(orders)
            .With<ICreator<Order>>(orderWriter)
            .With<IUpdater<Order>>(orderWriter)
            .With<IDeleter<Order>>(orderWriter)
            .With<IKind<CreditNote>>(refunds)
            .With<IReader<CreditNote>>(refunds)
            .With<IChangeReader<CreditNote>>(refunds)
            .With<ILister<CreditNote>>(refunds)
            .With<IFinder<CreditNote>>(refunds)
            .With<IOwnedFinder<CreditNote>>(refunds)
            .With<ITokenFinder<CreditNote>>(refunds)
            .With<ICreator<CreditNote>>(refunds)
            .With<IDeleter<CreditNote>>(refunds)
            .With<IKind<Payment>>(payments)
            .With<IReader<Payment>>(payments)
            .With<IChangeReader<Payment>>(payments)
            .With<ILister<Payment>>(payments)
            .With<IFinder<Payment>>(payments)
            .With<IKeyFinder<Payment>>(payments)
            .With<ITokenFinder<Payment>>(payments)
            .With<ICreator<Payment>>(new PaymentWriter(session))
            .With<IKind<Shipment>>(shipments)
            .With<IReader<Shipment>>(shipments)
            .With<ILister<Shipment>>(shipments)
            .With<IFinder<Shipment>>(shipments)
            .With<ITokenFinder<Shipment>>(shipments)
            .With<ICreator<Shipment>>(shipmentWriter)
            .With<IUpdater<Shipment>>(shipmentWriter);
    }

    private static void AddReference(Connector connector, WooSession session)
    {
        var reference = new ReferenceReaders(session);
        connector
            .With<IReader<OrderStatus>>(reference)
            .With<IReader<Carrier>>(reference)
            .With<IReader<PaymentMethod>>(reference)
            .With<IReader<Tax>>(reference)
            .With<IReader<Coupon>>(new CouponReader(session))
            .With<IReader<Currency>>(reference)
            .With<IReader<Language>>(reference)
            .With<IReader<Country>>(reference);
    }

    private static void AddCatalogue(Connector connector, WooSession session)
    {
        var categories = new CategoryReader(session);
        var categoryWriter = new CategoryWriter(session);
        var products = new ProductReader(session);
        var productWriter = new ProductWriter(session);
        var rows = new VariantRows(session);
        var variants = new VariantReader(session, rows);
        var variantWriter = new VariantWriter(session, rows);
        var stock = new StockReader(session, rows);
        var images = new ImageReader(session, rows);
        var imageWriter = new ImageWriter(session, rows);
        connector
            .With<IKind<Category>>(categories)
            .With<IReader<Category>>(categories)
            .With<ILister<Category>>(categories)
            .With<IFinder<Category>>(categories)
            .With<INewestId<Category>>(categories)
            .With<ICreator<Category>>(categoryWriter)
            .With<IUpdater<Category>>(categoryWriter)
            .With<IDeleter<Category>>(categoryWriter)
            .With<IKind<Product>>(new ProductKind(session))
            .With<IReader<Product>>(products)
            .With<IChangeReader<Product>>(products)
            .With<ILister<Product>>(products)
            .With<IFinder<Product>>(products)
            .With<IKeyFinder<Product>>(products)
            .With<ITokenFinder<Product>>(products)
            .With<ISweeper<Product>>(Sweepers.Products(session))
            .With<ICreator<Product>>(productWriter)
            .With<IUpdater<Product>>(productWriter)
            .With<IDeleter<Product>>(productWriter)
            .With<IKind<ProductVariant>>(variants)
            .With<IReader<ProductVariant>>(variants)
            .With<IChangeReader<ProductVariant>>(variants)
            .With<ILister<ProductVariant>>(variants)
            .With<IFinder<ProductVariant>>(variants)
            .With<IKeyFinder<ProductVariant>>(variants)
            .With<ITokenFinder<ProductVariant>>(variants)
            .With<ISweeper<ProductVariant>>(Sweepers.Variants(session))
            .With<ICreator<ProductVariant>>(variantWriter)
            .With<IUpdater<ProductVariant>>(variantWriter)
            .With<IDeleter<ProductVariant>>(variantWriter)
            .With<IKind<StockLevel>>(stock)
            .With<IReader<StockLevel>>(stock)
            .With<IChangeReader<StockLevel>>(stock)
            .With<ILister<StockLevel>>(stock)
            .With<IFinder<StockLevel>>(stock)
            .With<ISweeper<StockLevel>>(Sweepers.Stock(session))
            .With<IUpdater<StockLevel>>(new StockWriter(session))
            .With<IKind<ProductImage>>(images)
            .With<IReader<ProductImage>>(images)
            .With<IChangeReader<ProductImage>>(images)
            .With<ILister<ProductImage>>(images)
            .With<IFinder<ProductImage>>(images)
            .With<IOwnedFinder<ProductImage>>(images)
            .With<ISweeper<ProductImage>>(Sweepers.Images(session))
            .With<ICreator<ProductImage>>(imageWriter)
            .With<IUpdater<ProductImage>>(imageWriter)
            .With<IDeleter<ProductImage>>(imageWriter);
    }
}
