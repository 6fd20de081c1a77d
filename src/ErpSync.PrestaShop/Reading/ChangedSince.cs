namespace ErpSync.PrestaShop;

/// <summary>The filter for what changed since an instant.</summary>
internal static class ChangedSince
{
    // Dates have whole seconds, and the shop's machines may differ by some.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(60);

    /// <summary>From the instant, less the overlap, inclusive, to the end of time.</summary>
    public static string Range(DateTimeOffset instant, TimeZoneInfo zone) => $"[{LocalTime.LowerBound(instant - Overlap, zone)},2099-12-31 23:59:59]";
}
