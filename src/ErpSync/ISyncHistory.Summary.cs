namespace ErpSync;

/// <content>One day in a few numbers.</content>
public partial interface ISyncHistory
{
    /// <summary>Tells what came in on a day and whether it was booked as it came in. Reads the records of that day on both sides, a request per hundred or so.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="day">The day.</param>
    /// <param name="zone">The time zone of the day; null for UTC.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    /// <returns>The summary.</returns>
    /// <exception cref="ErpSyncConfigurationException">There is no such pair.</exception>
    /// <exception cref="ConnectorException">A system could not be read.</exception>
    Task<DailySummary> SummariseAsync(string pair, DateOnly day, TimeZoneInfo? zone = null, CancellationToken cancellationToken = default);
}
