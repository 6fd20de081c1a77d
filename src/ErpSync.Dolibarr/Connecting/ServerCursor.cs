using System.Globalization;

namespace ErpSync.Dolibarr;

/// <summary>
/// A moment at the server: UTC, and the offset that its database wrote local times with then. Filters go back to the earlier of the local times that the old and the
/// present offset give, so that a change of the clocks hides nothing; two seconds overlap cover the clock's precision.
/// </summary>
/// <param name="Time">The moment.</param>
/// <param name="Offset">The offset then; null when unknown: the filter then goes back by the largest possible difference.</param>
internal readonly record struct ServerCursor(DateTimeOffset Time, TimeSpan? Offset)
{
    private const string Version = "d1";
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan FurthestWest = TimeSpan.FromHours(-12);

    /// <summary>The text that is stored, for example <c>d1;2026-11-22T03:28:10Z;60</c>.</summary>
    public override string ToString() => string.Join(';', Version, Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), Offset is { } offset ? JsonValues.Invariant((long)offset.TotalMinutes) : "");

    public static ServerCursor Parse(string text, string connection)
    {
        if (text.Split(';') is [Version, var time, var minutes]
            && DateTimeOffset.TryParseExact(time, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return new ServerCursor(at, int.TryParse(minutes, CultureInfo.InvariantCulture, out var offset) ? TimeSpan.FromMinutes(offset) : null);
        }

        throw new ConnectorException(new SyncProblem(ProblemKind.Misconfigured, DolibarrCodes.Cursor, "The stored cursor is not one of this connector; a full read follows.") { Connection = connection });
    }

    /// <summary>From which local time on rows may have changed.</summary>
    public string LocalTime(DolibarrSetup setup)
    {
        var time = Time;
        var offsets = new[] { Offset, setup.Zone?.GetUtcOffset(time) ?? setup.ZoneOffset }.OfType<TimeSpan>().DefaultIfEmpty(FurthestWest);
        return (time.UtcDateTime + offsets.Min() - Overlap).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }
}
