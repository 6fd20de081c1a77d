namespace ErpSync.Dolibarr;

/// <summary>The codes of problems with documents and parties.</summary>
internal static class DocumentCodes
{
    public const string CurrencyUnknown = "dolibarr.currency-not-in-use";
    public const string LineWithoutAmount = "dolibarr.line-without-amount";
    public const string TotalsDiffer = "dolibarr.totals-differ";
    public const string TotalsDecimals = "dolibarr.totals-decimals";
    public const string TotalsStored = "dolibarr.totals-stored";
    public const string LineProductMissing = "dolibarr.line-product-missing";
    public const string CustomerMissing = "dolibarr.customer-missing";
    public const string ServiceMissing = "dolibarr.service-missing";
    public const string StageRefused = "dolibarr.stage-refused";
    public const string NotDraft = "dolibarr.not-draft";
    public const string NameMissing = "dolibarr.name-missing";
    public const string CountryUnknown = "dolibarr.country-unknown";
    public const string ExtraFieldUnknown = "dolibarr.extra-field-unknown";
    public const string ExtraFieldValue = "dolibarr.extra-field-value";
    public const string ContactRoleUnknown = "dolibarr.contact-role-unknown";
    public const string TermUnknown = "dolibarr.payment-terms-unknown";
    public const string InvoiceMissing = "dolibarr.invoice-missing";
    public const string AccountMissing = "dolibarr.bank-account-missing";
    public const string MethodMissing = "dolibarr.payment-method-missing";
    public const string RefundRefused = "dolibarr.refund-refused";
    public const string OrderMissing = "dolibarr.order-missing";
    public const string ShipmentLine = "dolibarr.shipment-line-unknown";
    public const string NotPaid = "dolibarr.invoice-not-paid";
}
