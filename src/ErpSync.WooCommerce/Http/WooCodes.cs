namespace ErpSync.WooCommerce;

/// <summary>The codes of problems and findings.</summary>
internal static class WooCodes
{
    public const string KeyRefused = "woocommerce.key-refused";
    public const string RightMissing = "woocommerce.right-missing";
    public const string NoRoute = "woocommerce.no-route";
    public const string NoApi = "woocommerce.no-api";
    public const string Blocked = "woocommerce.blocked";
    public const string NotFound = "woocommerce.not-found";
    public const string Duplicate = "woocommerce.duplicate";
    public const string InBin = "woocommerce.in-bin";
    public const string Rejected = "woocommerce.rejected";
    public const string FieldInvalid = "woocommerce.field-invalid";
    public const string Image = "woocommerce.image";
    public const string TooMany = "woocommerce.too-many";
    public const string Crashed = "woocommerce.crashed";
    public const string Unreadable = "woocommerce.record-unreadable";
    public const string BatchAnswer = "woocommerce.batch-answer";
    public const string NotStored = "woocommerce.not-stored";
    public const string Currency = "woocommerce.currency";
    public const string TaxClass = "woocommerce.tax-class-missing";
    public const string Cursor = "woocommerce.cursor";
    public const string StockMoved = "woocommerce.stock-moved";
    public const string OptionTaken = "woocommerce.option-taken";
    public const string AddressTaken = "woocommerce.address-taken";
    public const string GuestFixed = "woocommerce.guest-fixed";
    public const string WouldMail = "woocommerce.would-mail";
    public const string LineWithoutProduct = "woocommerce.line-without-product";
    public const string Signature = "woocommerce.signature";
    public const string Paid = "woocommerce.already-paid";
    public const string Version = "woocommerce.version";
}
