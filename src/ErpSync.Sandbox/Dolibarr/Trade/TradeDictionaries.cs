namespace ErpSync.Sandbox.Dolibarr;

/// <summary>The dictionaries that documents point at, as a fresh install has them.</summary>
internal static class TradeDictionaries
{
    public const string Ups = "http://wwwapps.ups.com/etracking/tracking.cgi?InquiryNumber2=&InquiryNumber3=&tracknums_displayed=3&loc=fr_FR&TypeOfInquiryNumber=T&HTMLVersion=4.0&InquiryNumber22=&InquiryNumber32=&track=Track&Suivi.x=64&Suivi.y=7&Suivi=Valider&InquiryNumber1={TRACKID}";

    public static readonly (int Id, string Code, string Label)[] PaymentTypes =
    [
        (6, "CB", "Credit card"), (7, "CHQ", "Cheque"), (4, "LIQ", "Cash"), (3, "PRE", "Direct Debit"), (2, "VIR", "Credit Transfer"),
    ];

    public static readonly (int Id, string Code, string Label, string Description, int Days)[] PaymentTerms =
    [
        (1, "RECEP", "Due upon receipt", "Due upon receipt", 1), (2, "30D", "30 days", "Due in 30 days", 30), (3, "30DENDMONTH", "30 days end of month", "Due in 30 days, end of month", 30),
        (4, "60D", "60 days", "Due in 60 days", 60), (6, "PT_ORDER", "Due on order", "Due on order", 1), (7, "PT_DELIVERY", "Due on delivery", "Due on delivery", 1),
        (9, "10D", "10 days", "Due in 10 days", 10), (11, "14D", "14 days", "Due in 14 days", 14),
    ];

    public static readonly (int Id, string Code, string Label, string Description, string? Tracking)[] ShippingMethods =
    [
        (1, "CATCH", "In-Store Collection", "In-store collection by the customer", null), (2, "TRANS", "Generic transport service", "Generic transport service", null), (5, "UPS", "UPS", "United Parcel Service", Ups),
    ];
}
