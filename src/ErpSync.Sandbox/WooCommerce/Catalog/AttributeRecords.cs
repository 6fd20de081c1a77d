using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Global attributes.</summary>
internal static class AttributeRecords
{
    private const int LongestSlug = 28;

    public static JsonObject Create(WooCommerceState state, JsonObject body, long id = 0)
    {
        var name = body.Text("name").Trim();
        if (name.Length == 0)
            throw RestProblem.Missing("name");
        var slug = TextForms.Slug(body.Text("slug") is { Length: > 0 } given ? given : name);
        slug = slug.StartsWith("pa_", StringComparison.Ordinal) ? slug[3..] : slug;
        if (slug.Length > LongestSlug)
            throw new RestProblem(400, "woocommerce_rest_cannot_create", $"Slug \"{slug}\" is too long. Please use a shorter slug.");
        if (state.Attributes.Values.Any(known => known.Text("slug") == "pa_" + slug))
            throw new RestProblem(400, "woocommerce_rest_cannot_create", $"Slug \"{slug}\" is already in use. Change it, please.");
        if (id == 0)
            id = state.Attributes.Count == 0 ? 1 : state.Attributes.Keys.Last() + 1;
        TermRecords.Table(state, "pa_" + slug);
        return state.Attributes[id] = new JsonObject { ["id"] = id, ["name"] = name, ["slug"] = "pa_" + slug, ["type"] = "select", ["order_by"] = "menu_order", ["has_archives"] = false };
    }

    public static void Update(JsonObject attribute, JsonObject body)
    {
        if (body["name"] is not null)
            attribute["name"] = body.Text("name");
    }
}
