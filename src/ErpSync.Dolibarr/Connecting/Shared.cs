namespace ErpSync.Dolibarr;

/// <summary>
/// A value that several kinds need in one run and that one request (or a few) gives. Each kind gets it once from memory; a kind that asks again gets it read again.
/// Safe for parallel use.
/// </summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="load">Reads it.</param>
internal sealed class Shared<T>(Func<CancellationToken, Task<T>> load)
    where T : class
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly HashSet<EntityKind> _served = [];
    private T? _value;

    /// <summary>The value for a kind's own read or listing.</summary>
    public ValueTask<T> GetAsync(EntityKind kind, CancellationToken cancellationToken) => GetAsync(kind, isPeek: false, cancellationToken);

    /// <summary>The value as it was last read; read where it was not yet.</summary>
    public ValueTask<T> PeekAsync(CancellationToken cancellationToken) => GetAsync(default, isPeek: true, cancellationToken);

    /// <summary>Drops the value: something that it tells was written.</summary>
    public void Forget() => Volatile.Write(ref _value, null);

    private async ValueTask<T> GetAsync(EntityKind kind, bool isPeek, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var value = Volatile.Read(ref _value);
            if (value is not null && (isPeek || _served.Add(kind)))
                return value;
            value = await load(cancellationToken);
            Volatile.Write(ref _value, value);
            _served.Clear();
            if (!isPeek)
                _served.Add(kind);
            return value;
        }
        finally
        {
            _gate.Release();
        }
    }
}
