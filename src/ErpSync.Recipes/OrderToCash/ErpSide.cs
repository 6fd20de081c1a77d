namespace ErpSync.Recipes;

/// <summary>What is done to the ERP's connector.</summary>
internal static class ErpSide
{
    public static Connector Decorate(Connector erp, OrderToCashOptions options)
    {
        // vtiger makes the services of its lines itself.
        if (erp.System == "Dolibarr")
        {
            var services = new ServiceKeeper(options.Services, erp);
            erp.Decorate(new ErpDocuments<Order>(services));
            erp.Decorate(new ErpDocuments<Invoice>(services));
            erp.Decorate(new ErpDocuments<CreditNote>(services));
        }

        if (options.NamesInUpperCase)
            ShopSide.UpperCase(erp);
        return erp;
    }
}
