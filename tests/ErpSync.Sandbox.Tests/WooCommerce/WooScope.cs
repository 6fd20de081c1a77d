using ErpSync.Testing;

namespace ErpSync.Sandbox.Tests.WooCommerce;

/// <summary>Which recordings are replayed; every other one is listed here with its reason.</summary>
internal static class WooScope
{
    private static readonly (string Prefix, string Reason)[] Families =
    [
        ("auth-http-oauth1", "a signature holds for one address and one moment"), ("auth-", "keys of other users, covered by tests of access"), ("rest-caching", "an experimental feature that is off"), ("webhook-", "webhooks have tests of their own"),
        ("data-", "static lists that the connector does not ask for"), ("settings-", "settings beyond those that the connector reads"), ("system-status", "a report of the machine"), ("shipping-", "zones are seeded, not edited"),
        ("payment-gateway", "gateways are seeded, not edited"), ("image-", "files of the media library need their numbers"), ("product-image", "files of the media library need their numbers"), ("variation-image", "files of the media library need their numbers"),
        ("products-modified", "the moment of the recording"), ("orders-modified", "the moment of the recording"), ("orders-list-modified", "the moment of the recording"), ("variations-modified", "the moment of the recording"), ("variations-all-modified", "the moment of the recording"),
        ("fulfillment-delete", "the fulfilment of another recording"), ("refund-", "refunds have tests of their own"), ("refunds-", "refunds have tests of their own"), ("order-receipt", "receipts are not simulated"), ("products-options", "the schema is not simulated"),
        ("product-reviews", "reviews are not simulated"), ("root-", "the site's index has a test of its own"), ("route-", "keys are not looked for behind rest_route"), ("category-with-image", "files of the media library need their numbers"),
        ("order-note-delete", "the note of another recording"), ("orders-statuses-report", "reports are not simulated"), ("media-", "files of the media library need their numbers"),
    ];

    /// <summary>Why a recording is not replayed; null when it is.</summary>
    public static string? Reason(Recording recording)
    {
        if (recording.Direction is not null || recording.Response is null)
            return "a request that the shop itself sent";
        if (!recording.Request.PathAndQuery.Contains("/wp-json/wc/v3/", StringComparison.Ordinal))
            return "not of the simulated API";
        return Families.FirstOrDefault(family => recording.Name.StartsWith(family.Prefix, StringComparison.Ordinal)).Reason;
    }
}
