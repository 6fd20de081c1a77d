namespace ErpSync.PrestaShop;

/// <summary>Which rights the wants of a pair take.</summary>
internal static class RightsNeeded
{
    private static readonly string[] Reference = ["configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes"];

    /// <summary>Every run's: the reference data.</summary>
    public static IEnumerable<(string Resource, string Method)> ForReference(PrestaShopOptions options) =>
        Reference.Concat(options.TaxCountry is null ? [] : ["countries"]).Select(resource => (resource, "GET"));

    /// <summary>Those of one want.</summary>
    public static IEnumerable<(string Resource, string Method)> Of(Need need, bool canPatch)
    {
        var update = canPatch ? "PATCH" : "PUT";
        var (resource, alsoRead, alsoCreate, alsoUpdate, alsoDelete) = Parts(need.Kind, update);
        if (resource is null)
            yield break;
        yield return (resource, "GET");
        foreach (var also in alsoRead)
            yield return also;
        foreach (var also in need.Creates ? [(resource, "POST"), .. alsoCreate] : (IEnumerable<(string, string)>)[])
            yield return also;
        foreach (var also in need.Updates ? [resource == "images" ? ("images", "POST") : (resource, update), .. alsoUpdate] : (IEnumerable<(string, string)>)[])
            yield return also;
        foreach (var also in need.Deletes ? [(resource, "DELETE"), .. alsoDelete] : (IEnumerable<(string, string)>)[])
            yield return also;
    }

    private static (string? Resource, (string, string)[] Read, (string, string)[] Create, (string, string)[] Update, (string, string)[] Delete) Parts(EntityKind kind, string update) => kind.Name switch
    {
        "category" => ("categories", [], [], [], []),
        "product" => (
            "products",
            [("product_features", "GET"), ("product_feature_values", "GET"), ("tags", "GET")],
            [("product_features", "POST"), ("product_feature_values", "POST"), ("tags", "POST"), ("combinations", "GET")],
            [("product_features", "POST"), ("product_feature_values", "POST"), ("tags", "POST"), ("combinations", "GET"), ("combinations", update)],
            []),
        "product-variant" => (
            "combinations",
            [("products", "GET"), ("product_options", "GET"), ("product_option_values", "GET")],
            [("product_options", "POST"), ("product_option_values", "POST"), ("products", update)],
            [("product_options", "POST"), ("product_option_values", "POST"), ("products", update)],
            []),
        "stock-level" => ("stock_availables", [], [], [], []),
        "product-image" => (
            "images",
            [("products", "GET"), ("combinations", "GET")],
            [("products", update), ("combinations", update)],
            [("images", "DELETE"), ("products", update), ("combinations", update)],
            [("products", update)]),
        "price" => ("specific_prices", [("products", "GET"), ("combinations", "GET"), ("groups", "GET"), ("customers", "GET"), ("countries", "GET")], [], [], []),
        "manufacturer" => ("manufacturers", [], [], [], []),
        "supplier" => ("suppliers", [], [], [], []),
        "supplier-price" => ("product_suppliers", [("suppliers", "GET")], [("combinations", "GET")], [], []),
        _ => (null, [], [], [], []),
    };
}
