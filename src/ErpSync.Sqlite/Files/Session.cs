using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>One connection with its prepared statements. Used by one caller at a time.</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    /// <summary>True when SQLite may only read the file, whether asked to or for want of rights. It would begin a writing transaction all the same.</summary>
    public bool IsReadOnly => SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1;

    // After some errors (disk full, I/O) SQLite has rolled back by itself.
    private bool IsInTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0;

    /// <summary>Runs a statement; values bind to $1, $2 and so on.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is no row or it holds NULL.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteScalar() is { } value and not DBNull ? value : null;

    /// <summary>The rows, to be read and disposed before the same statement is used again.</summary>
    public SqliteDataReader Query(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReader();

    /// <summary>All rows.</summary>
    public List<T> Read<T>(string sql, Func<SqliteDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Query(sql, values);
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(map(reader));
        return rows;
    }

    /// <summary>Begins a transaction that holds the right to write; disposing it without a commit takes everything back.</summary>
    public WriteTransaction Begin()
    {
        Execute("BEGIN IMMEDIATE");
        return new WriteTransaction(this);
    }

    /// <summary>Copies the whole database to another connection.</summary>
    public void CopyTo(SqliteConnection target) => connection.BackupDatabase(target);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        ref var command = ref CollectionsMarshal.GetValueRefOrAddDefault(_commands, sql, out var known);
        if (!known)
            command = Create(sql, values.Length);
        for (var index = 0; index < values.Length; index++)
            command!.Parameters[index].Value = values[index] ?? DBNull.Value;
        return command!;
    }

    private SqliteCommand Create(string sql, int parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The texts come from this package; values travel as parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var number = 1; number <= parameters; number++)
            command.Parameters.Add(new SqliteParameter { ParameterName = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${number}") });
        return command;
    }

    /// <summary>A transaction on the session.</summary>
    internal sealed class WriteTransaction(Session session) : IDisposable
    {
        public void Commit() => session.Execute("COMMIT");

        public void Dispose()
        {
            if (session.IsInTransaction)
                session.Execute("ROLLBACK");
        }
    }
}
