namespace ErpSync;

/// <summary>Reading connections: as many as are needed at once, a few kept between calls.</summary>
internal sealed class ReaderPool(SqliteFile file) : IDisposable
{
    private const int MostKept = 4;
    private readonly Lock _lock = new();
    private readonly Stack<Session> _kept = [];
    private bool _disposed;

    public Session Rent()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteStore));
            if (_kept.TryPop(out var session))
                return session;
        }
        return file.OpenReader();
    }

    public void Return(Session session)
    {
        lock (_lock)
        {
            if (!_disposed && _kept.Count < MostKept)
            {
                _kept.Push(session);
                return;
            }
        }
        session.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            while (_kept.TryPop(out var session))
                session.Dispose();
        }
    }
}
