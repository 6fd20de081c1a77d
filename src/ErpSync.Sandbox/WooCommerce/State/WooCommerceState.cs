using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The database of a simulated WooCommerce, for seeding and inspecting. Records are JSON objects in the form in which the API shows them for editing.</summary>
public sealed partial class WooCommerceState
{
    private readonly TimeProvider _clock;
    private readonly Dictionary<string, long> _holders = new(StringComparer.OrdinalIgnoreCase);
    private long _post = 9;
    private long _term = 14;
    private long _meta = 30;
    private long _line;
    private long _user = 1;

    internal WooCommerceState(WooCommerceSandboxOptions options, TimeProvider clock)
    {
        Options = options;
        _clock = clock;
        Settings = new ShopSettings(options);
        Terms = new Dictionary<string, SortedDictionary<long, JsonObject>>(StringComparer.Ordinal) { ["product_cat"] = [], ["product_tag"] = [], ["product_brand"] = [], ["product_shipping_class"] = [] };
        SeedShop();
    }

    /// <summary>Products and variations by id; those in the bin have the status <c>trash</c>.</summary>
    public SortedDictionary<long, JsonObject> Products { get; } = [];

    /// <summary>Orders by id.</summary>
    public SortedDictionary<long, JsonObject> Orders { get; } = [];

    /// <summary>Refunds by id; <c>parent_id</c> names the order.</summary>
    public SortedDictionary<long, JsonObject> Refunds { get; } = [];

    /// <summary>Customers by id.</summary>
    public SortedDictionary<long, JsonObject> Customers { get; } = [];

    /// <summary>Coupons by id.</summary>
    public SortedDictionary<long, JsonObject> Coupons { get; } = [];

    /// <summary>Global attributes by id.</summary>
    public SortedDictionary<long, JsonObject> Attributes { get; } = [];

    /// <summary>Tax rates by id.</summary>
    public SortedDictionary<long, JsonObject> Taxes { get; } = [];

    /// <summary>Tax classes beside the standard one: slug and name.</summary>
    public List<(string Slug, string Name)> TaxClasses { get; } = [("reduced-rate", "Reduced rate"), ("zero-rate", "Zero rate")];

    /// <summary>Shipping zones by id.</summary>
    public SortedDictionary<long, JsonObject> Zones { get; } = [];

    /// <summary>Payment gateways.</summary>
    public List<JsonObject> Gateways { get; } = [];

    /// <summary>Files that the shop can download, by address: what <c>src</c> of a picture may name.</summary>
    public Dictionary<string, byte[]> RemoteFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>How many pictures were downloaded or uploaded so far.</summary>
    public int FilesTaken { get; internal set; }

    internal WooCommerceSandboxOptions Options { get; }

    internal Lock Gate { get; } = new();

    internal ShopSettings Settings { get; }

    internal Dictionary<string, SortedDictionary<long, JsonObject>> Terms { get; }

    internal SortedDictionary<long, (JsonObject Row, byte[] Bytes, string MediaType)> Media { get; } = [];

    internal Dictionary<long, List<JsonObject>> Notes { get; } = [];

    internal Dictionary<long, List<JsonObject>> Fulfillments { get; } = [];

    internal SortedDictionary<long, WebhookEntry> Webhooks { get; } = [];

    internal WebhookQueue Queue { get; } = new();

    internal Dictionary<string, long> Slugs { get; } = new(StringComparer.Ordinal);

    internal TimeZoneInfo TimeZone => Options.TimeZone;

    internal ShopVersion Version => new(System.Version.Parse(Options.Version.Split('-')[0]), Options.Plugins.Contains("woocommerce-brands"));

    internal Uri Root { get; set; } = new("http://127.0.0.1/");

    internal string Now => Text(_clock.GetUtcNow());

    internal DateTimeOffset UtcNow => _clock.GetUtcNow();

    internal static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);

    internal long NextPost() => ++_post;

    internal long NextTerm() => ++_term;

    internal long NextMeta() => ++_meta;

    internal long NextLine() => ++_line;

    internal long NextUser() => ++_user;

    /// <summary>The next record of products, orders and their like gets at least this id.</summary>
    /// <param name="id">The id.</param>
    public void Reserve(long id)
    {
        _post = Math.Max(_post, id - 1);
        _term = Math.Max(_term, Math.Min(id - 1, _term));
    }

    internal void ReserveTerm(long id) => _term = Math.Max(_term, id - 1);

    internal void ReserveUser(long id) => _user = Math.Max(_user, id - 1);

    internal void ReserveLine(long id) => _line = Math.Max(_line, id - 1);

    internal string Local(string gmt) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.Parse(gmt, CultureInfo.InvariantCulture), TimeZone).ToString("s", CultureInfo.InvariantCulture);

    internal string Utc(string local) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(DateTime.Parse(local, CultureInfo.InvariantCulture), DateTimeKind.Unspecified), TimeZone).ToString("s", CultureInfo.InvariantCulture);

    internal void Date(JsonObject item, string name, string? gmt)
    {
        item[name] = gmt is null ? null : Local(gmt);
        item[name + "_gmt"] = gmt;
    }

    internal void Touch(JsonObject item) => Date(item, "date_modified", Now);

    /// <summary>Who has a unique value; null when nobody but the one that asks.</summary>
    internal JsonObject? Holder(string field, string value, long self) =>
        value.Length > 0 && _holders.TryGetValue(field + value, out var id) && id != self && Products.TryGetValue(id, out var holder) && string.Equals(holder.Text(field), value, StringComparison.OrdinalIgnoreCase) ? holder : null;

    internal void Hold(JsonObject item)
    {
        foreach (var field in new[] { "sku", "global_unique_id" })
        {
            if (item.Text(field) is { Length: > 0 } value)
                _holders[field + value] = item.Whole("id");
        }
    }

    /// <summary>Merges meta data as WooCommerce does: by key, the last of a key wins, null deletes.</summary>
    internal void Meta(JsonObject item, JsonNode? given)
    {
        if (given is not JsonArray entries)
            return;
        var meta = item["meta_data"] as JsonArray ?? [];
        item["meta_data"] = meta;
        foreach (var entry in entries.OfType<JsonObject>())
        {
            var known = meta.OfType<JsonObject>().FirstOrDefault(row => entry.Whole("id") > 0 ? row.Whole("id") == entry.Whole("id") : row.Text("key") == entry.Text("key"));
            if (entry["value"] is null)
            {
                if (known is not null)
                    meta.Remove(known);
            }
            else if (known is not null)
            {
                known["value"] = entry["value"]!.DeepClone();
            }
            else
            {
                meta.Add(new JsonObject { ["id"] = NextMeta(), ["key"] = entry.Text("key"), ["value"] = entry["value"]!.DeepClone() });
            }
        }
    }
}
