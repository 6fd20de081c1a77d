namespace ErpSync.Sandbox;

/// <summary>How a simulated Dolibarr is set up.</summary>
public sealed class DolibarrSandboxOptions
{
    /// <summary>The simulated version: <c>23.0.0-beta</c> (unless told) or <c>18.0.0</c>, the two that were recorded.</summary>
    public string Version { get; set; } = "23.0.0-beta";

    /// <summary>The loopback port; 0 takes a free one.</summary>
    public int Port { get; set; }

    /// <summary>The clock of the simulated server; null means the machine's clock.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The key of the administrator.</summary>
    public string ApiKey { get; set; } = "sandbox-admin-key";

    /// <summary>The time zone of the server and its database: modification times are stored and filtered in it. UTC unless told.</summary>
    public TimeZoneInfo TimeZone { get; set; } = TimeZoneInfo.Utc;

    /// <summary>True (unless told) when the database connection takes characters of four bytes. A default install does not: emoji are then refused with 500.</summary>
    public bool Utf8mb4 { get; set; } = true;

    /// <summary>How long the answer to an unknown key is held back, in real time; none unless told, one second on a real server.</summary>
    public TimeSpan BadKeyDelay { get; set; } = TimeSpan.Zero;

    /// <summary>
    /// How long a stock movement waits, in real time, between reading a level and writing it; none unless told.
    /// With any span, movements sent at once lose updates, as on a real server: every movement is stored, the level misses some.
    /// </summary>
    public TimeSpan StockWriteOverlap { get; set; } = TimeSpan.Zero;

    /// <summary>True when deleting a category answers 500 and keeps it, as version 23.0.0-beta did; null takes the recorded behaviour of the version.</summary>
    public bool? CategoryDeleteFails { get; set; }

    /// <summary>True (unless told) when answers are indented and errors carry their place in the code, as outside of production mode.</summary>
    public bool Diagnostics { get; set; } = true;
}
