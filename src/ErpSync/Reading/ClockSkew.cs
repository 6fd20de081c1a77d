using System.Globalization;

namespace ErpSync.Reading;

/// <summary>How far a system's clock is ahead of ours: between two bounds, because a request takes its time.</summary>
/// <param name="Least">At least so far; negative when it is behind.</param>
/// <param name="Most">At most so far.</param>
internal readonly record struct ClockSkew(TimeSpan Least, TimeSpan Most)
{
    /// <summary>The Date header has whole seconds.</summary>
    private static readonly TimeSpan Precision = TimeSpan.FromSeconds(1);

    public static ClockSkew Measure(DateTimeOffset serverTime, DateTimeOffset before, DateTimeOffset after) => new(serverTime - after, serverTime + Precision - before);

    /// <summary>True when the clock was put back since the skew was noted: what is changed now may be dated before the old cursor.</summary>
    public bool WasPutBackSince(string? noted) =>
        long.TryParse(noted, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ticks) && Most < new TimeSpan(ticks);

    /// <summary>The text that is stored with a cursor.</summary>
    public string Note() => Least.Ticks.ToString(CultureInfo.InvariantCulture);
}
