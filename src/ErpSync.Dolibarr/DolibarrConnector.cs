using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Puts a connector together: one line per capability.</summary>
internal static class DolibarrConnector
{
    private static readonly Dictionary<EntityKind, string> Screens = new()
    {
        [EntityKind.Product] = "product/card.php?id={id}",
        [EntityKind.ProductVariant] = "product/card.php?id={id}",
        [EntityKind.Category] = "categories/viewcat.php?type=product&id={id}",
        [EntityKind.Customer] = "societe/card.php?socid={id}",
        [EntityKind.Supplier] = "fourn/card.php?socid={id}",
        [EntityKind.Contact] = "contact/card.php?id={id}",
        [EntityKind.Address] = "contact/card.php?id={id}",
        [EntityKind.Order] = "commande/card.php?id={id}",
        [EntityKind.Invoice] = "compta/facture/card.php?facid={id}",
        [EntityKind.CreditNote] = "compta/facture/card.php?facid={id}",
        [EntityKind.Shipment] = "expedition/card.php?id={id}",
    };

    public static Connector Create(string name, DolibarrOptions options, ConnectionClient transport, TimeProvider time)
    {
        var session = new DolibarrSession(new DolibarrClient(transport), options, time);
        var connector = new Connector(name, "Dolibarr")
            .With<IConnection>(new DolibarrConnection(session))
            .With<IProbe>(new DolibarrProbe(session))
            .With<IBackOffice>(new BackOffice(DolibarrAddress.Root(options.BaseAddress!), DolibarrAddress.Root(options.BaseAddress!), Screens))
            .With<ISignalParser>(new SignalParser(name, options))
            .With<IWebhookKeeper>(new WebhookKeeper(session))
            .With<IRequestMeter>(transport.Meter);
        AddCatalogue(connector, session);
        AddPrices(connector, session);
        AddReference(connector, session);
        AddFiles(connector, session);
        var trade = new TradeSession(session);
        return connector.WithParties(trade).WithDocuments(trade);
    }

    // The API uploads no files of shipments.
    private static void AddFiles(Connector connector, DolibarrSession session)
    {
        var products = new AttachmentFiles<Product>(session, FilePlace.Products);
        var orders = new AttachmentFiles<Order>(session, FilePlace.Orders);
        var invoices = new AttachmentFiles<Invoice>(session, FilePlace.Invoices);
        var notes = new AttachmentFiles<CreditNote>(session, FilePlace.Invoices);
        connector
            .With<IAttachmentReader<Product>>(products)
            .With<IAttachmentWriter<Product>>(products)
            .With<IAttachmentReader<Order>>(orders)
            .With<IAttachmentWriter<Order>>(orders)
            .With<IAttachmentReader<Invoice>>(invoices)
            .With<IAttachmentWriter<Invoice>>(invoices)
            .With<IAttachmentReader<CreditNote>>(notes)
            .With<IAttachmentWriter<CreditNote>>(notes)
            .With<IAttachmentReader<Shipment>>(new AttachmentFiles<Shipment>(session, FilePlace.Shipments));
    }

    private static void AddPrices(Connector connector, DolibarrSession session)
    {
        var prices = new PriceReader(session);
        var priceWriter = new PriceWriter(session);
        connector
            .With<IKind<Price>>(prices)
            .With<IReader<Price>>(prices)
            .With<IChangeReader<Price>>(prices)
            .With<IFinder<Price>>(prices)
            .With<IOwnedFinder<Price>>(prices)
            .With<ISweeper<Price>>(new PriceSweeper(session))
            .With<ICreator<Price>>(priceWriter)
            .With<IUpdater<Price>>(priceWriter);
        var suppliers = new SupplierReader(session);
        var supplierWriter = new SupplierWriter(session);
        var supplierPrices = new SupplierPriceReader(session);
        var supplierPriceWriter = new SupplierPriceWriter(session);
        connector
            .With<IKind<Supplier>>(suppliers)
            .With<IReader<Supplier>>(suppliers)
            .With<IChangeReader<Supplier>>(suppliers)
            .With<ILister<Supplier>>(suppliers)
            .With<IFinder<Supplier>>(suppliers)
            .With<IKeyFinder<Supplier>>(suppliers)
            .With<ITokenFinder<Supplier>>(suppliers)
            .With<ICreator<Supplier>>(supplierWriter)
            .With<IUpdater<Supplier>>(supplierWriter)
            .With<IDeleter<Supplier>>(supplierWriter)
            .With<IKind<SupplierPrice>>(supplierPrices)
            .With<IReader<SupplierPrice>>(supplierPrices)
            .With<ILister<SupplierPrice>>(supplierPrices)
            .With<IFinder<SupplierPrice>>(supplierPrices)
            .With<IOwnedFinder<SupplierPrice>>(supplierPrices)
            .With<ICreator<SupplierPrice>>(supplierPriceWriter)
            .With<IUpdater<SupplierPrice>>(supplierPriceWriter)
            .With<IDeleter<SupplierPrice>>(supplierPriceWriter);
    }

    private static void AddReference(Connector connector, DolibarrSession session)
    {
        var reference = new ReferenceReaders(session);
        connector
            .With<IReader<Carrier>>(reference)
            .With<IReader<PaymentMethod>>(reference)
            .With<IReader<Tax>>(reference)
            .With<IReader<Currency>>(reference)
            .With<IReader<Language>>(reference)
            .With<IReader<Country>>(reference)
            .With<IReader<ErpSync.Warehouse>>(reference)
            .With<IReader<CustomerGroup>>(reference);
    }

    private static void AddCatalogue(Connector connector, DolibarrSession session)
    {
        var categories = new CategoryReader(session);
        var categoryWriter = new CategoryWriter(session);
        var products = new ProductReader(session);
        var productSearch = new ProductSearch(session);
        var productWriter = new ProductWriter(session);
        var variants = new VariantReader(session);
        var variantSearch = new VariantSearch(session);
        var variantWriter = new VariantWriter(session);
        var stock = new StockReader(session);
        var images = new ImageReader(session);
        var imageWriter = new ImageWriter(session);
        connector
            .With<IKind<Category>>(categories)
            .With<IReader<Category>>(categories)
            .With<ILister<Category>>(categories)
            .With<IFinder<Category>>(categories)
            .With<ITokenFinder<Category>>(categories)
            .With<ICreator<Category>>(categoryWriter)
            .With<IUpdater<Category>>(categoryWriter)
            .With<IDeleter<Category>>(categoryWriter)
            .With<IKind<Product>>(new ProductKind(session))
            .With<IReader<Product>>(products)
            .With<IChangeReader<Product>>(products)
            .With<ILister<Product>>(products)
            .With<IFinder<Product>>(products)
            .With<ISweeper<Product>>(new CategoryLinkSweeper(session))
            .With<IKeyFinder<Product>>(productSearch)
            .With<ITokenFinder<Product>>(productSearch)
            .With<ICreator<Product>>(productWriter)
            .With<IUpdater<Product>>(productWriter)
            .With<IDeleter<Product>>(productWriter)
            .With<IKind<ProductVariant>>(new VariantKind(session))
            .With<IReader<ProductVariant>>(variants)
            .With<IChangeReader<ProductVariant>>(variants)
            .With<ILister<ProductVariant>>(variants)
            .With<IFinder<ProductVariant>>(variants)
            .With<ISweeper<ProductVariant>>(new VariantSweeper(session))
            .With<IKeyFinder<ProductVariant>>(variantSearch)
            .With<ITokenFinder<ProductVariant>>(variantSearch)
            .With<ICreator<ProductVariant>>(new VariantCreator(session))
            .With<IUpdater<ProductVariant>>(variantWriter)
            .With<IDeleter<ProductVariant>>(variantWriter)
            .With<IKind<StockLevel>>(stock)
            .With<IReader<StockLevel>>(stock)
            .With<IChangeReader<StockLevel>>(stock)
            .With<ILister<StockLevel>>(stock)
            .With<IFinder<StockLevel>>(stock)
            .With<ISweeper<StockLevel>>(new SellableSweeper(session))
            .With<IUpdater<StockLevel>>(new StockWriter(session))
            .With<IKind<ProductImage>>(images)
            .With<IReader<ProductImage>>(images)
            .With<IFinder<ProductImage>>(images)
            .With<IOwnedFinder<ProductImage>>(images)
            .With<ISweeper<ProductImage>>(images)
            .With<ICreator<ProductImage>>(imageWriter)
            .With<IUpdater<ProductImage>>(imageWriter)
            .With<IDeleter<ProductImage>>(imageWriter);
    }
}
