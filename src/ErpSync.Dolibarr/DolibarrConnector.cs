using ErpSync.Http;

namespace ErpSync.Dolibarr;

/// <summary>Puts a connector together: one line per capability.</summary>
internal static class DolibarrConnector
{
    public static Connector Create(string name, DolibarrOptions options, ConnectionClient transport, TimeProvider time)
    {
        var session = new DolibarrSession(new DolibarrClient(transport), options, time);
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
        var trade = new TradeSession(session);
        return new Connector(name, "Dolibarr")
            .With<IConnection>(new DolibarrConnection(session))
            .With<IProbe>(new DolibarrProbe(session))
            .With<IRequestMeter>(transport.Meter)
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
            .With<IDeleter<ProductImage>>(imageWriter)
            .WithParties(trade)
            .WithDocuments(trade);
    }
}
