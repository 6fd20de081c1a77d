namespace ErpSync.Dolibarr;

/// <summary>A value that is loaded once when it is first asked for, can be forgotten, and is not kept when loading fails. Safe for parallel use.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="load">Loads it.</param>
internal sealed class Lazily<T>(Func<CancellationToken, Task<T>> load)
    where T : class
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private T? _value;
    private bool _isFresh;

    /// <summary>The value if it is loaded.</summary>
    public T? Loaded => Volatile.Read(ref _value);

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        if (Loaded is { } value)
            return value;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Loaded is { } meanwhile)
                return meanwhile;
            var loaded = await load(cancellationToken);
            Volatile.Write(ref _value, loaded);
            return loaded;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Takes a value that was read on another way.</summary>
    public void Put(T value)
    {
        Volatile.Write(ref _value, value);
        Volatile.Write(ref _isFresh, true);
    }

    /// <summary>True once after a value was put in: it need not be read again yet.</summary>
    public bool TakeFresh() => Interlocked.Exchange(ref _isFresh, false) && Loaded is not null;

    public void Forget() => Volatile.Write(ref _value, null);
}
