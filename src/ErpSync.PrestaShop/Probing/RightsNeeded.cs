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
        var (resource, alsoRead, alsoCreate, alsoUpdate) = Parts(need.Kind, update);
        if (resource is null)
            yield break;
        yield return (resource, "GET");
        foreach (var also in alsoRead)
            yield return also;
        if (need.Creates)
        {
            yield return (resource, "POST");
            foreach (var also in alsoCreate)
                yield return also;
        }

        if (need.Updates)
        {
            yield return resource == "images" ? ("images", "POST") : (resource, update);
            foreach (var also in alsoUpdate)
                yield return also;
        }

        if (need.Deletes)
            yield return (resource, "DELETE");
    }

    private static (string? Resource, (string, string)[] Read, (string, string)[] Create, (string, string)[] Update) Parts(EntityKind kind, string update) => kind.Name switch
    {
        "category" => ("categories", [], [], []),
        "product" => ("products", [], [], [("combinations", "GET"), ("combinations", update)]),
        "product-variant" => (
            "combinations",
            [("products", "GET"), ("product_options", "GET"), ("product_option_values", "GET")],
            [("product_options", "POST"), ("product_option_values", "POST")],
            [("product_options", "POST"), ("product_option_values", "POST")]),
        "stock-level" => ("stock_availables", [], [], []),
        "product-image" => ("images", [("products", "GET")], [("products", update)], [("images", "DELETE"), ("products", update), ("combinations", "GET"), ("combinations", update)]),
        _ => (null, [], [], []),
    };
}
