using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>Days of documents: Dolibarr keeps the day alone and shows it as the first second of it at the server, or as local text.</summary>
internal static class DocumentDates
{
    /// <summary>
    /// The day of a field; null for nothing. The server's midnight is told in UTC: where the server's zone is known, an hour lost to the change of the clocks is made good; where it
    /// is not, an evening in UTC is the midnight of a server east of it.
    /// </summary>
    public static DateOnly? Read(RowReader row, string name, DolibarrSetup setup)
    {
        if (row.Text(name) is not { } text)
            return null;
        if (JsonValues.TrySeconds(text, out var at))
        {
            var offset = setup.Zone?.GetUtcOffset(at) ?? setup.ZoneOffset;
            var local = (at + (offset ?? TimeSpan.Zero)).DateTime;
            return DateOnly.FromDateTime(local.Hour >= (offset is null ? 12 : 22) ? local.AddDays(1) : local);
        }

        return text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    /// <summary>The day for the wire: its noon at the server, which is the same day wherever the clock is read.</summary>
    public static long Write(DateOnly day, DolibarrSetup setup)
    {
        var noon = day.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(noon, setup.Zone?.GetUtcOffset(noon) ?? setup.ZoneOffset ?? TimeSpan.Zero).ToUnixTimeSeconds();
    }
}
