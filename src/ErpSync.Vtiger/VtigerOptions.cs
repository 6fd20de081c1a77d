namespace ErpSync.Vtiger;

/// <summary>How one vtiger CRM is reached and which of its fields are carried. Validated when the connection is first used.</summary>
public sealed class VtigerOptions
{
    /// <summary>The address of the CRM with its folder, for example <c>https://crm.example.com/vtiger/</c>; a slash at the end and <c>webservice.php</c> may be left out or given. https, or http to this machine.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The name that the user logs in with. Give ErpSync a user of its own: a second program that logs in with the same user at the same moment breaks the login.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The access key out of the user's preferences; not the password.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>Allows plain http to other machines. Default false.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The language that names and descriptions are in, as ISO 639-1 code; vtiger keeps one. Default <c>en</c>.</summary>
    public string Language { get; set; } = "en";

    /// <summary>The time zone of date-times in vtiger (<c>$default_timezone</c> of its configuration) as IANA name. Default <c>UTC</c>, which is also vtiger's.</summary>
    public string ServerTimeZone { get; set; } = "UTC";

    /// <summary>Whom new records are assigned to: the id of a user or group, for example <c>19x5</c>; null (default) for the own user.</summary>
    public string? Owner { get; set; }

    /// <summary>Values for fields that are mandatory in the CRM and have no source, by <c>Module.field</c>, for example <c>Leads.company</c>. Used only where a new record has no value; checked against the schema.</summary>
    public IDictionary<string, string> Defaults { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What mandatory texts without value and without default are filled with; reads as nothing. Null refuses such records. Default <c>--None--</c>.</summary>
    public string? TextDefault { get; set; } = "--None--";

    /// <summary>The custom text field of a module that holds ErpSync's token of a create, by module, for example <c>SalesOrder</c> = <c>cf_903</c>: at least 100 characters, best with duplicate prevention. Default none: lost creates are then found by natural key, else by content.</summary>
    public IDictionary<string, string> ExternalKeys { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Fields that are carried as custom fields, by module, for example <c>Products</c> = [<c>cf_901</c>]. Default none.</summary>
    public IDictionary<string, IReadOnlyList<string>> CustomFields { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>The field of Accounts that holds the VAT number; null (default) when there is none: vtiger has no such field of its own.</summary>
    public string? VatNumberField { get; set; }

    /// <summary>The date field of SalesOrder that holds the day of the order; null (default) when there is none: vtiger has no such field of its own.</summary>
    public string? OrderDateField { get; set; }

    /// <summary>The field of Services that holds the article number; null (default) when there is none: services are then read without number, and new ones are created as products.</summary>
    public string? ServiceCodeField { get; set; }

    /// <summary>Writes the names of countries in English instead of their codes; both are read. Default true.</summary>
    public bool CountryNames { get; set; } = true;

    /// <summary>The lead source of leads, contacts and deals that are created; null for none. Default null.</summary>
    public string? LeadSource { get; set; }

    /// <summary>Makes a lead with the e-mail address of a new customer that customer, so that none with the same address stays. Default true.</summary>
    public bool PromoteLeads { get; set; } = true;

    /// <summary>
    /// Makes a customer who has not ordered yet a lead instead of a contact with an account; with the first order that comes over the lead becomes both and goes. Leads and contacts
    /// without account count as customers then. Default false.
    /// </summary>
    public bool RegistrationsAsLeads { get; set; }

    /// <summary>Which customers get an account. Default <see cref="VtigerAccounts.Everyone"/>; with the others contacts without account count as customers.</summary>
    public VtigerAccounts Accounts { get; set; }

    /// <summary>The status that a converted lead gets where vtiger's own conversion does not work; null (default) moves it to the recycle bin instead.</summary>
    public string? ConvertedLeadStatus { get; set; }

    /// <summary>Reads the taxes of products: a request per new or changed product. Default true.</summary>
    public bool ProductTaxes { get; set; } = true;

    /// <summary>Gives a product the taxes that a line of an order needs and it lacks; else such an order is refused, because vtiger would leave the tax out of the total. Default false.</summary>
    public bool AssignMissingTaxes { get; set; }

    /// <summary>Creates products that an order line names by article number and the CRM does not know. Default true.</summary>
    public bool CreateOrderedProducts { get; set; } = true;

    /// <summary>Creates or activates currencies that an order needs; takes an administrator. Default false: such orders are refused and name the currency.</summary>
    public bool CreateCurrencies { get; set; }

    /// <summary>What the subject of an order begins with, before its reference: letters and digits without accents, blanks, <c># [ ] _ -</c>, no blank first. Default empty.</summary>
    public string OrderPrefix { get; set; } = "";

    /// <summary>What the subject of an invoice begins with; as <see cref="OrderPrefix"/>. Default empty.</summary>
    public string InvoicePrefix { get; set; } = "";

    /// <summary>Creates a deal for each new order, named by this prefix and the order's reference; as <see cref="OrderPrefix"/>. Null (default) for none.</summary>
    public string? DealPrefix { get; set; }

    /// <summary>The stage of deals that are made for orders. Default <c>Closed Won</c>.</summary>
    public string DealStage { get; set; } = "Closed Won";

    /// <summary>What the statuses of sales orders mean, by their text. The first of a stage is the one that is written. Default vtiger's own four.</summary>
    public IDictionary<string, OrderStage> OrderStatuses { get; } = new Dictionary<string, OrderStage>(StringComparer.Ordinal)
    {
        ["Created"] = OrderStage.Pending,
        ["Approved"] = OrderStage.Confirmed,
        ["Delivered"] = OrderStage.Completed,
        ["Cancelled"] = OrderStage.Cancelled,
    };

    /// <summary>What the statuses of invoices mean, by their text. The first of a stage is the one that is written. Default vtiger's own seven.</summary>
    public IDictionary<string, InvoiceStage> InvoiceStatuses { get; } = new Dictionary<string, InvoiceStage>(StringComparer.Ordinal)
    {
        ["Created"] = InvoiceStage.Draft,
        ["AutoCreated"] = InvoiceStage.Draft,
        ["Approved"] = InvoiceStage.Open,
        ["Sent"] = InvoiceStage.Open,
        ["Paid"] = InvoiceStage.Paid,
        ["Cancel"] = InvoiceStage.Cancelled,
        ["Credit Invoice"] = InvoiceStage.Cancelled,
    };

    /// <summary>Makes one invoice of an order that reaches one of these stages, with this status, and moves the status of an invoice that exists. Stages of orders that will not be delivered never make one. Default none.</summary>
    public IDictionary<OrderStage, string> InvoiceOrders { get; } = new Dictionary<OrderStage, string>();

    /// <summary>
    /// Replaces the invoice of an order whose lines change: the old one is cancelled, which gives the stock back, and a new one is made with the new lines. Lines of an invoice are never
    /// changed themselves, because vtiger miscounts the stock then. Default false: the invoice stays as it is.
    /// </summary>
    public bool ReplaceInvoices { get; set; }

    /// <summary>The status that replaced invoices get. Default <c>Cancel</c>, which vtiger gives the stock back for.</summary>
    public string CancelledInvoice { get; set; } = "Cancel";

    /// <summary>The names of the services that stand for lines without a product; created where they are missing, and never shown as products.</summary>
    public VtigerLineServices LineServices { get; } = new();

    /// <summary>How far a cursor reaches back before the moment at which it was taken. Default 10 seconds, at most a day.</summary>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often all ids are listed although nothing points to a deletion. Default a day.</summary>
    public TimeSpan FullListing { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long one request may take, up to an hour. Default 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Requests under way at the same time, 1 to 16; all share one session. Default 2.</summary>
    public int MaxConcurrency { get; set; } = 2;

    /// <summary>Requests started per second; null (default): as fast as the CRM answers.</summary>
    public decimal? RequestsPerSecond { get; set; }
}
