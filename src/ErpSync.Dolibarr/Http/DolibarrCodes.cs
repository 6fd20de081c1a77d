namespace ErpSync.Dolibarr;

/// <summary>The codes of the problems that this connector names.</summary>
internal static class DolibarrCodes
{
    public const string KeyRefused = "dolibarr.key-refused";
    public const string RightMissing = "dolibarr.right-missing";
    public const string ModuleOff = "dolibarr.module-off";
    public const string Firewall = "dolibarr.firewall";
    public const string IpRefused = "dolibarr.ip-refused";
    public const string NotFound = "dolibarr.not-found";
    public const string NoSuchPath = "dolibarr.no-such-path";
    public const string Duplicate = "dolibarr.duplicate";
    public const string InUse = "dolibarr.in-use";
    public const string Charset = "dolibarr.charset";
    public const string TooLong = "dolibarr.too-long";
    public const string FieldMissing = "dolibarr.field-missing";
    public const string Filter = "dolibarr.filter-refused";
    public const string RolledBack = "dolibarr.rolled-back";
    public const string WebhookBlocks = "dolibarr.webhook-blocks";
    public const string StockNegative = "dolibarr.stock-negative";
    public const string StockRefused = "dolibarr.stock-refused";
    public const string PriceBelowMinimum = "dolibarr.price-below-minimum";
    public const string Rejected = "dolibarr.rejected";
    public const string Failed = "dolibarr.failed";
    public const string NotModified = "dolibarr.not-modified";
    public const string Currency = "dolibarr.currency-differs";
    public const string TaxRateUnknown = "dolibarr.tax-rate-unknown";
    public const string PriceMode = "dolibarr.price-mode-missing";
    public const string NoWarehouse = "dolibarr.no-warehouse";
    public const string WriteWarehouse = "dolibarr.write-warehouse-missing";
    public const string WarehouseUnknown = "dolibarr.warehouse-unknown";
    public const string StockMoved = "dolibarr.stock-moved";
    public const string NoStock = "dolibarr.no-stock";
    public const string ReferenceMissing = "dolibarr.reference-missing";
    public const string ParentMissing = "dolibarr.parent-missing";
    public const string Incomplete = "dolibarr.create-incomplete";
    public const string VersionRefused = "dolibarr.version-refused";
    public const string ListIncomplete = "dolibarr.list-incomplete";
    public const string Cursor = "dolibarr.cursor-unreadable";

    /// <summary>True for refusals after which the database was certainly rolled back: a write with them was not carried out.</summary>
    public static bool IsRolledBack(string code) => code is RolledBack or WebhookBlocks;
}
