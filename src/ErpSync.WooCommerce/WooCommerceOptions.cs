namespace ErpSync.WooCommerce;

/// <summary>How one WooCommerce shop is reached and which of its values are carried. Validated when the connection is first used.</summary>
public sealed class WooCommerceOptions
{
    /// <summary>The root of the site, for example <c>https://shop.example.com/</c>, with the folder of an install below it; <c>wp-json</c> behind it may be left out. https, or http to this machine.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The consumer key, <c>ck_…</c>, of a user who is shop manager or administrator, with read and write permission.</summary>
    public string ConsumerKey { get; set; } = "";

    /// <summary>The consumer secret, <c>cs_…</c>.</summary>
    public string ConsumerSecret { get; set; } = "";

    /// <summary>How the key is sent. Default <see cref="WooCommerceAuthentication.Automatic"/>.</summary>
    public WooCommerceAuthentication Authentication { get; set; }

    /// <summary>Allows plain http to other machines. Default false.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Sends PUT and DELETE as POST with <c>X-HTTP-Method-Override</c>, for hosts whose firewall blocks them. Default false.</summary>
    public bool OverrideMethods { get; set; }

    /// <summary>The WordPress user of <see cref="ApplicationPassword"/>; null (default) when pictures are not uploaded.</summary>
    public string? ApplicationUser { get; set; }

    /// <summary>An application password of WordPress (user profile), with which pictures are uploaded that have no public address; null (default) for none.</summary>
    public string? ApplicationPassword { get; set; }

    /// <summary>The secret that webhooks are signed with, at least 8 characters; null (default) when no webhooks are used.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>The language of the shop's texts as ISO 639-1 code; null (default) takes the site's language.</summary>
    public string? Language { get; set; }

    /// <summary>The shop's currency as ISO 4217 code; null (default) asks the shop.</summary>
    public string? Currency { get; set; }

    /// <summary>The keys of meta data that are carried as custom fields of products, variations, customers and orders. Default none.</summary>
    public IList<string> CustomFields { get; } = [];

    /// <summary>The keys of meta data that may hold a customer's VAT number; the first is the one that is written. Default <c>vat_number</c>, <c>_vat_number</c>, <c>billing_vat</c>, <c>_billing_vat_number</c>.</summary>
    public IList<string> VatNumberKeys { get; } = ["vat_number", "_vat_number", "billing_vat", "_billing_vat_number"];

    /// <summary>The id of the category that products without one land in; null (default) takes the one with the slug <c>uncategorized</c>. It is no record of its own.</summary>
    public long? DefaultCategory { get; set; }

    /// <summary>Switches the management of stock on for goods that are created. Default true.</summary>
    public bool ManageStock { get; set; } = true;

    /// <summary>Shows a stock level of 0 for goods whose stock the shop does not manage; writing one switches the management on. Default false: such goods have no level.</summary>
    public bool StockOfAll { get; set; }

    /// <summary>Status of products that are created inactive: <c>draft</c> (default), <c>private</c> or <c>pending</c>.</summary>
    public string InactiveStatus { get; set; } = "draft";

    /// <summary>Shows guests, who exist only inside their orders, as customers <c>guest:&lt;order id&gt;</c>. Default true; else guest orders have an e-mail address and no customer.</summary>
    public bool GuestsAsCustomers { get; set; } = true;

    /// <summary>Statuses of orders that make the shop mail the customer: an order is moved there only where mails are allowed. Default <c>processing</c>, <c>completed</c>, <c>on-hold</c>, <c>refunded</c>.</summary>
    public IList<string> MailingStatuses { get; } = ["processing", "completed", "on-hold", "refunded"];

    /// <summary>What statuses beyond WooCommerce's own mean, by slug without <c>wc-</c>. Default none: unknown ones mean <see cref="OrderStage.Processing"/>.</summary>
    public IDictionary<string, OrderStage> StatusStages { get; } = new Dictionary<string, OrderStage>(StringComparer.Ordinal);

    /// <summary>Names of fee lines that are gift wrapping, compared without case. Default none.</summary>
    public IList<string> WrappingFees { get; } = [];

    /// <summary>Reads the notes of orders, a request per order. Default false.</summary>
    public bool OrderNotes { get; set; }

    /// <summary>Records per batch request, 1 to 100. Default 100; 25 to 50 suit weak hosts. Halved by itself when a host breaks off.</summary>
    public int BatchSize { get; set; } = 100;

    /// <summary>Records per page, 10 to 100. Default 100.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>How far a cursor reaches back before the moment at which it was taken. Default 60 seconds, at most a day.</summary>
    public TimeSpan Overlap { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How often all ids are listed although nothing points to a deletion. Default a day.</summary>
    public TimeSpan FullListing { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How often one request of a sweep is due. Default 15 minutes.</summary>
    public TimeSpan SweepEvery { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one request may take, up to an hour. Default 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Requests under way at the same time, 1 to 16. Default 2.</summary>
    public int MaxConcurrency { get; set; } = 2;

    /// <summary>Requests started per second; null (default): as fast as the shop answers.</summary>
    public decimal? RequestsPerSecond { get; set; }
}
