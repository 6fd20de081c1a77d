using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>Says in words what SQLite says in numbers.</summary>
internal static class SqliteProblems
{
    /// <summary>The exception for an error of SQLite.</summary>
    public static StoreException Translate(string path, SqliteException exception) => new(Describe(path, exception), exception);

    public static SyncProblem DirectoryMissing(string path) => new(ProblemKind.Misconfigured, "store.directory-missing", $"The directory of the store '{path}' does not exist.")
    {
        Remedy = "Create it, or correct Data Source in the connection string.",
    };

    public static SyncProblem ReadOnly(string path) => new(ProblemKind.Misconfigured, "store.read-only", $"The store '{path}' cannot be written.")
    {
        Remedy = "Give this process the right to write the file and its directory, and leave Mode=ReadOnly out of the connection string.",
    };

    public static SyncProblem CannotCreate(string path, string reason) => new(ProblemKind.Misconfigured, "store.cannot-open", $"The store '{path}' cannot be created: {reason}")
    {
        Remedy = "Give this process the right to write in the directory.",
    };

    public static SyncProblem NotOurs(string path) => new(ProblemKind.Misconfigured, "store.not-erpsync", $"'{path}' is a database of another program; it was left untouched.")
    {
        Remedy = "Give ErpSync a file of its own.",
    };

    public static SyncProblem NewerSchema(string path, long version, int known) => new(
        ProblemKind.Misconfigured,
        "store.newer-schema",
        $"The store '{path}' has schema version {version}; this version of ErpSync knows up to {known}. Nothing was changed.")
    {
        Remedy = $"Update ErpSync, or go back to the backup '{System.IO.Path.GetFileName(path)}.v{known}-….bak' that was made beside the file before the update.",
    };

    public static SyncProblem NoWriteAheadLog(string path) => new(ProblemKind.Misconfigured, "store.no-wal", $"The store '{path}' cannot keep a write-ahead log where it is.")
    {
        Remedy = "Put it on a local disk; network shares do not work.",
    };

    public static SyncProblem BackupFailed(string path, string copy, string reason) => new(
        ProblemKind.Misconfigured,
        "store.backup-failed",
        $"The store '{path}' must be brought to a newer schema, and the copy '{copy}' that is made before cannot be written: {reason} Nothing was changed.")
    {
        Remedy = "Make room in the directory, give this process the right to write there, and start again.",
    };

    public static SyncProblem NotCleaned(string path) => new(
        ProblemKind.Unavailable,
        "store.locked",
        $"What was to be erased is removed from the store '{path}', but another process reads the file, so that its log could not be emptied.")
    {
        Remedy = "Erase again when the other process has stopped reading.",
    };

    public static SyncProblem NotOpen(string path) => new(ProblemKind.Misconfigured, "store.not-open", $"The store '{path}' was used before it was opened.")
    {
        Remedy = "Call OpenAsync first.",
    };

    private static SyncProblem Describe(string path, SqliteException exception) => exception.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => new(ProblemKind.Unavailable, "store.locked", $"The store '{path}' was locked by another process for too long.")
        {
            Remedy = "End what holds it (a backup, a database browser), or raise BusyTimeout.",
        },
        SQLitePCL.raw.SQLITE_READONLY => ReadOnly(path),
        SQLitePCL.raw.SQLITE_FULL => new(ProblemKind.Misconfigured, "store.full", $"There is no room for the store '{path}'; nothing was stored.")
        {
            Remedy = "Free space on the disk and run again.",
        },
        SQLitePCL.raw.SQLITE_CORRUPT => new(ProblemKind.Unreadable, "store.corrupt", $"The store '{path}' is damaged ({exception.Message}).")
        {
            Remedy = "Stop, keep the file, and restore a backup; without one, begin with a new file: records are found again by token and key.",
        },
        SQLitePCL.raw.SQLITE_NOTADB => new(ProblemKind.Unreadable, "store.not-a-database", $"'{path}' is not a SQLite database, or it is encrypted.")
        {
            Remedy = "Correct Data Source in the connection string, or restore a backup of the store.",
        },
        SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => new(ProblemKind.Misconfigured, "store.cannot-open", $"The store '{path}' cannot be opened.")
        {
            Remedy = "Check that the path names a file, that it exists, and that this process may read and write it and its directory.",
        },
        SQLitePCL.raw.SQLITE_IOERR => new(ProblemKind.Unavailable, "store.io-error", $"Reading or writing the store '{path}' failed ({exception.Message}).")
        {
            Remedy = "Check the disk.",
        },
        _ => new(ProblemKind.Unavailable, "store.failed", $"The store '{path}' failed ({exception.Message}).")
        {
            Remedy = "Run again; when it stays, report the message.",
        },
    };
}
