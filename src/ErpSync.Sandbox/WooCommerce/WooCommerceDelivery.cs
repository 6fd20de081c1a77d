namespace ErpSync.Sandbox;

/// <summary>A request that a simulated WooCommerce sends to a listener.</summary>
/// <param name="Webhook">The id of the webhook.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Body">The raw bytes.</param>
/// <param name="Headers">The headers with the signature; a ping has none of WooCommerce's.</param>
public sealed record WooCommerceDelivery(long Webhook, Uri Address, byte[] Body, IReadOnlyDictionary<string, string> Headers);
