using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The file of a store: makes it, opens connections to it, copies it.</summary>
internal sealed class SqliteFile
{
    private readonly SqliteConnectionStringBuilder _connection;
    private readonly SqliteStoreOptions _options;

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    public SqliteFile(SqliteStoreOptions options)
    {
        _options = options;
        _connection = new SqliteConnectionStringBuilder(options.ConnectionString) { Pooling = false, DefaultTimeout = 1 };
        if (_connection.DataSource.Length == 0
            || _connection.Mode == SqliteOpenMode.Memory
            || string.Equals(_connection.DataSource, ":memory:", StringComparison.OrdinalIgnoreCase)
            || _connection.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException("The connection string must name a file by its path, for example 'Data Source=erpsync.db'; for a store in memory use InMemoryStore.", nameof(options));
        }
        Path = System.IO.Path.GetFullPath(_connection.DataSource);
        _connection.DataSource = Path;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Creates the empty file, readable for its owner only, unless it is there. SQLite gives its side files the same mode.</summary>
    public void Create()
    {
        if (_connection.Mode != SqliteOpenMode.ReadWriteCreate || File.Exists(Path))
            return;
        if (!Directory.Exists(System.IO.Path.GetDirectoryName(Path)))
            throw new StoreException(SqliteProblems.DirectoryMissing(Path));
        try
        {
            CreateEmpty(Path);
        }
        catch (IOException) when (File.Exists(Path))
        {
            // Another process was quicker; its file is as good.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(SqliteProblems.CannotCreate(Path, exception.Message), exception);
        }
    }

    /// <summary>Opens the one connection that writes.</summary>
    public Session OpenWriter()
    {
        var session = Open(_connection.Mode == SqliteOpenMode.ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite);
        session.Execute($"PRAGMA cache_size = -{_options.CacheKilobytes}");
        if (_options.MaximumPages is { } pages)
            session.Scalar($"PRAGMA max_page_count = {pages}");
        return session;
    }

    /// <summary>Makes readers independent of the writer, and commits durable against loss of power.</summary>
    public void UseWriteAheadLog(Session writer)
    {
        if (writer.IsReadOnly)
            throw new StoreException(SqliteProblems.ReadOnly(Path));
        if (writer.Scalar("PRAGMA journal_mode = WAL") is not "wal")
            throw new StoreException(SqliteProblems.NoWriteAheadLog(Path));
        writer.Execute("PRAGMA synchronous = FULL");
        writer.Scalar("PRAGMA journal_size_limit = 67108864");
    }

    /// <summary>Opens a connection that reads.</summary>
    public Session OpenReader()
    {
        var session = Open(SqliteOpenMode.ReadWrite);
        session.Execute($"PRAGMA cache_size = -{_options.CacheKilobytes / 2}");
        session.Execute("PRAGMA query_only = 1");
        return session;
    }

    /// <summary>Copies the database as it is committed now.</summary>
    public void CopyTo(string path)
    {
        CreateEmpty(path);
        try
        {
            using var source = OpenReader();
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
            target.Open();
            source.CopyTo(target);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    private static void CreateEmpty(string path)
    {
        var settings = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            settings.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var _ = new FileStream(path, settings);
    }

    private Session Open(SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(_connection.ConnectionString) { Mode = mode }.ConnectionString);
        try
        {
            connection.Open();
            var session = new Session(connection);
            session.Scalar($"PRAGMA busy_timeout = {(int)_options.BusyTimeout.TotalMilliseconds}");
            return session;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
