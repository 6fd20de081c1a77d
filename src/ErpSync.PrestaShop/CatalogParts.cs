using ErpSync.PrestaShop.Companies;
using ErpSync.PrestaShop.Prices;
using ErpSync.PrestaShop.Supply;

namespace ErpSync.PrestaShop;

/// <summary>The parts of the catalogue beside products and stock: prices, makers, suppliers and what they ask.</summary>
internal static class CatalogParts
{
    /// <summary>Registers them.</summary>
    public static Connector WithCatalogParts(this Connector connector, PrestaShopClient client, ShopSession session)
    {
        var prices = new PriceReader(client, session);
        var priceWriter = new PriceWriter(client, session, prices);
        var supply = new SupplyReader(client, session);
        var supplyWriter = new SupplyWriter(client, session);
        return connector
            .With<IKind<Price>>(new PriceKind(client.Options))
            .With<IReader<Price>>(prices)
            .With<ILister<Price>>(prices)
            .With<IFinder<Price>>(prices)
            .With<IOwnedFinder<Price>>(prices)
            .With<INewestId<Price>>(prices)
            .With<ICreator<Price>>(priceWriter)
            .With<IUpdater<Price>>(priceWriter)
            .With<IDeleter<Price>>(priceWriter)
            .WithCompany(client, session, CompanyKinds.Manufacturers(session))
            .WithCompany(client, session, CompanyKinds.Suppliers(session))
            .With<IKind<SupplierPrice>>(new SupplyKind(client.Options))
            .With<IReader<SupplierPrice>>(supply)
            .With<ILister<SupplierPrice>>(supply)
            .With<IFinder<SupplierPrice>>(supply)
            .With<IOwnedFinder<SupplierPrice>>(supply)
            .With<INewestId<SupplierPrice>>(supply)
            .With<ICreator<SupplierPrice>>(supplyWriter)
            .With<IUpdater<SupplierPrice>>(supplyWriter)
            .With<IDeleter<SupplierPrice>>(supplyWriter);
    }

    private static Connector WithCompany<T>(this Connector connector, PrestaShopClient client, ShopSession session, CompanyKind<T> kind)
        where T : class, IEntity
    {
        var reader = new CompanyReader<T>(client, session, kind);
        var writer = new CompanyWriter<T>(client, session, kind);
        return connector
            .With<IKind<T>>(kind)
            .With<IReader<T>>(reader)
            .With<IChangeReader<T>>(reader)
            .With<ILister<T>>(reader)
            .With<IFinder<T>>(reader)
            .With<IKeyFinder<T>>(reader)
            .With<INewestId<T>>(reader)
            .With<ICreator<T>>(writer)
            .With<IUpdater<T>>(writer)
            .With<IDeleter<T>>(writer);
    }
}
