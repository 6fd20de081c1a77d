namespace ErpSync.PrestaShop;

/// <summary>How one PrestaShop shop is reached and used. Validated at start-up.</summary>
public sealed class PrestaShopOptions
{
    /// <summary>The shop's address, with or without <c>/api</c>: exactly the scheme, host, port and folder that the shop is configured with, because PrestaShop redirects all others. No user, query or fragment.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The address of the back office with its secret folder, for example <c>https://shop.example/admin123/</c>; only used to show people where a record is found. Null (default): no such addresses.</summary>
    public Uri? BackOffice { get; set; }

    /// <summary>The webservice key: 32 characters, from the back office (Advanced Parameters, Webservice).</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>Allows plain http to other machines than this one. Default false: the key would travel readable.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Sends the key as <c>ws_key</c> in the address instead of a header, for web servers that drop the header. Default false: addresses end up in logs.</summary>
    public bool KeyInQuery { get; set; }

    /// <summary>Sends PATCH and PUT as POST with <c>ps_method</c>, for proxies that block them. Default false.</summary>
    public bool MethodOverride { get; set; }

    /// <summary>The id of the shop in an installation with several; null (default): the shop that the host name belongs to. 1 or more.</summary>
    public int? ShopId { get; set; }

    /// <summary>The country whose tax rates products have, ISO 3166-1 alpha-2, for example <c>FR</c>; null (default): the shop's default country.</summary>
    public string? TaxCountry { get; set; }

    /// <summary>Fills languages that a new record lacks with the text of the shop's main language. Default true: PrestaShop shows empty texts otherwise.</summary>
    public bool FillMissingLanguages { get; set; } = true;

    /// <summary>
    /// Columns of products that travel as custom fields under their own name, for example <c>unity</c>, <c>location</c> or <c>additional_shipping_cost</c>.
    /// Only texts and numbers without translations. Default: none.
    /// </summary>
    public IList<string> CustomFields { get; } = [];

    /// <summary>
    /// The ids of order states whose orders are delivered again in each cycle, because an order that was not imported in them may be later; <see cref="OrderStateMap.RetryStates"/>
    /// proposes them. Default: none.
    /// </summary>
    public IList<long> RetryStates { get; } = [];

    /// <summary>How many days after it was placed an order in one of <see cref="RetryStates"/> is delivered again, 1 to 365, default 30.</summary>
    public int RetryDays { get; set; } = 30;

    /// <summary>Tells of customers whether they have ordered (<see cref="Customer.HasOrdered"/>): a request more per page of customers. Default false.</summary>
    public bool TellHasOrdered { get; set; }

    /// <summary>
    /// Orders with a lower id are neither read nor listed, and neither are their invoices, payments, parcels and credit slips: the first request already asks for this id and above.
    /// 1 or more; null (default): all orders. Whoever asks for one order by its id gets it all the same.
    /// </summary>
    public long? OrdersFromId { get; set; }

    /// <summary>
    /// The day, in the shop's time zone, of the first order that is read: the first id of that day or later counts like <see cref="OrdersFromId"/>, and the higher of the two holds.
    /// Null (default): all orders.
    /// </summary>
    public DateOnly? OrdersFrom { get; set; }

    /// <summary>
    /// Tells pictures by their bytes and not by their number alone, so that one that was replaced under its own number follows when its product was saved. Each picture is fetched once,
    /// and again when its product was saved. Default false: the back office gives another picture another number, and only modules and imports overwrite files.
    /// </summary>
    public bool ComparePictureBytes { get; set; }

    /// <summary>Full products per page, 1 to 1,000, default 250. Halved by itself where the shop cannot bear it.</summary>
    public int PageSize { get; set; } = 250;

    /// <summary>Products, variants and categories per write, 1 to 500, default 100.</summary>
    public int WriteBatch { get; set; } = 100;

    /// <summary>Specific prices per write, 1 to 1,000, default 250.</summary>
    public int PriceBatch { get; set; } = 250;

    /// <summary>Stock rows per write, 1 to 1,000, default 300.</summary>
    public int StockBatch { get; set; } = 300;

    /// <summary>Requests under way at the same time, 1 to 64, default 2.</summary>
    public int MaxConcurrency { get; set; } = 2;

    /// <summary>Requests started per second; null (default): as fast as the shop answers.</summary>
    public decimal? RequestsPerSecond { get; set; }

    /// <summary>How long one attempt may take until its answer begins, default 100 seconds. A full page of products takes some seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Repetitions of reads that found the shop unavailable, 0 to 10, default 3.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The first wait between attempts, doubling; default 1 second, at most 30 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}
