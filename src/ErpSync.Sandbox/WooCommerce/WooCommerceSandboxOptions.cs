namespace ErpSync.Sandbox;

/// <summary>How a simulated WooCommerce is set up.</summary>
public sealed class WooCommerceSandboxOptions
{
    /// <summary>The simulated version; <c>11.0.1</c> (the recorded one) unless told. Older ones lack the routes that came later: <c>/variations</c> (10.3), <c>/refunds</c> (9.0), brands (9.6, before with the plugin <c>woocommerce-brands</c>), fulfilments (10.1); GTINs came with 9.2, galleries of variations with 10.9.</summary>
    public string Version { get; set; } = "11.0.1";

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock of the simulated server; null means the machine's clock.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The time zone of the shop; Europe/Paris unless told.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>The key with all rights.</summary>
    public string ConsumerKey { get; set; } = "ck_" + new string('a', 40);

    /// <summary>The secret of <see cref="ConsumerKey"/>.</summary>
    public string ConsumerSecret { get; set; } = "cs_" + new string('b', 40);

    /// <summary>True when the server believes that it is asked over https, as behind a proxy that ends TLS: Basic then works. False unless told: OAuth 1.0a is demanded, as over plain http.</summary>
    public bool ActsAsHttps { get; set; }

    /// <summary>The user of the application password, for media and <c>wp/v2</c>.</summary>
    public string ApplicationUser { get; set; } = "shopmanager";

    /// <summary>The application password.</summary>
    public string ApplicationPassword { get; set; } = "abcd efgh ijkl mnop";

    /// <summary>Whether prices are entered with tax; false unless told.</summary>
    public bool PricesIncludeTax { get; set; }

    /// <summary>Whether taxes are rounded per order instead of per line; false unless told.</summary>
    public bool RoundsAtSubtotal { get; set; }

    /// <summary>The unit of weights: kg (unless told), g, lbs, oz.</summary>
    public string WeightUnit { get; set; } = "kg";

    /// <summary>The unit of dimensions: cm (unless told), m, mm, in, yd.</summary>
    public string DimensionUnit { get; set; } = "cm";

    /// <summary>The decimal separator of the shop's display settings, by which a price with a comma is read; a comma unless told, as in the recordings.</summary>
    public char DecimalSeparator { get; set; } = ',';

    /// <summary>Whether the fulfilments feature is on; false unless told.</summary>
    public bool Fulfillments { get; set; }

    /// <summary>Whether orders lie in tables of their own (HPOS); true unless told.</summary>
    public bool OrderTables { get; set; } = true;

    /// <summary>Whether permalinks are pretty; when false everything under wp-json answers a page of the theme with 404.</summary>
    public bool PrettyPermalinks { get; set; } = true;

    /// <summary>The folders of the active plugins, for example <c>woocommerce-multilingual</c>; none but WooCommerce unless told.</summary>
    public IList<string> Plugins { get; } = [];
}
