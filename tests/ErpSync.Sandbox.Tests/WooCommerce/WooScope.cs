using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.WooCommerce;

/// <summary>Which recordings are replayed; every other one is listed here with its reason.</summary>
internal static class WooScope
{
    private static readonly (string Prefix, string Reason)[] Families =
    [
        ("auth-http-oauth1", "a signature holds for one address and one moment, and has tests of its own"), ("auth-", "keys of other users, covered by tests of access"), ("rest-caching", "an experimental feature that is off"),
        ("data-continent", "continents are not asked for"), ("data-currencies", "the list of all currencies is not asked for"), ("data-index", "the index of lists is not asked for"),
        ("settings-batch", "settings are read, not written"), ("settings-update", "settings are read, not written"), ("system-status-tools", "tools are not asked for"),
        ("shipping-zone-0", "zones are seeded, not edited"), ("shipping-zone-create", "zones are seeded, not edited"), ("shipping-zone-locations", "zones are seeded, not edited"), ("shipping-zone-method-", "zones are seeded, not edited"),
        ("payment-gateway-update", "gateways are seeded, not edited"), ("image-download", "a file of the site, with tests of its own"), ("fulfillment-delete", "the fulfilment of another recording"), ("order-receipt", "receipts are not simulated"),
        ("products-options", "the schema is not simulated"), ("product-reviews", "reviews are not simulated"), ("route-", "keys are not looked for behind rest_route"), ("order-note-delete", "the note of another recording"),
        ("orders-statuses-report", "reports are not simulated"),
    ];

    /// <summary>Why a recording is not replayed; null when it is.</summary>
    public static string? Reason(Recording recording)
    {
        if (recording.Direction is not null || recording.Response is null)
            return "a request that the shop itself sent";
        if (!recording.Request.PathAndQuery.Contains("/wp-json/", StringComparison.Ordinal))
            return "not of the simulated API";
        return Families.FirstOrDefault(family => recording.Name.StartsWith(family.Prefix, StringComparison.Ordinal)).Reason;
    }
}
