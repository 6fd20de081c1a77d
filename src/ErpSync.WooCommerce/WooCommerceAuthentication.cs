namespace ErpSync.WooCommerce;

/// <summary>How the key is sent.</summary>
public enum WooCommerceAuthentication
{
    /// <summary>Basic over https, OAuth 1.0a over http.</summary>
    Automatic,

    /// <summary>HTTP Basic. WooCommerce passes it over on plain http.</summary>
    Basic,

    /// <summary>OAuth 1.0a, signed with HMAC-SHA256: the secret never travels. For plain http; works over https as well.</summary>
    OAuth,

    /// <summary>Key and secret in the query. A last option, for hosts that drop the Authorization header: both end up in the server's logs.</summary>
    Query,
}
