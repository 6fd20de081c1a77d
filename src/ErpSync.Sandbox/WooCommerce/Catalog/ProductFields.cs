using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Applies what was sent to a product or variation, with the checks and changes of the real server.</summary>
internal static class ProductFields
{
    private static readonly string[] Types = ["simple", "grouped", "external", "variable"];
    private static readonly HashSet<string> Strings = ["name", "slug", "sku", "description", "short_description", "regular_price", "sale_price", "weight", "tax_class", "tax_status", "external_url", "button_text", "purchase_note", "global_unique_id", "shipping_class"];
    private static readonly HashSet<string> Plain =
    [
        "status", "featured", "catalog_visibility", "virtual", "downloadable", "tax_status", "tax_class", "manage_stock", "backorders", "low_stock_amount", "weight", "sold_individually", "button_text", "purchase_note",
        "menu_order", "reviews_allowed", "upsell_ids", "cross_sell_ids", "default_attributes", "grouped_products", "download_limit", "download_expiry", "downloads",
    ];

    public static void Apply(WooCommerceState state, JsonObject item, JsonObject body, bool isBatch, bool isNew)
    {
        foreach (var (name, value) in body)
        {
            if (!isBatch)
                Check(name, value);
            Field(state, item, name, value, isNew);
        }

        Stock(item, body, isBatch);
        state.Meta(item, body["meta_data"]);
    }

    /// <summary>What the server computes after each save.</summary>
    public static void Derive(WooCommerceState state, JsonObject item)
    {
        var sale = item.Text("sale_price");
        var isOnSale = sale.Length > 0 && Json.Number(sale) < (item.Text("regular_price") is { Length: > 0 } regular ? Json.Number(regular) : decimal.MaxValue)
            && (item["date_on_sale_from_gmt"] is null || string.CompareOrdinal(item.Text("date_on_sale_from_gmt"), state.Now) <= 0)
            && (item["date_on_sale_to_gmt"] is null || string.CompareOrdinal(item.Text("date_on_sale_to_gmt"), state.Now) > 0);
        item["on_sale"] = isOnSale;
        item["price"] = item.Text("type") == "variable" ? Lowest(state, item) : isOnSale ? sale : item.Text("regular_price");
        item["purchasable"] = item.Text("price").Length > 0;
        if (item.Text("type") is "grouped" or "external")
        {
            item["manage_stock"] = false;
            item["backorders"] = "no";
        }

        item["backorders_allowed"] = item.Text("backorders") is "notify" or "yes";
        if (item.Flag("manage_stock"))
        {
            item["stock_quantity"] ??= 0;
            item["stock_status"] = item.Whole("stock_quantity") > 0 ? "instock" : item.Flag("backorders_allowed") ? "onbackorder" : "outofstock";
        }
        else
        {
            item["stock_quantity"] = null;
            item["low_stock_amount"] = null;
            if (item.Text("type") is "variation")
                (item["backorders"], item["backorders_allowed"]) = ("no", false);
        }

        if (item.Text("type") == "variation")
            item["name"] = string.Join(", ", item.Objects("attributes").Select(attribute => attribute.Text("option")));
        else
            item["has_options"] = item.Text("type") == "variable";
        if (item.Text("type") != "external" && item.ContainsKey("external_url"))
            item["external_url"] = "";
        if (item.Text("type") != "grouped" && item.ContainsKey("grouped_products"))
            item["grouped_products"] = new JsonArray();
    }

    public static string UniqueSlug(WooCommerceState state, string slug, long self)
    {
        var candidate = slug;
        if (state.Slugs.TryGetValue(candidate, out var holder) && (holder != self || self == 0))
        {
            for (var number = 2; state.Slugs.ContainsKey(candidate = $"{slug}-{number}"); number++)
            {
            }
        }

        state.Slugs[candidate] = self;
        return candidate;
    }

    private static void Field(WooCommerceState state, JsonObject item, string name, JsonNode? value, bool isNew)
    {
        var text = value?.GetValueKind() is null or JsonValueKind.Null ? "" : value.ToString();
        switch (name)
        {
            case "name" when item.Text("type") != "variation":
                item["name"] = TextForms.Html(text.Trim());
                break;
            case "description" or "short_description" when item.ContainsKey(name):
                item[name] = TextForms.Html(text);
                break;
            case "slug" when item.ContainsKey("slug"):
                item["slug"] = text.Length == 0 ? item.Text("slug") : UniqueSlug(state, TextForms.Slug(text), item.Whole("id"));
                break;
            case "type" when item.Text("type") != "variation":
                item["type"] = Types.Contains(text, StringComparer.Ordinal) ? text : throw RestProblem.Invalid("type", "type is not one of simple, grouped, external, and variable.", "rest_not_in_enum");
                break;
            case "sku":
                item["sku"] = Sku(state, item, TextForms.Plain(text), isNew);
                break;
            case "global_unique_id" when item.ContainsKey(name):
                item[name] = Gtin(state, item, string.Concat(text.Where(character => char.IsAsciiDigit(character) || character == '-')));
                break;
            case "regular_price" or "sale_price":
                item[name] = Price(state, text);
                break;
            case "date_on_sale_from_gmt" or "date_on_sale_to_gmt" or "date_on_sale_from" or "date_on_sale_to" when value?.GetValueKind() is null or JsonValueKind.Null:
                // Null is no value to PHP's isset: only the empty text clears a date.
                break;
            case "date_on_sale_from" or "date_on_sale_to":
                state.Date(item, name, text.Length == 0 ? null : state.Utc(text));
                break;
            case "date_on_sale_from_gmt" or "date_on_sale_to_gmt":
                state.Date(item, name[..^4], text.Length == 0 ? null : Zoneless(text));
                break;
            case "date_created":
                state.Date(item, name, text.Length == 0 ? null : Zoneless(text));
                break;
            case "dimensions" when value is JsonObject sizes:
                foreach (var (side, size) in sizes)
                    item["dimensions"]![side] = size?.ToString() ?? "";
                break;
            case "external_url" when item.ContainsKey("external_url"):
                item[name] = text;
                break;
            case "shipping_class" when text.Length > 0:
                item["shipping_class"] = text;
                item["shipping_class_id"] = TermRecords.Ensure(state, "product_shipping_class", text).Whole("id");
                break;
            default:
                if (Plain.Contains(name) && item.ContainsKey(name) && (value is not null || name == "low_stock_amount"))
                    item[name] = value?.DeepClone();
                else
                    ProductLists.Apply(state, item, name, value);
                break;
        }
    }

    private static void Check(string name, JsonNode? value)
    {
        if (Strings.Contains(name) && value is not null && value.GetValueKind() != JsonValueKind.String)
            throw RestProblem.Invalid(name, $"{name} is not of type string.");
        if (name == "status" && value?.ToString() is { } status && status is not ("publish" or "draft" or "pending" or "private" or "future" or "trash"))
            throw RestProblem.Invalid(name, "status is not one of draft, pending, private, publish, and future.", "rest_not_in_enum");
    }

    private static void Stock(JsonObject item, JsonObject body, bool isBatch)
    {
        foreach (var name in new[] { "stock_quantity", "inventory_delta" })
        {
            if (body[name] is not { } value)
                continue;
            if (!long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var quantity))
            {
                if (!isBatch)
                    throw RestProblem.Invalid(name, $"{name} is not of type integer.");
                quantity = (long)Json.Number(value.ToString());
            }

            // Without managed stock a quantity is passed over in silence.
            if (item.Flag("manage_stock"))
                item["stock_quantity"] = name == "stock_quantity" ? quantity : item.Whole("stock_quantity") + quantity;
        }
    }

    private static string Sku(WooCommerceState state, JsonObject item, string sku, bool isNew)
    {
        var self = item.Whole("id");
        if (state.Holder("sku", sku, isNew ? 0 : self) is { } holder)
        {
            if (ProductRecords.IsTrashed(holder) && isNew)
                throw new RestProblem(400, "woocommerce_rest_product_not_created", $"The product with SKU ({sku}) you are trying to insert is already present in the lookup table");
            throw new RestProblem(400, "product_invalid_sku", "Invalid or duplicated SKU.", new JsonObject { ["resource_id"] = holder.Whole("id"), ["unique_sku"] = sku + "-1" });
        }

        return sku;
    }

    private static string Gtin(WooCommerceState state, JsonObject item, string gtin)
    {
        var self = item.Whole("id");
        return state.Holder("global_unique_id", gtin, self) is { } holder
            ? throw new RestProblem(400, "product_invalid_global_unique_id", "Invalid or duplicated GTIN, UPC, EAN or ISBN.", new JsonObject { ["resource_id"] = holder.Whole("id") })
            : gtin;
    }

    // A comma is read by the display settings: the decimal separator of a comma shop, a thousands separator elsewhere.
    private static string Price(WooCommerceState state, string text)
    {
        var plain = text.Trim();
        if (plain.Contains(',', StringComparison.Ordinal))
            plain = state.Settings["general", "woocommerce_price_decimal_sep"] == "," ? plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : plain.Replace(",", "", StringComparison.Ordinal);
        plain = plain.Replace(" ", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) ? plain : "";
    }

    private static string Lowest(WooCommerceState state, JsonObject item) =>
        (item["variations"] as JsonArray ?? []).Select(id => state.Products.GetValueOrDefault(long.Parse(id!.ToString(), CultureInfo.InvariantCulture))?.Text("price") ?? "").Where(price => price.Length > 0).MinBy(Json.Number) ?? "";

    private static string Zoneless(string text) => text.TrimEnd('Z');
}
