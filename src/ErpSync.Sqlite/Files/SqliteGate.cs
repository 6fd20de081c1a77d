using Microsoft.Data.Sqlite;

namespace ErpSync;

/// <summary>The way to the file: one writer at a time, readers beside it, and every error of SQLite put into words.</summary>
internal sealed class SqliteGate : IDisposable
{
    private readonly SqliteFile _file;
    private readonly Migration _migration;
    private readonly ReaderPool _readers;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Session? _writer;
    private volatile bool _disposed;

    public SqliteGate(SqliteFile file, IReadOnlyList<SchemaStep> steps, TimeProvider time)
    {
        _file = file;
        _migration = new Migration(file, steps, time);
        _readers = new ReaderPool(file);
    }

    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteStore));
        await _turn.WaitAsync(cancellationToken);
        Session? writer = null;
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteStore));
            if (_writer is not null)
                return;
            _file.Create();
            writer = _file.OpenWriter();
            _migration.CheckOwner(writer);
            _file.UseWriteAheadLog(writer);
            await _migration.RunAsync(writer, cancellationToken);
            (_writer, writer) = (writer, null);
        }
        catch (SqliteException exception)
        {
            throw SqliteProblems.Translate(_file.Path, exception);
        }
        finally
        {
            writer?.Dispose();
            _turn.Release();
        }
    }

    /// <summary>Does work in one durable transaction: all of it or nothing.</summary>
    public async Task<T> WriteAsync<T>(CancellationToken cancellationToken, Func<Session, T> work)
    {
        CheckOpen();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            CheckOpen();
            using var transaction = _writer!.Begin();
            _migration.CheckVersion(_writer);
            var result = work(_writer);
            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();
            return result;
        }
        catch (SqliteException exception)
        {
            throw SqliteProblems.Translate(_file.Path, exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Rebuilds the file and empties its log, so that no byte of what was removed is left in either.</summary>
    public async Task CleanAsync(CancellationToken cancellationToken)
    {
        CheckOpen();
        await _turn.WaitAsync(cancellationToken);
        try
        {
            CheckOpen();
            _writer!.Execute("VACUUM");
            var emptied = _writer.Read("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt32(0) == 0)[0];
            if (!emptied)
                throw new StoreException(SqliteProblems.NotCleaned(_file.Path));
        }
        catch (SqliteException exception)
        {
            throw SqliteProblems.Translate(_file.Path, exception);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads; other readers and the writer go on meanwhile.</summary>
    public ValueTask<T> ReadAsync<T>(CancellationToken cancellationToken, Func<Session, T> work)
    {
        if (cancellationToken.IsCancellationRequested)
            return ValueTask.FromCanceled<T>(cancellationToken);
        Session? session = null;
        try
        {
            session = Rent();
            return ValueTask.FromResult(work(session));
        }
        catch (SqliteException exception)
        {
            return ValueTask.FromException<T>(SqliteProblems.Translate(_file.Path, exception));
        }
        catch (StoreException exception)
        {
            return ValueTask.FromException<T>(exception);
        }
        finally
        {
            if (session is not null)
                _readers.Return(session);
        }
    }

    /// <summary>Reads row by row as of the first row, whatever is written meanwhile.</summary>
    public async IAsyncEnumerable<T> StreamAsync<T>(Func<Session, SqliteDataReader> query, Func<SqliteDataReader, T> map, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var session = Guard(Rent);
        try
        {
            using var rows = Guard(() => query(session));
            while (Guard(rows.Read))
            {
                yield return Guard(() => map(rows));
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _readers.Return(session);
        }
        await Task.CompletedTask; // SQLite reads at once; the signature is what callers await.
    }

    /// <summary>Closes all connections once the write under way has ended. A stream that is still read closes its own.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _turn.Wait();
        try
        {
            _disposed = true;
            _readers.Dispose();
            _writer?.Dispose();
            _writer = null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException exception)
        {
            throw SqliteProblems.Translate(_file.Path, exception);
        }
    }

    private Session Rent()
    {
        CheckOpen();
        return _readers.Rent();
    }

    private void CheckOpen()
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteStore));
        if (_writer is null)
            throw new StoreException(SqliteProblems.NotOpen(_file.Path));
    }
}
