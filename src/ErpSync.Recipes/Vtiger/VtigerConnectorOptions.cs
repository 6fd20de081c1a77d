using System.Text.Json.Serialization;

namespace ErpSync.Recipes;

/// <summary>What the shop connector of vtiger does: shop to CRM only. The defaults are the classic preset.</summary>
public sealed class VtigerConnectorOptions
{
    /// <summary>What the subject of a sales order begins with, before the order's number: letters and digits without accents, blanks, <c># [ ] _ -</c>, no blank first; may be empty. Nothing is put in between. Default <c>Bon de commande no</c>.</summary>
    public string OrderPrefix { get; set; } = "Bon de commande no";

    /// <summary>Numbers orders by their id in the shop (1, 2, 3); false takes the shop's reference. Default true. Set before the first run: the subject is what an order is found by.</summary>
    public bool NumberOrdersById { get; set; } = true;

    /// <summary>Makes an account of every customer with his first order, named by his company or by last and first name; false makes accounts of companies only, and orders of persons need <c>Defaults["SalesOrder.account_id"]</c>. Default true.</summary>
    public bool CreateAccounts { get; set; } = true;

    /// <summary>Makes a deal (potential) for every order, linked to the account, without one to the contact. Default false.</summary>
    public bool CreateDeals { get; set; }

    /// <summary>What the name of a deal begins with; as <see cref="OrderPrefix"/>. Default <c>Commande boutique no</c>.</summary>
    public string DealPrefix { get; set; } = "Commande boutique no";

    /// <summary>The lead source of leads, contacts and deals that are made; null for none. Must be in the CRM's picklists. Default <c>Prestashop</c>.</summary>
    public string? LeadSource { get; set; } = "Prestashop";

    /// <summary>The stages of orders that make or move the invoice, with the status that it gets. Default: confirmed orders make one, delivery marks it paid, a cancellation cancels it, a refund makes it a credit invoice.</summary>
    public IDictionary<OrderStage, string> Invoices { get; } = new Dictionary<OrderStage, string>
    {
        [OrderStage.Confirmed] = "AutoCreated",
        [OrderStage.Processing] = "AutoCreated",
        [OrderStage.Shipped] = "Sent",
        [OrderStage.Completed] = "Paid",
        [OrderStage.Cancelled] = "Cancel",
        [OrderStage.Refunded] = "Credit Invoice",
    };

    /// <summary>Carries changed quantities and added lines to orders too, not only removed lines. Default true.</summary>
    public bool ChangedLines { get; set; } = true;

    /// <summary>Replaces an invoice whose order's lines change: the old one is cancelled and a new one made, because vtiger miscounts the stock when lines of an invoice change. Default true.</summary>
    public bool ReplaceInvoices { get; set; } = true;

    /// <summary>Creates or activates currencies that the CRM lacks, with the first order that needs them; takes an administrator. False holds such orders. Default true.</summary>
    public bool CreateCurrencies { get; set; } = true;

    /// <summary>
    /// The export of customers (<c>export-customers</c>) also updates those that the CRM has already under their e-mail address. Default false: they are linked and stay as they are until somebody
    /// edits them in the shop; registrations and logins after the export update whom they find all the same.
    /// </summary>
    public bool ExportUpdatesKnown { get; set; }

    /// <summary>Carries later edits of products, and refreshes products that the CRM had before. Default false: only a changed article number is carried.</summary>
    public bool ProductEdits { get; set; }

    /// <summary>Marks products as inactive in the CRM that were deleted in the shop. Default false.</summary>
    public bool ProductDeletions { get; set; }

    /// <summary>Carries stock quantities. Default false.</summary>
    public bool StockChanges { get; set; }

    /// <summary>Carries addresses of customers to their accounts. Default false: an account gets the addresses of its first order.</summary>
    public bool AddressEdits { get; set; }

    /// <summary>Deletes sales orders in the CRM that were deleted in the shop. Default false.</summary>
    public bool OrderDeletions { get; set; }

    /// <summary>The last order of the shop that is history, by id: it and those before are not carried, whatever happens to them. Null (default) carries all.</summary>
    public RemoteId? OrdersAfter { get; set; }

    /// <summary>
    /// Whether a change of these options shows its effect as a plan first: scheduled feeds wait until a plan was made with the new ones (<see cref="ISyncEngine.MakePlanAsync"/>), or a person started
    /// them by hand. Default true.
    /// </summary>
    public bool PlanAfterChange { get; set; } = true;

    /// <summary>How often orders are looked for. Default a minute.</summary>
    [JsonIgnore]
    public TimeSpan OrderInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How often registrations, products and the rest are looked for. Default five minutes.</summary>
    [JsonIgnore]
    public TimeSpan CatalogueInterval { get; set; } = TimeSpan.FromMinutes(5);
}
