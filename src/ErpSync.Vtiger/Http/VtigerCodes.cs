namespace ErpSync.Vtiger;

/// <summary>The codes of problems and findings.</summary>
internal static class VtigerCodes
{
    public const string SessionLost = "vtiger.session-lost";
    public const string ChallengeLost = "vtiger.challenge-lost";
    public const string LoginRefused = "vtiger.login-refused";
    public const string UserUnknown = "vtiger.user-unknown";
    public const string AccessDenied = "vtiger.access-denied";
    public const string ModuleMissing = "vtiger.module-missing";
    public const string RightMissing = "vtiger.right-missing";
    public const string NotFound = "vtiger.not-found";
    public const string WrongModule = "vtiger.wrong-module";
    public const string FieldMissing = "vtiger.field-missing";
    public const string ReferenceInvalid = "vtiger.reference-invalid";
    public const string Query = "vtiger.query-refused";
    public const string CurrencyInactive = "vtiger.currency-inactive";
    public const string CurrencyMissing = "vtiger.currency-missing";
    public const string LeadConverted = "vtiger.lead-converted";
    public const string LeadFollowUp = "vtiger.lead-not-removed";
    public const string Duplicate = "vtiger.duplicate";
    public const string Failed = "vtiger.failed";
    public const string Rejected = "vtiger.rejected";
    public const string Fatal = "vtiger.operation-dead";
    public const string UrlTooLong = "vtiger.url-too-long";
    public const string Unreadable = "vtiger.record-unreadable";
    public const string Cursor = "vtiger.cursor";
    public const string Version = "vtiger.version";
    public const string Decimals = "vtiger.user-decimals";
    public const string Default = "vtiger.default-invalid";
    public const string Picklist = "vtiger.picklist-value-missing";
    public const string TaxMissing = "vtiger.tax-missing";
    public const string TaxUnassigned = "vtiger.tax-not-assigned";
    public const string TaxesMixed = "vtiger.taxes-mixed-compound";
    public const string TotalDiffers = "vtiger.total-differs";
    public const string ForeignPrice = "vtiger.price-in-other-currency";
    public const string AccountMissing = "vtiger.account-missing";
    public const string BaseCurrency = "vtiger.base-currency";
    public const string ProductMissing = "vtiger.product-missing";
    public const string StatusUnmapped = "vtiger.status-unmapped";
    public const string AddressTaken = "vtiger.address-taken";
    public const string AddressTwice = "vtiger.address-in-several-records";
    public const string ServiceCode = "vtiger.service-code";
    public const string ExternalKey = "vtiger.external-key";
    public const string ListPrices = "vtiger.list-prices-unsupported";
    public const string Clock = "vtiger.clock";
}
