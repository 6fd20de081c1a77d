namespace ErpSync.Vtiger;

/// <summary>Where the CRM is.</summary>
internal static class VtigerAddress
{
    public const string Endpoint = "webservice.php";

    /// <summary>The folder of the CRM with a slash at its end, whether or not <c>webservice.php</c> was given behind it.</summary>
    public static Uri Root(Uri address)
    {
        var text = address.GetLeftPart(UriPartial.Path).TrimEnd('/');
        if (text.EndsWith("/" + Endpoint, StringComparison.OrdinalIgnoreCase) || text.EndsWith("/index.php", StringComparison.OrdinalIgnoreCase))
            text = text[..text.LastIndexOf('/')];
        return new Uri(text + "/");
    }
}
