using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Coupons.</summary>
internal static class CouponRecords
{
    private const string Template =
        """
        {"id":0,"code":"","amount":"0.00","status":"publish","date_created":null,"date_created_gmt":null,"date_modified":null,"date_modified_gmt":null,"discount_type":"fixed_cart","description":"",
        "date_expires":null,"date_expires_gmt":null,"usage_count":0,"individual_use":false,"product_ids":[],"excluded_product_ids":[],"usage_limit":null,"usage_limit_per_user":null,
        "limit_usage_to_x_items":null,"free_shipping":false,"product_categories":[],"excluded_product_categories":[],"exclude_sale_items":false,"minimum_amount":"0.00","maximum_amount":"0.00",
        "email_restrictions":[],"used_by":[],"meta_data":[]}
        """;

    public static JsonObject Create(WooCommerceState state, JsonObject body, long id = 0)
    {
        var code = body.Text("code").ToLowerInvariant();
        if (code.Length == 0)
            throw RestProblem.Missing("code");
        if (Find(state, code) is not null)
            throw new RestProblem(400, "woocommerce_rest_coupon_code_already_exists", "The coupon code already exists");
        if (id == 0)
            id = state.NextPost();
        else
            state.Reserve(id + 1);
        var coupon = JsonNode.Parse(Template)!.AsObject();
        coupon["id"] = id;
        state.Date(coupon, "date_created", state.Now);
        Update(state, coupon, body);
        return state.Coupons[id] = coupon;
    }

    public static void Update(WooCommerceState state, JsonObject coupon, JsonObject body)
    {
        foreach (var (name, value) in body)
        {
            if (name is "amount" or "minimum_amount" or "maximum_amount")
                coupon[name] = Json.Number(value?.ToString() ?? "").Fixed();
            else if (name == "code")
                coupon[name] = value?.ToString().ToLowerInvariant();
            else if (name == "date_expires")
                state.Date(coupon, name, value is null ? null : state.Utc(value.ToString()));
            else if (name is not ("id" or "meta_data") && coupon.ContainsKey(name))
                coupon[name] = value?.DeepClone();
        }

        state.Meta(coupon, body["meta_data"]);
        state.Touch(coupon);
    }

    public static JsonObject? Find(WooCommerceState state, string code) => state.Coupons.Values.FirstOrDefault(coupon => string.Equals(coupon.Text("code"), code, StringComparison.OrdinalIgnoreCase));
}
