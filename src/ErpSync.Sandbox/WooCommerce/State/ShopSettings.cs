using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The settings that the connector looks at, by group.</summary>
internal sealed class ShopSettings(WooCommerceSandboxOptions options)
{
    public Dictionary<string, Dictionary<string, string>> Groups { get; } = new(StringComparer.Ordinal)
    {
        ["general"] = new(StringComparer.Ordinal)
        {
            ["woocommerce_store_address"] = "",
            ["woocommerce_store_city"] = "",
            ["woocommerce_default_country"] = "FR",
            ["woocommerce_calc_taxes"] = "yes",
            ["woocommerce_enable_coupons"] = "yes",
            ["woocommerce_currency"] = "EUR",
            ["woocommerce_currency_pos"] = "right_space",
            ["woocommerce_price_thousand_sep"] = "",
            ["woocommerce_price_decimal_sep"] = options.DecimalSeparator.ToString(),
            ["woocommerce_price_num_decimals"] = "2",
        },
        ["products"] = new(StringComparer.Ordinal)
        {
            ["woocommerce_weight_unit"] = options.WeightUnit,
            ["woocommerce_dimension_unit"] = options.DimensionUnit,
            ["woocommerce_manage_stock"] = "yes",
        },
        ["tax"] = new(StringComparer.Ordinal)
        {
            ["woocommerce_prices_include_tax"] = options.PricesIncludeTax ? "yes" : "no",
            ["woocommerce_tax_based_on"] = "shipping",
            ["woocommerce_tax_round_at_subtotal"] = options.RoundsAtSubtotal ? "yes" : "no",
        },
    };

    public string this[string group, string id]
    {
        get => Groups[group][id];
        set => Groups[group][id] = value;
    }

    public IReadOnlyList<JsonObject> List(string group) => [.. Find(group).Select(setting => Row(group, setting.Key))];

    public JsonObject One(string group, string id) => Find(group).ContainsKey(id) ? Row(group, id) : throw new RestProblem(404, "rest_setting_setting_invalid", "Invalid setting.");

    private Dictionary<string, string> Find(string group) =>
        Groups.TryGetValue(group, out var settings) ? settings : throw new RestProblem(404, "rest_setting_setting_group_invalid", "Invalid setting group.");

    private JsonObject Row(string group, string id) => new()
    {
        ["id"] = id,
        ["label"] = id,
        ["description"] = "",
        ["type"] = Groups[group][id] is "yes" or "no" ? "checkbox" : "text",
        ["default"] = "",
        ["tip"] = "",
        ["value"] = Groups[group][id],
        ["group_id"] = group,
    };
}
