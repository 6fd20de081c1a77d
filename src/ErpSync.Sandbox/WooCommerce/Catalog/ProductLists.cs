
using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>The lists inside products: terms, pictures, attributes. Each is replaced as a whole.</summary>
internal static class ProductLists
{
    public static void Apply(WooCommerceState state, JsonObject item, string name, JsonNode? value)
    {
        if (name == "image" && item.ContainsKey("image"))
        {
            // Null is no value to PHP's isset; a text or an empty list takes the picture away.
            if (value is not null)
                item["image"] = value is JsonObject picture && picture.Count > 0 ? Short(MediaRecords.Take(state, picture)) : null;
            return;
        }

        if (value is not JsonArray list || !item.ContainsKey(name))
            return;
        var entries = list.OfType<JsonObject>().ToList();
        switch (name)
        {
            case "categories":
                item[name] = Terms(state, "product_cat", entries.Select(entry => entry.Whole("id")));
                break;
            case "tags":
                item[name] = Terms(state, "product_tag", entries.Select(entry => entry.Whole("id")));
                break;
            case "brands":
                item[name] = Terms(state, "product_brand", entries.Select(entry => entry.Whole("id")));
                break;
            case "images":
                item[name] = entries.Select(entry => MediaRecords.Take(state, entry)).ToArray();
                break;
            case "attributes":
                item[name] = entries.Select(entry => item.Text("type") == "variation" ? Choice(state, item, entry) : Attribute(state, entry)).ToArray();
                break;
        }
    }

    /// <summary>Terms as products show them. Unknown ids are passed over; without any category a product lands in the default one.</summary>
    public static JsonArray Terms(WooCommerceState state, string taxonomy, IEnumerable<long> ids)
    {
        var table = TermRecords.Table(state, taxonomy);
        var terms = ids.Distinct().Select(id => table.GetValueOrDefault(id)).OfType<JsonObject>().OrderBy(term => term.Text("name"), StringComparer.Ordinal).ToList();
        if (terms.Count == 0 && taxonomy == "product_cat")
            terms.Add(table[15]);
        return terms.Select(term => new JsonObject { ["id"] = term.Whole("id"), ["name"] = term.Text("name"), ["slug"] = term.Text("slug") }).ToArray();
    }

    private static JsonObject Short(JsonObject picture)
    {
        foreach (var name in new[] { "srcset", "sizes", "thumbnail" })
            picture.Remove(name);
        return picture;
    }

    private static JsonObject Attribute(WooCommerceState state, JsonObject entry)
    {
        var global = state.Attributes.GetValueOrDefault(entry.Whole("id"));
        var options = (entry["options"] as JsonArray ?? []).Select(option => option?.ToString() ?? "").SelectMany(option => option.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (global is not null)
            options = [.. options.Select(option => TermRecords.Ensure(state, global.Text("slug"), option).Text("name")).Order(StringComparer.Ordinal)];
        var name = global?.Text("name") ?? entry.Text("name");
        return new JsonObject
        {
            ["id"] = global?.Whole("id") ?? 0,
            ["name"] = name,
            ["slug"] = global?.Text("slug") ?? name,
            ["position"] = entry.Whole("position"),
            ["visible"] = entry.Flag("visible"),
            ["variation"] = entry.Flag("variation"),
            ["options"] = options.Select(option => (JsonNode)JsonValue.Create(option)).ToArray(),
        };
    }

    private static JsonObject? Choice(WooCommerceState state, JsonObject variation, JsonObject entry)
    {
        var parent = state.Products.GetValueOrDefault(variation.Whole("parent_id"));
        var known = parent?.Objects("attributes").FirstOrDefault(attribute => entry.Whole("id") > 0 ? attribute.Whole("id") == entry.Whole("id") : string.Equals(attribute.Text("name"), entry.Text("name"), StringComparison.OrdinalIgnoreCase));
        if (known is null)
            return null;
        var option = known.Whole("id") > 0 ? TermRecords.Ensure(state, known.Text("slug"), entry.Text("option")).Text("name") : entry.Text("option");
        return new JsonObject { ["id"] = known.Whole("id"), ["name"] = known.Text("name"), ["slug"] = known.Text("slug"), ["option"] = option };
    }

}
