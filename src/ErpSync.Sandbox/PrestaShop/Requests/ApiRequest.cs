namespace ErpSync.Sandbox.PrestaShop;

/// <summary>One admitted request to the webservice.</summary>
/// <param name="Method">The method, after ps_method.</param>
/// <param name="Segments">The path behind <c>/api/</c>, decoded.</param>
/// <param name="Query">The query.</param>
/// <param name="Json">True when the answer shall be JSON.</param>
/// <param name="ApiRoot">The address of the webservice for links, ending in <c>/api</c>.</param>
internal sealed record ApiRequest(string Method, string[] Segments, PhpQuery Query, bool Json, string ApiRoot)
{
    public string Resource => Segments.Length > 0 ? Segments[0] : "";

    public string? Id => Segments.Length > 1 ? Segments[1] : null;

    /// <summary>The shop that the request speaks for; 0 means all of a group or of the store.</summary>
    public int Shop { get; init; } = 1;

    /// <summary>The key that was used.</summary>
    public PrestaShopKey? Key { get; init; }

    public bool IsRead => Method is "GET" or "HEAD";
}
