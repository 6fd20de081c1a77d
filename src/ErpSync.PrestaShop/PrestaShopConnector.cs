using ErpSync.Http;
using ErpSync.PrestaShop.Categories;
using ErpSync.PrestaShop.Images;
using ErpSync.PrestaShop.Products;
using ErpSync.PrestaShop.Stock;
using ErpSync.PrestaShop.Variants;

namespace ErpSync.PrestaShop;

/// <summary>Puts a connection together: one line per capability.</summary>
internal static class PrestaShopConnector
{
    /// <summary>The system's name for people.</summary>
    public const string System = "PrestaShop";

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

        return new Connector(http.Name, System)
            .With<IConnection>(session)
            .With<IProbe>(new PrestaShopProbe(client, session))
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
}
