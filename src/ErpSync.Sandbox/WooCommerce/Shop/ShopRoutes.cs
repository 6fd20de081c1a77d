using System.Globalization;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Settings, shipping, gateways, data and the state of the system.</summary>
internal sealed class ShopRoutes(WooCommerceState state)
{
    private static readonly string[] ShippingMethods = ["flat_rate", "free_shipping", "local_pickup"];

    private static readonly (string Code, string Name, string? State)[] Countries = [("BE", "Belgium", null), ("CA", "Canada", "QC"), ("DE", "Germany", null), ("FR", "France", null), ("GB", "United Kingdom (UK)", null), ("US", "United States (US)", "CA")];

    public Answer Route(ApiCall call) => call.Path switch
    {
        ["settings"] when call.IsRead => Items(state.Settings.Groups.Keys.Select(group => new JsonObject { ["id"] = group, ["label"] = group, ["description"] = "", ["parent_id"] = "", ["sub_groups"] = new JsonArray() })),
        ["settings", var group] when call.IsRead => Items(state.Settings.List(group)),
        ["settings", var group, var id] => Setting(call, group, id),
        ["shipping", "zones"] when call.IsRead => Items(state.Zones.Values),
        ["shipping", "zones", var id] when call.IsRead => new Answer(200, Zone(id)),
        ["shipping", "zones", var id, "methods"] when call.IsRead => Items(Methods(Zone(id))),
        ["shipping_methods"] when call.IsRead => Items(ShippingMethods.Select(method => new JsonObject { ["id"] = method, ["title"] = Title(method), ["description"] = "" })),
        ["payment_gateways"] when call.IsRead => Items(state.Gateways),
        ["payment_gateways", var id] when call.IsRead => new Answer(200, state.Gateways.Find(gateway => gateway.Text("id") == id) ?? throw new RestProblem(404, "woocommerce_rest_payment_gateway_invalid", "Resource does not exist.")),
        ["data", "currencies", var code] when call.IsRead => Currency(code),
        ["data", "currencies"] when call.IsRead => Items(new[] { "EUR", "USD", "GBP", "CAD" }.Select(Money)),
        ["data", "countries"] when call.IsRead => Items(Countries.Select(Country)),
        ["data", "countries", var code] when call.IsRead => new Answer(200, Country(Countries.FirstOrDefault(country => string.Equals(country.Code, code, StringComparison.OrdinalIgnoreCase)) is { Code: not null } found ? found : throw new RestProblem(404, "woocommerce_rest_data_invalid_location", "There are no locations matching these parameters."))),
        ["system_status"] when call.IsRead => new Answer(200, Status()),
        [] when call.IsRead => new Answer(200, new JsonObject { ["namespace"] = "wc/v3", ["routes"] = new JsonObject { ["/wc/v3/products"] = new JsonObject() } }),
        _ when Known(call.Path) => throw new RestProblem(501, "erpsync_sandbox_not_simulated", "This route is not simulated."),
        _ => throw RestProblem.NoRoute(),
    };

    public Answer TaxClasses(ApiCall call, string[] rest)
    {
        if (rest is [] && call.IsRead)
            return Items(state.TaxClasses.Prepend(("standard", "Standard rate")).Select(Class));
        if (rest is [] && call.Method == "POST")
        {
            var name = call.Body.Text("name");
            var made = (TextForms.Slug(name), name);
            if (state.TaxClasses.Exists(known => known.Name == name))
                throw new RestProblem(400, "woocommerce_rest_tax_class_exists", "Tax class already exists");
            state.TaxClasses.Add(made);
            return new Answer(201, Class(made));
        }

        throw RestProblem.NoRoute();
    }

    /// <summary>The answer of <c>/wp-json/</c>.</summary>
    public JsonObject Index() => new()
    {
        ["name"] = "Woo Lab",
        ["description"] = "",
        ["url"] = state.Root.AbsoluteUri.TrimEnd('/'),
        ["home"] = state.Root.AbsoluteUri.TrimEnd('/'),
        ["gmt_offset"] = state.TimeZone.GetUtcOffset(state.UtcNow).TotalHours,
        ["timezone_string"] = state.TimeZone.Id == "UTC" ? "" : state.TimeZone.Id,
        ["namespaces"] = new JsonArray("oembed/1.0", "wc/v3", "wc/v2", "wp/v2"),
    };

    private static bool Known(string[] path) => path is ["reports" or "shipping" or "settings" or "data" or "payment_gateways" or "shipping_methods" or "system_status", ..];

    private Answer Setting(ApiCall call, string group, string id)
    {
        if (id == "batch")
            throw new RestProblem(501, "erpsync_sandbox_not_simulated", "This route is not simulated.");
        state.Settings.One(group, id);
        if (!call.IsRead)
        {
            var value = call.Body.Text("value");
            if (id == "woocommerce_currency" && value.Length != 3)
                throw new RestProblem(400, "rest_setting_value_invalid", "An invalid setting value was passed.");
            state.Settings[group, id] = value;
        }

        return new Answer(200, state.Settings.One(group, id));
    }

    private JsonObject Zone(string id) =>
        long.TryParse(id, CultureInfo.InvariantCulture, out var number) && state.Zones.TryGetValue(number, out var zone) ? zone : throw new RestProblem(404, "woocommerce_rest_shipping_zone_invalid", "Resource does not exist.");

    private static IEnumerable<JsonObject> Methods(JsonObject zone) => zone.Whole("id") == 0 ? [] :
    [
        Method(1, "flat_rate", "Colissimo"), Method(2, "free_shipping", "Free shipping"),
    ];

    private static JsonObject Method(long id, string method, string title) => new()
    {
        ["id"] = id,
        ["instance_id"] = id,
        ["title"] = title,
        ["order"] = id,
        ["enabled"] = true,
        ["method_id"] = method,
        ["method_title"] = Title(method),
        ["method_description"] = "",
        ["settings"] = new JsonObject(),
    };

    private static string Title(string method) => method switch { "flat_rate" => "Flat rate", "free_shipping" => "Free shipping", _ => "Local pickup" };

    private static JsonObject Class((string Slug, string Name) tax) => new() { ["slug"] = tax.Slug, ["name"] = tax.Name };

    private Answer Currency(string code)
    {
        var wanted = code == "current" ? state.Settings["general", "woocommerce_currency"] : code.ToUpperInvariant();
        return wanted is "EUR" or "USD" or "GBP" or "CAD" ? new Answer(200, Money(wanted)) : throw new RestProblem(404, "woocommerce_rest_data_invalid_currency", "There are no currencies matching these parameters.");
    }

    private static JsonObject Country((string Code, string Name, string? State) country) => new()
    {
        ["code"] = country.Code,
        ["name"] = country.Name,
        ["states"] = country.State is null ? new JsonArray() : new JsonArray(new JsonObject { ["code"] = country.State, ["name"] = country.State }),
    };

    private static JsonObject Money(string code) => new() { ["code"] = code, ["name"] = code == "EUR" ? "Euro" : code, ["symbol"] = code == "EUR" ? "&euro;" : "&#36;" };

    private JsonObject Status() => new()
    {
        ["environment"] = new JsonObject { ["home_url"] = state.Root.AbsoluteUri.TrimEnd('/'), ["site_url"] = state.Root.AbsoluteUri.TrimEnd('/'), ["store_id"] = "dcf574f6-cbb8-4ad9-913e-25bf4da55526", ["version"] = state.Options.Version, ["wp_version"] = "6.9", ["wp_multisite"] = false, ["language"] = "en_US", ["php_version"] = "8.2.36", ["php_max_execution_time"] = 30, ["max_upload_size"] = 33554432 },
        ["database"] = new JsonObject(),
        ["active_plugins"] = state.Options.Plugins.Prepend("woocommerce").Select(plugin => new JsonObject { ["plugin"] = $"{plugin}/{plugin}.php", ["name"] = plugin, ["version"] = plugin == "woocommerce" ? state.Options.Version : "1.0" }).ToArray(),
        ["settings"] = new JsonObject { ["api_enabled"] = false, ["force_ssl"] = false, ["currency"] = state.Settings["general", "woocommerce_currency"], ["currency_symbol"] = "&euro;", ["currency_position"] = "right_space", ["thousand_separator"] = "", ["decimal_separator"] = state.Options.DecimalSeparator.ToString(), ["number_of_decimals"] = 2, ["HPOS_enabled"] = state.Options.OrderTables, ["HPOS_sync_enabled"] = false, ["enabled_features"] = state.Options.Fulfillments ? new JsonArray("fulfillments") : new JsonArray() },
        ["security"] = new JsonObject { ["secure_connection"] = true, ["hide_errors"] = true },
    };

    private static Answer Items(IEnumerable<JsonObject> items)
    {
        var list = items.ToList();
        return new Answer(200) { Items = list, Total = list.Count, Pages = 1 };
    }
}
