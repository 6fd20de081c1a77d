namespace ErpSync.Recipes;

/// <summary>What is done to the ERP's connector.</summary>
internal static class ErpSide
{
    public static Connector Decorate(Connector erp, OrderToCashOptions options, ServiceJournal journal, ErpStock? stock)
    {
        if (ServiceKeeper.For(erp, options.Services, journal) is { } services)
        {
            erp.Decorate(new ErpDocuments<Order>(services));
            erp.Decorate(new ErpDocuments<Invoice>(services));
            erp.Decorate(new ErpDocuments<CreditNote>(services));
        }

        if (stock is not null)
            erp.Decorate(stock);
        if (options.NamesInUpperCase)
            ShopSide.UpperCase(erp);
        return erp;
    }
}
