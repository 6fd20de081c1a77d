namespace ErpSync.Http;

/// <summary>Reads the Retry-After header in both its forms.</summary>
internal static class RetryAfter
{
    /// <summary>How long the system asks to wait; null when it does not say. A date is taken against the answer's own Date, so that clocks may differ.</summary>
    public static TimeSpan? From(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.RetryAfter is not { } header)
            return null;
        var wait = header.Delta ?? header.Date - (response.Headers.Date ?? now);
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }
}
