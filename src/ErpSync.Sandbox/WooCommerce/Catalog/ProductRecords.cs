using System.Text.Json.Nodes;

namespace ErpSync.Sandbox.WooCommerce;

/// <summary>Products and variations.</summary>
internal static class ProductRecords
{
    public static bool IsVariation(JsonObject product) => product.Text("type") == "variation";

    public static bool IsTrashed(JsonObject product) => product.Text("status") == "trash";

    /// <param name="state">The database.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="isBatch">Elements of batches skip the checks of types.</param>
    /// <param name="parent">The variable product of a variation; null for a product.</param>
    /// <param name="id">The id; 0 takes the next.</param>
    public static JsonObject Create(WooCommerceState state, JsonObject body, bool isBatch, long? parent, long id = 0)
    {
        var item = parent is { } product ? ProductTemplates.Variation(product, state.Version) : ProductTemplates.Product(state.Version);
        state.Date(item, "date_created", state.Now);
        state.Touch(item);
        if (parent is null && body["name"] is null)
            item["name"] = "Product";
        ProductFields.Apply(state, item, body, isBatch, isNew: true);
        if (item["date_created_gmt"] is null)
            state.Date(item, "date_created", state.Now);
        if (id == 0)
            id = state.NextPost();
        else
            state.Reserve(id + 1);
        item["id"] = id;
        if (parent is null && item.Text("slug").Length == 0)
            item["slug"] = ProductFields.UniqueSlug(state, TextForms.Slug(item.Text("name")), id);
        item["permalink"] = new Uri(state.Root, $"product/{item.Text("slug")}/").AbsoluteUri;
        state.Products[id] = item;
        state.Hold(item);
        if (parent is { } owner && state.Products.TryGetValue(owner, out var variable))
        {
            (variable["variations"] as JsonArray)?.Add(id);
            state.Touch(variable);
            ProductFields.Derive(state, variable);
        }

        ProductFields.Derive(state, item);
        state.Queue.Add(state, "product", "created", item);
        return item;
    }

    public static void Update(WooCommerceState state, JsonObject item, JsonObject body, bool isBatch)
    {
        var trial = (JsonObject)item.DeepClone();
        ProductFields.Apply(state, trial, body, isBatch, isNew: false);
        foreach (var (name, value) in trial)
            item[name] = value?.DeepClone();
        state.Hold(item);
        Saved(state, item);
    }

    /// <summary>What every save does: new dates, also for the parent of a variation, and an announcement.</summary>
    public static void Saved(WooCommerceState state, JsonObject item)
    {
        state.Touch(item);
        ProductFields.Derive(state, item);
        if (IsVariation(item) && state.Products.TryGetValue(item.Whole("parent_id"), out var parent))
        {
            // A save without stock leaves the parent's date alone on the real server; its stock moves it. The stand-in keeps to the table of the reference.
            ProductFields.Derive(state, parent);
        }

        state.Queue.Add(state, "product", "updated", item);
    }

    public static JsonObject Delete(WooCommerceState state, JsonObject item, bool force)
    {
        if (!force)
        {
            if (IsTrashed(item))
                throw new RestProblem(410, "woocommerce_rest_already_trashed", $"The {(IsVariation(item) ? "product_variation" : "product")} has already been deleted.");
            item["status"] = "trash";
            state.Touch(item);
            if (!IsVariation(item))
                state.Queue.Add(state, "product", "deleted", item);
            Leave(state, item);
            return item;
        }

        state.Products.Remove(item.Whole("id"));
        Leave(state, item);
        foreach (var child in state.Products.Values.Where(child => IsVariation(child) && child.Whole("parent_id") == item.Whole("id")).ToList())
            state.Products.Remove(child.Whole("id"));
        return item;
    }

    /// <summary>The product as it is shown to a reader: descriptions rendered, values of the parent in its variations.</summary>
    public static JsonObject Show(WooCommerceState state, JsonObject item, bool isEdit)
    {
        if (isEdit)
            return item;
        var parent = IsVariation(item) ? state.Products.GetValueOrDefault(item.Whole("parent_id")) : null;
        if (item.Text("description").Length == 0 && item.Text("short_description").Length == 0 && parent is null)
            return item;
        var shown = (JsonObject)item.DeepClone();
        shown["description"] = TextForms.Shown(item.Text("description"));
        if (shown.ContainsKey("short_description"))
            shown["short_description"] = TextForms.Shown(item.Text("short_description"));
        if (parent is null)
            return shown;
        if (!item.Flag("manage_stock") && parent.Flag("manage_stock"))
        {
            shown["manage_stock"] = "parent";
            shown["stock_quantity"] = parent["stock_quantity"]?.DeepClone();
        }

        if (item.Text("tax_class") == "parent")
            shown["tax_class"] = parent.Text("tax_class");
        return shown;
    }

    private static void Leave(WooCommerceState state, JsonObject item)
    {
        if (!IsVariation(item) || !state.Products.TryGetValue(item.Whole("parent_id"), out var parent) || parent["variations"] is not JsonArray list)
            return;
        if (list.FirstOrDefault(entry => entry?.ToString() == item.Text("id")) is { } mine)
            list.Remove(mine);
        state.Touch(parent);
        ProductFields.Derive(state, parent);
    }
}
