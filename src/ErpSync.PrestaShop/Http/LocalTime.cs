using System.Globalization;

namespace ErpSync.PrestaShop;

/// <summary>Dates of the shop: local time of its zone, to the second, without offset.</summary>
internal static class LocalTime
{
    private const string Format = "yyyy-MM-dd HH:mm:ss";

    /// <summary>The instant of a date; null for none. In the autumn hour that comes twice, the earlier one.</summary>
    public static DateTimeOffset? ToInstant(string? text, TimeZoneInfo zone)
    {
        if (!DateTime.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        if (zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The date of an instant, to the second.</summary>
    public static string ToText(DateTimeOffset instant, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(instant, zone).DateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A date such that everything written at or after the instant has this date or a later one, also when the clock is put back within the next hours.</summary>
    public static string LowerBound(DateTimeOffset instant, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(instant, zone).DateTime;
        if (zone.IsAmbiguousTime(local))
        {
            var offsets = zone.GetAmbiguousTimeOffsets(local);
            local -= offsets.Max() - offsets.Min();
        }

        return local.ToString(Format, CultureInfo.InvariantCulture);
    }
}
