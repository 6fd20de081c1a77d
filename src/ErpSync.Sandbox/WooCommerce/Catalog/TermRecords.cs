using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Categories, tags, brands, shipping classes and terms of attributes.</summary>
internal static class TermRecords
{
    public static JsonObject Create(WooCommerceState state, string taxonomy, JsonObject body, long id = 0)
    {
        var table = Table(state, taxonomy);
        var name = TextForms.Html(body.Text("name").Trim());
        if (name.Length == 0)
            throw RestProblem.Missing("name");
        var parent = body.Whole("parent");
        RefuseDouble(table, name, parent, 0, taxonomy);
        if (id == 0)
            id = state.NextTerm();
        else
            state.ReserveTerm(id + 1);
        var term = new JsonObject { ["id"] = id, ["name"] = name, ["slug"] = Unique(table, body.Text("slug") is { Length: > 0 } slug ? TextForms.Slug(slug) : TextForms.Slug(name)) };
        if (taxonomy is "product_cat" or "product_brand")
            term["parent"] = parent;
        term["description"] = TextForms.Html(body.Text("description"));
        if (taxonomy is "product_cat" or "product_brand")
        {
            term["display"] = body["display"]?.ToString() ?? "default";
            term["image"] = body["image"] is JsonObject image ? MediaRecords.Take(state, image) : null;
        }

        if (taxonomy is "product_cat" or "product_brand" || taxonomy.StartsWith("pa_", StringComparison.Ordinal))
            term["menu_order"] = body.Whole("menu_order");
        term["count"] = 0;
        return table[id] = term;
    }

    public static void Update(WooCommerceState state, string taxonomy, JsonObject term, JsonObject body)
    {
        var table = Table(state, taxonomy);
        if (body["name"] is not null)
        {
            var name = TextForms.Html(body.Text("name").Trim());
            RefuseDouble(table, name, body["parent"] is null ? term.Whole("parent") : body.Whole("parent"), term.Whole("id"), taxonomy);
            term["name"] = name;
        }

        if (body["slug"] is not null)
            term["slug"] = TextForms.Slug(body.Text("slug"));
        if (body["description"] is not null)
            term["description"] = TextForms.Html(body.Text("description"));
        if (body["parent"] is not null && term.ContainsKey("parent"))
            term["parent"] = body.Whole("parent");
        if (body["display"] is not null && term.ContainsKey("display"))
            term["display"] = body.Text("display");
        if (body["menu_order"] is not null && term.ContainsKey("menu_order"))
            term["menu_order"] = body.Whole("menu_order");
        if (body.ContainsKey("image") && term.ContainsKey("image"))
            term["image"] = body["image"] is JsonObject image ? MediaRecords.Take(state, image) : null;
    }

    public static void Delete(WooCommerceState state, string taxonomy, JsonObject term)
    {
        var id = term.Whole("id");
        var table = Table(state, taxonomy);
        table.Remove(id);
        foreach (var child in table.Values.Where(other => other.Whole("parent") == id))
            child["parent"] = term.Whole("parent");
        var list = taxonomy switch { "product_cat" => "categories", "product_tag" => "tags", "product_brand" => "brands", _ => null };
        foreach (var product in state.Products.Values.Where(_ => list is not null))
        {
            if (product[list!] is not JsonArray terms || terms.OfType<JsonObject>().FirstOrDefault(entry => entry.Whole("id") == id) is not { } entry)
                continue;
            terms.Remove(entry);
            if (taxonomy == "product_cat" && terms.Count == 0)
                product[list!] = ProductLists.Terms(state, taxonomy, []);
        }
    }

    /// <summary>The term of a name, made when there is none.</summary>
    public static JsonObject Ensure(WooCommerceState state, string taxonomy, string name) =>
        Table(state, taxonomy).Values.FirstOrDefault(term => string.Equals(term.Text("name"), TextForms.Html(name), StringComparison.OrdinalIgnoreCase) || term.Text("slug") == name)
        ?? Create(state, taxonomy, new JsonObject { ["name"] = name });

    public static SortedDictionary<long, JsonObject> Table(WooCommerceState state, string taxonomy) =>
        state.Terms.TryGetValue(taxonomy, out var table) ? table : state.Terms[taxonomy] = [];

    private static void RefuseDouble(SortedDictionary<long, JsonObject> table, string name, long parent, long self, string taxonomy)
    {
        if (table.Values.FirstOrDefault(term => term.Whole("id") != self && string.Equals(term.Text("name"), name, StringComparison.OrdinalIgnoreCase) && term.Whole("parent") == parent) is not { } known)
            return;
        throw new RestProblem(
            400,
            "term_exists",
            taxonomy is "product_cat" or "product_brand" ? "A term with the name provided already exists with this parent." : "A term with the name provided already exists in this taxonomy.",
            new JsonObject { ["resource_id"] = known.Whole("id") });
    }

    private static string Unique(SortedDictionary<long, JsonObject> table, string slug)
    {
        var candidate = slug;
        for (var number = 2; table.Values.Any(term => term.Text("slug") == candidate); number++)
            candidate = $"{slug}-{number}";
        return candidate;
    }
}
