namespace ErpSync.Dolibarr;

/// <summary>How one Dolibarr is reached and which of its values are carried. Validated when the connection is first used.</summary>
public sealed class DolibarrOptions
{
    /// <summary>The root of the installation, for example <c>https://erp.example.com/</c>; <c>/api/index.php</c> behind it may be left out. https, or http to this machine.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The API key of a user (user card, field "API key"). The user needs the rights that README.md lists.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The company in a multi-company installation, sent as <c>DOLAPIENTITY</c>; null (default) sends none.</summary>
    public int? Entity { get; set; }

    /// <summary>Allows plain http to other machines. Default false: the key would travel readable.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>The language of labels and descriptions, <c>fr</c> or <c>fr_FR</c>; null (default) takes <c>MAIN_LANG_DEFAULT</c>, and <c>en</c> where that may not be read.</summary>
    public string? Language { get; set; }

    /// <summary>Carries translations of products too (Dolibarr's multi-language option must be on). Default false.</summary>
    public bool Multilang { get; set; }

    /// <summary>With <see cref="Multilang"/>: the locales to carry beside the main language, for example <c>en_US</c>, at most one per language.</summary>
    public IList<string> Locales { get; } = [];

    /// <summary>The company's currency as ISO 4217 code; null (default) asks the system.</summary>
    public string? Currency { get; set; }

    /// <summary>The company's country as ISO 3166 code of two letters, whose VAT rates are used; null (default) asks the system.</summary>
    public string? Country { get; set; }

    /// <summary>The IANA name of the time zone of the database session, for example <c>Europe/Paris</c>; null (default) derives it from <c>/status</c> (version 19 and later).</summary>
    public string? TimeZone { get; set; }

    /// <summary>Where prices are kept; null (default) asks the system (<c>PRODUCT_PRICE_UNIQ</c>, <c>PRODUIT_MULTIPRICES</c>).</summary>
    public DolibarrPriceMode? PriceMode { get; set; }

    /// <summary>Which price level is read and written in level mode, 1 to 50. Default 1.</summary>
    public int PriceLevel { get; set; } = 1;

    /// <summary>The names of the price levels as the other side calls its customer groups, by level; a level that is left out keeps Dolibarr's own label. Default none.</summary>
    public IDictionary<int, string> PriceLevelNames { get; } = new Dictionary<int, string>();

    /// <summary>The codes of the product's extra fields to carry, without <c>options_</c>. Default none.</summary>
    public IList<string> CustomFields { get; } = [];

    /// <summary>References or ids of the warehouses whose stock is summed; null (default) sums all open ones.</summary>
    public IList<string>? Warehouses { get; set; }

    /// <summary>Reference or id of the warehouse that movements are booked in; needed to write stock when several are open. Null (default): the only one.</summary>
    public string? WriteWarehouse { get; set; }

    /// <summary>Carries a stock level per warehouse instead of their sum: each is written to its own warehouse. Default false. Only physical stock is told per warehouse.</summary>
    public bool StockPerWarehouse { get; set; }

    /// <summary>The lot that movements of products managed in lots are booked in; null (default): such movements are refused, because Dolibarr takes none without a lot.</summary>
    public string? Lot { get; set; }

    /// <summary>A secret text that the addresses of webhook targets carry as <c>?token=…</c>: Dolibarr signs nothing, so this alone tells a delivery from a forgery. Null (default): deliveries are refused.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>Which quantity is compared and sent. Default <see cref="DolibarrStockQuantity.Physical"/>.</summary>
    public DolibarrStockQuantity StockQuantity { get; set; }

    /// <summary>How new variants are created; null (default): as variants where the module is on, else as separate products. Existing ones of both forms are always read.</summary>
    public DolibarrVariantsAs? VariantsAs { get; set; }

    /// <summary>By which key products and variants are looked up before one is created; set it to the barcode where the pair matches by it. Default <see cref="DolibarrProductKey.Reference"/>.</summary>
    public DolibarrProductKey FindProductsBy { get; set; }

    /// <summary>What new customers become. Default <see cref="DolibarrCustomerType.Customer"/>.</summary>
    public DolibarrCustomerType NewCustomersAs { get; set; } = DolibarrCustomerType.Customer;

    /// <summary>Which number a new order gets. Default <see cref="DolibarrOrderNumbers.Series"/>.</summary>
    public DolibarrOrderNumbers OrderNumbers { get; set; }

    /// <summary>The codes of the extra fields of third parties to carry, without <c>options_</c>. Default none.</summary>
    public IList<string> CustomerFields { get; } = [];

    /// <summary>The codes of the extra fields of contacts to carry. Default none.</summary>
    public IList<string> ContactFields { get; } = [];

    /// <summary>The codes of the extra fields of orders to carry. Default none.</summary>
    public IList<string> OrderFields { get; } = [];

    /// <summary>The codes of the extra fields of invoices and credit notes to carry. Default none.</summary>
    public IList<string> InvoiceFields { get; } = [];

    /// <summary>The codes of the extra fields of shipments to carry. Default none.</summary>
    public IList<string> ShipmentFields { get; } = [];

    /// <summary>The reference of the service that lines of shipping are booked on, for example <c>SHIPPING</c>; it must exist. Null (default): a line of free text.</summary>
    public string? ShippingService { get; set; }

    /// <summary>The reference of the service that gift wrapping is booked on; null (default): a line of free text.</summary>
    public string? WrappingService { get; set; }

    /// <summary>The reference of the service that vouchers and other discounts are booked on; null (default): a line of free text.</summary>
    public string? DiscountService { get; set; }

    /// <summary>The reference of the service that other charges are booked on; null (default): a line of free text.</summary>
    public string? FeeService { get; set; }

    /// <summary>The reference of the service that rounding lines are booked on; null (default): a line of free text.</summary>
    public string? RoundingService { get; set; }

    /// <summary>
    /// Whether a document that differs by Dolibarr's rounding alone, by at most the smallest unit of the currency for each line, gets a visible rounding line. Default true; when false,
    /// such a document is refused.
    /// </summary>
    public bool RoundingLines { get; set; } = true;

    /// <summary>The id of the bank account for payments of which neither the payment nor its invoice tells one; null (default): they are refused.</summary>
    public long? DefaultBankAccount { get; set; }

    /// <summary>Parties and documents per page of a full read, 10 to 1,000. Default 200.</summary>
    public int DocumentPageSize { get; set; } = 200;

    /// <summary>Products per page of a full read, 10 to 1,000. Default 1,000.</summary>
    public int PageSize { get; set; } = 1000;

    /// <summary>How long one request may take, up to an hour. Default 100 seconds.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Requests under way at the same time, 1 to 16. Default 2. Stock movements are always sent one by one.</summary>
    public int MaxConcurrency { get; set; } = 2;

    /// <summary>Requests started per second; null (default): as fast as the system answers.</summary>
    public decimal? RequestsPerSecond { get; set; }
}
