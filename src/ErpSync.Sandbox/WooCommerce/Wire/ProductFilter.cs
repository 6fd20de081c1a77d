using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The filters of product lists.</summary>
internal static class ProductFilter
{
    public static IEnumerable<JsonObject> Apply(WooCommerceState state, ApiCall call, IEnumerable<JsonObject> items)
    {
        items = Status(call, items);
        if (call.List("sku") is { } skus)
        {
            var wanted = skus.ToHashSet(StringComparer.OrdinalIgnoreCase);
            items = items.Where(item => wanted.Contains(item.Text("sku")));
        }
        else if (call["search_sku"] is { } part)
        {
            items = items.Where(item => item.Text("sku").Contains(part, StringComparison.OrdinalIgnoreCase));
        }
        else
        {
            items = items.Where(item => !ProductRecords.IsVariation(item));
        }

        if (call["type"] is { } type)
            items = items.Where(item => item.Text("type") == type);
        if (call["global_unique_id"] is { } gtin)
            items = items.Where(item => item.Text("global_unique_id") == gtin);
        if (call["category"] is { } category)
            items = items.Where(item => item.Objects("categories").Any(term => category.Split(',').Contains(term.Text("id"), StringComparer.Ordinal)));
        if (call["stock_status"] is { } stock)
            items = items.Where(item => item.Text("stock_status") == stock);
        if (call["slug"] is { } slug)
            items = items.Where(item => item.Text("slug") == slug);
        if (call["attribute"] is { } attribute)
        {
            var options = TermRecords.Table(state, attribute).Values.Where(term => call.List("attribute_term")?.Contains(term.Text("id"), StringComparer.Ordinal) == true).Select(term => term.Text("name")).ToHashSet(StringComparer.Ordinal);
            items = items.Where(item => item.Objects("attributes").Any(entry => entry.Text("slug") == attribute && (entry["options"] as JsonArray ?? []).Any(option => options.Contains(option!.ToString()))));
        }

        if (call["min_price"] is { } least)
            items = items.Where(item => item.Text("price").Length > 0 && item.Number("price") >= Json.Number(least));
        if (call["max_price"] is { } most)
            items = items.Where(item => item.Text("price").Length > 0 && item.Number("price") <= Json.Number(most));
        return call["search"] is { } text ? items.Where(item => item.Text("name").Contains(text, StringComparison.OrdinalIgnoreCase)) : items;
    }

    /// <summary>Every status but the bin, unless told.</summary>
    public static IEnumerable<JsonObject> Status(ApiCall call, IEnumerable<JsonObject> items)
    {
        call.OneOf("status", "any", "future", "trash", "draft", "pending", "private", "publish");
        return call["status"] is null or "any" ? items.Where(item => !ProductRecords.IsTrashed(item)) : items.Where(item => item.Text("status") == call["status"]);
    }
}
