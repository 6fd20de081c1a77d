namespace ErpSync.PrestaShop;

/// <summary>Which rights the wants of a pair take.</summary>
internal static class RightsNeeded
{
    private static readonly string[] Reference = ["configurations", "languages", "currencies", "tax_rules", "tax_rule_groups", "taxes"];

    private static readonly (string, string)[] Countries = [("countries", "GET"), ("states", "GET"), ("order_states", "GET"), ("carriers", "GET")];

    // What the reference data of documents takes.
    private static readonly (string, string)[] Documents = Countries;

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
        if (need.Kind == EntityKind.Order)
        {
            if (need.Updates)
                yield return ("order_histories", "POST");
            yield break;
        }

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
        "customer" => ("customers", [], [], [], []),
        "address" => ("addresses", Countries, [], [], []),
        "order" => ("orders", [("order_details", "GET"), ("order_cart_rules", "GET"), ("addresses", "GET"), ("customers", "GET"), ("products", "GET"), ("combinations", "GET"), .. Documents], [], [], []),
        "payment" => ("order_payments", [("orders", "GET"), .. Documents], [], [], []),
        "invoice" => ("order_invoices", [("orders", "GET"), ("order_details", "GET"), ("order_cart_rules", "GET"), .. Documents], [], [], []),
        "credit-note" => ("order_slip", [("orders", "GET"), ("order_details", "GET"), .. Documents], [], [], []),
        "shipment" => ("order_carriers", [("orders", "GET"), .. Documents], [("order_carriers", update)], [], []),
        "customer-group" => ("groups", [], [], [], []),
        "order-status" => ("order_states", Documents, [], [], []),
        "carrier" => ("carriers", Documents, [], [], []),
        "country" => ("countries", [], [], [], []),
        _ => (null, [], [], [], []),
    };
}
