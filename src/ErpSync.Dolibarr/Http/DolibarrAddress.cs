namespace ErpSync.Dolibarr;

/// <summary>Brings the configured address into one form.</summary>
internal static class DolibarrAddress
{
    private static readonly string[] Endings = ["/explorer", "/index.php", "/api"];

    /// <summary>The root of the installation with a trailing slash, whatever of <c>/api/index.php/explorer</c> stood behind it.</summary>
    public static Uri Root(Uri address)
    {
        var path = address.AbsolutePath.TrimEnd('/');
        foreach (var ending in Endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                path = path[..^ending.Length].TrimEnd('/');
        }

        return new UriBuilder(address) { Path = path + "/" }.Uri;
    }

    /// <summary>The root of the API with a trailing slash.</summary>
    public static Uri Api(Uri address) => new(Root(address), "api/index.php/");
}
