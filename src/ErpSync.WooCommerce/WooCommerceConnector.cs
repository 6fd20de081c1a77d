using ErpSync.Http;

namespace ErpSync.WooCommerce;

/// <summary>Puts a connector together: one line per capability.</summary>
internal static class WooCommerceConnector
{
    public static Connector Create(string name, WooCommerceOptions options, ConnectionClient transport, TimeProvider time)
    {
        var session = new WooSession(new WooClient(transport), options, time);
        var connector = new Connector(name, "WooCommerce")
            .With<IConnection>(new WooConnection(session))
            .With<IRequestMeter>(transport.Meter);
        AddCatalogue(connector, session);
        return connector;
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
        var images = new ImageReader(session);
        var imageWriter = new ImageWriter(session);
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
            .With<ISweeper<Product>>(new ProductSweeper(session))
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
            .With<ICreator<ProductVariant>>(variantWriter)
            .With<IUpdater<ProductVariant>>(variantWriter)
            .With<IDeleter<ProductVariant>>(variantWriter)
            .With<IKind<StockLevel>>(stock)
            .With<IReader<StockLevel>>(stock)
            .With<IChangeReader<StockLevel>>(stock)
            .With<ILister<StockLevel>>(stock)
            .With<IFinder<StockLevel>>(stock)
            .With<IUpdater<StockLevel>>(new StockWriter(session))
            .With<IKind<ProductImage>>(images)
            .With<IReader<ProductImage>>(images)
            .With<IChangeReader<ProductImage>>(images)
            .With<ILister<ProductImage>>(images)
            .With<IFinder<ProductImage>>(images)
            .With<IOwnedFinder<ProductImage>>(images)
            .With<ICreator<ProductImage>>(imageWriter)
            .With<IUpdater<ProductImage>>(imageWriter)
            .With<IDeleter<ProductImage>>(imageWriter);
    }
}
