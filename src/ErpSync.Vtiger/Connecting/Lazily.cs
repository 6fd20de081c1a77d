namespace ErpSync.Vtiger;

/// <summary>A value that is loaded once when it is first asked for, can be forgotten, and is not kept when loading fails. Safe for parallel use.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="load">Loads it.</param>
internal sealed class Lazily<T>(Func<CancellationToken, Task<T>> load)
    where T : class
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private T? _value;

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

    public void Forget() => Volatile.Write(ref _value, null);
}
