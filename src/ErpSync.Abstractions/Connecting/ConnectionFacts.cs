namespace ErpSync;

/// <summary>What a connection says of the installation behind it.</summary>
/// <param name="InstanceId">Stays the same for one installation and differs between two, as far as the system allows: its address, name and creation.</param>
/// <param name="Version">The system's version as it names itself; empty when it does not.</param>
public sealed record ConnectionFacts(string InstanceId, string Version)
{
    /// <summary>The currency of prices; null when the system has none.</summary>
    public CurrencyCode? BaseCurrency { get; init; }

    /// <summary>The ISO 639-1 codes of the languages in use, the main one first; empty when texts have no language.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The time zone of dates without offset; null when the system gives offsets or instants.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>
    /// The present by the system's own clock while the connection was opened, in UTC; null when it does not tell. The engine recognises by it that the clock was put back,
    /// which makes cursors of dates useless.
    /// </summary>
    public DateTimeOffset? ServerTime { get; init; }
}
