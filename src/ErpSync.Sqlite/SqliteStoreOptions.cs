namespace ErpSync;

/// <summary>Settings of a <see cref="SqliteStore"/>.</summary>
public sealed class SqliteStoreOptions
{
    /// <summary>Where the store is, for example <c>Data Source=erpsync.db</c>. A file on a local disk; its directory must exist. Required.</summary>
    public string ConnectionString { get; set; } = "";

    /// <summary>How long to wait for another process that is writing, before a call fails with <c>store.locked</c>. Above zero; 15 seconds unless set.</summary>
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The page cache of the writing connection in KiB; each reading connection has half of it. At least 256; 2,048 unless set.</summary>
    public int CacheKilobytes { get; set; } = 2048;

    /// <summary>The largest number of pages that the file may grow to; null for no bound.</summary>
    internal int? MaximumPages { get; set; }

    /// <summary>Refuses settings that cannot work.</summary>
    internal void Check()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
            throw new ArgumentException("The connection string of the SQLite store is empty; set it to something like 'Data Source=erpsync.db'.", nameof(ConnectionString));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(BusyTimeout, TimeSpan.Zero, nameof(BusyTimeout));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BusyTimeout, TimeSpan.FromHours(1), nameof(BusyTimeout));
        ArgumentOutOfRangeException.ThrowIfLessThan(CacheKilobytes, 256, nameof(CacheKilobytes));
    }
}
