namespace ErpSync.WooCommerce;

/// <summary>The addresses of a shop.</summary>
internal static class WooCommerceAddress
{
    /// <summary>The part of the paths of WooCommerce's API.</summary>
    public const string Api = "wp-json/wc/v3/";

    /// <summary>The root of the site with a trailing slash; <c>wp-json</c> and what follows it are taken off.</summary>
    public static Uri Root(Uri address)
    {
        var text = address.GetLeftPart(UriPartial.Path);
        var at = text.IndexOf("/wp-json", StringComparison.OrdinalIgnoreCase);
        return new Uri((at < 0 ? text : text[..at]).TrimEnd('/') + "/");
    }
}
