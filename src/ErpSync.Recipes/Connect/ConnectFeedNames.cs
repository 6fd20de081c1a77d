namespace ErpSync.Recipes;

/// <summary>The names of the feeds that <c>UseConnectFeeds</c> adds, in the order in which they are first run.</summary>
public static class ConnectFeedNames
{
    /// <summary>Products, variants and categories that the hub does not have yet.</summary>
    public const string ImportNewProducts = "import-new-products";

    /// <summary>Products, variants and categories that changed; creates none.</summary>
    public const string UpdateProducts = "update-products";

    /// <summary>Pictures of products.</summary>
    public const string ImportProductImages = "import-product-images";

    /// <summary>Orders that the hub does not have yet, with their customers.</summary>
    public const string ImportNewOrders = "import-new-orders";

    /// <summary>Orders that changed in the shop: addresses, lines, cancellation.</summary>
    public const string UpdateOrders = "update-orders";

    /// <summary>The shop's quantities into one warehouse of the hub, once.</summary>
    public const string ImportStockLevels = "import-stock-levels";

    /// <summary>Suppliers.</summary>
    public const string ImportSuppliers = "import-suppliers";

    /// <summary>What suppliers ask for products.</summary>
    public const string ImportProductSuppliers = "import-product-suppliers";

    /// <summary>Quantities that changed, into the shop.</summary>
    public const string ExportStockLevels = "export-stock-levels";

    /// <summary>All quantities compared; the hub's go to the shop where they differ.</summary>
    public const string StockCheck = "stock-check";

    /// <summary>Status and tracking numbers of what was sent, into the shop.</summary>
    public const string ShippingConfirmation = "shipping-confirmation";

    /// <summary>What is set aside is tried again.</summary>
    public const string Retry = "retry";
}
