namespace ErpSync.PrestaShop;

/// <summary>Finds the shop's root in what people give as its address.</summary>
internal static class PrestaShopAddress
{
    /// <summary>How the key is named in an address.</summary>
    public const string KeyParameter = "ws_key=";

    /// <summary>The address without <c>/api</c> at its end, with a trailing slash.</summary>
    public static Uri? ShopRoot(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true })
            return address;
        var path = address.AbsolutePath.TrimEnd('/');
        if (path.EndsWith("/api", StringComparison.OrdinalIgnoreCase))
            path = path[..^4];
        return new UriBuilder(address) { Path = path + "/" }.Uri;
    }
}
